import { z } from 'zod';
import { usualLargestFile } from '../sync/files.ts';

export const apiPrefix = '/api/v1';

/** Paths below `apiPrefix`; those of one thing take its id or hash at the end. */
export const hubPaths = {
  enrol: '/enrol',
  exchange: '/exchange',
  live: '/live',
  directory: '/directory',
  blobs: '/blobs',
  health: '/health',
  ready: '/ready',
  metrics: '/metrics',
  adminSession: '/admin/session',
  adminSessions: '/admin/sessions',
  adminWorkspaces: '/admin/workspaces',
  adminReplicas: '/admin/replicas',
  adminCodes: '/admin/codes',
  adminDeadLetters: '/admin/dead-letters',
  adminStorage: '/admin/storage',
  adminBundles: '/admin/bundles',
  adminBundleParts: '/admin/bundles/parts',
} as const;

/** Headers of every signed request; the signature is base64url of 64 bytes (`signRequest`). */
export const hubHeaders = {
  workspace: 'outpost-workspace',
  replica: 'outpost-replica',
  signature: 'outpost-signature',
  /** When it was signed, epoch ms by the hub's clock. */
  at: 'outpost-at',
  /** Of a blob: first byte that the body holds. */
  offset: 'outpost-offset',
  /** Of a blob: its whole size. */
  size: 'outpost-size',
  /** Of a blob that is asked for: bytes that the answer may hold at most. */
  most: 'outpost-most',
} as const;

/** Header of the answer to a request that was signed for another time: the hub's, epoch ms. */
export const hubTimeHeader = 'outpost-time';
/** Milliseconds that a signed request may be older or newer than the hub's clock. */
export const signedFor = 5 * 60_000;

/** Body of an exchange, either way. */
export const exchangeType = 'application/vnd.outpost.exchange';

/** Event of the live stream; its data is the hub's vector (`encodeVector`), base64url. */
export const haveEvent = 'have';
export const heartbeatSeconds = 25;

const base64Url = (characters: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${characters}}$`));
const replica = base64Url(11);
const key = base64Url(43);
const name = z.string().trim().min(1).max(100);
const shortCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{2,6}$/);
const epochMs = z.int();
const count = z.int().min(0);
const replicaKind = z.enum(['device', 'hub']);
/** Clear text: what people may read about a workspace before they open it. */
const marking = z.string().max(200);

/** As people type it; spaces, hyphens and case do not count. */
export const enrolRequestSchema = z.strictObject({
  code: z.string().min(1).max(100),
  replica,
  name,
  signKey: key,
  boxKey: key,
  /** The one that the device gave itself; the hub keeps it where it is free. */
  shortCode,
  kind: replicaKind.optional(),
  /** Of a hub that brings a workspace of its own to a hub above. */
  workspace: z.strictObject({ id: z.string().regex(/^[0-9a-z]{26}$/), name, marking }).optional(),
});
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;

export const directoryReplicaSchema = z.object({
  replica,
  name,
  shortCode,
  signKey: key,
  boxKey: key,
  kind: replicaKind,
  revokedAt: epochMs.optional(),
});

/** A directory as JSON, keys and signature base64url; `directoryFromJson` makes it bytes. */
export const directorySchema = z.object({
  workspace: z.string(),
  version: count,
  hub: replica,
  replicas: z.array(directoryReplicaSchema),
  signature: base64Url(86),
});
export type DirectoryJson = z.infer<typeof directorySchema>;

export const enrolResponseSchema = z.object({
  workspace: z.object({ id: z.string(), name: z.string(), marking }),
  hub: z.object({ id: replica, name: z.string(), signKey: key, boxKey: key, epoch: z.string() }),
  shortCode,
  directory: directorySchema,
});
export type EnrolResponse = z.infer<typeof enrolResponseSchema>;

/** Body of every answer that is not 2xx. */
export const hubProblemSchema = z.object({
  code: z.string(),
  message: z.string(),
  next: z.string().optional(),
});
export type HubProblem = z.infer<typeof hubProblemSchema>;

export const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });
export const readySchema = z.object({
  status: z.enum(['ok', 'failing']),
  checks: z.record(z.string(), z.string()),
});

export const newWorkspaceSchema = z.strictObject({ name, marking: marking.optional() });
export const workspaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  marking,
  createdAt: epochMs,
  replicas: count,
  entries: count,
  bytes: count,
});
export const workspacesSchema = z.array(workspaceSchema);
export type WorkspaceInfo = z.infer<typeof workspaceSchema>;

export const replicaInfoSchema = directoryReplicaSchema.extend({
  enrolledAt: epochMs,
  /** The hub that answers itself. */
  isThisHub: z.boolean().optional(),
  /** Last signed request. */
  lastContact: epochMs.optional(),
  /** Entries of the workspace that the replica did not hold at its last contact. */
  lag: count,
  /** What the replica wrote, as the hub holds it. */
  entries: count,
  bytes: count,
  /** Dead letters that it brought and that are only counted any more. */
  deadForgotten: count.optional(),
});
export const replicasSchema = z.array(replicaInfoSchema);
export type ReplicaInfo = z.infer<typeof replicaInfoSchema>;

export const newCodeSchema = z.strictObject({
  workspace: z.string(),
  /** Whom it is for, as people say it. */
  label: name,
  /** Hours until it expires. */
  hours: z.number().positive().max(720).optional(),
  kind: replicaKind.optional(),
});
/** `code` is there in the answer that makes it, and never again. */
export const codeSchema = z.object({
  id: z.string(),
  code: z.string().optional(),
  workspace: z.string(),
  label: z.string(),
  kind: replicaKind,
  expiresAt: epochMs,
  usedAt: epochMs.optional(),
  usedBy: replica.optional(),
});
export const codesSchema = z.array(codeSchema);
export type CodeInfo = z.infer<typeof codeSchema>;

export const deadLetterSchema = z.object({
  id: z.string(),
  workspace: z.string(),
  replica,
  from: count,
  to: count,
  /** Who brought it. */
  broughtBy: replica,
  receivedAt: epochMs,
  code: z.string(),
  message: z.string(),
  /** As they came. */
  bytes: count,
  /** Of the bytes, hexadecimal SHA-256. */
  digest: z.string(),
  /** Since when the bytes are gone: their sender had too many. */
  letGoAt: epochMs.optional(),
});
export const deadLettersSchema = z.array(deadLetterSchema);
export type DeadLetterInfo = z.infer<typeof deadLetterSchema>;

/** Query of a bundle: what a device or hub lacks, or everything since a moment, as files of at most so many bytes. */
export const bundleWishSchema = z.object({
  workspace: z.string().optional(),
  /** Replica id, name or short code. */
  receiver: z.string().min(1).max(200),
  since: z.coerce.number().int().optional(),
  partBytes: z.coerce.number().int().min(10_000).max(4_000_000_000).default(16_000_000),
  /** Attachments up to so many bytes each; 0: none. */
  largestFile: z.coerce.number().int().min(0).max(4_000_000_000).default(usualLargestFile),
});

/** What became of one part. */
export const openedBundleSchema = z.object({
  workspace: z.object({ id: z.string(), name: z.string() }),
  sender: z.string(),
  part: count,
  isLast: z.boolean(),
  digest: z.string(),
  entries: count,
  refused: z.array(
    z.object({
      replica: z.string(),
      from: count,
      code: z.string(),
      message: z.string(),
      seq: count.optional(),
    }),
  ),
  /** Absent from a hub that knows no attachments in bundles. */
  files: z.object({ count, bytes: count }).optional(),
  fileFaults: z.array(hubProblemSchema).optional(),
  notice: hubProblemSchema.optional(),
  missing: hubProblemSchema.optional(),
});
export type OpenedBundle = z.infer<typeof openedBundleSchema>;

/** Contents of attachments in one answer. */
export const mostListed = 1000;

/** Contents that became whole at a hub after a number, in the order of their numbers; fewer than `mostListed`: those are all. */
export const blobListSchema = z.object({
  /** As exchanges have it: with another one, and with a `last` below what was seen, the numbers begin anew. */
  epoch: z.string(),
  last: count,
  blobs: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), size: count, number: count })),
});
export type BlobList = z.infer<typeof blobListSchema>;

export const storageSchema = z.object({
  workspaces: count,
  entries: count,
  segments: count,
  segmentBytes: count,
  deadLetters: count,
  /** Of these, such without contents, and such of which only this count is left. */
  deadLettersLetGo: count,
  deadLettersForgotten: count,
  blobs: count,
  blobBytes: count,
  /** Entries that this hub set aside, and such that it has still to judge. Absent at hubs of an earlier version. */
  entriesAside: count.default(0),
  entriesToJudge: count.default(0),
});
export type StorageInfo = z.infer<typeof storageSchema>;
