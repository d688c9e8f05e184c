import { z } from 'zod';
import { hashEntry } from '../changelog/codec.ts';
import type { Entry } from '../changelog/entry.ts';
import { isEntry } from '../changelog/is-entry.ts';
import { canonicalBytes, fromBase64Url, toBase64Url } from '../kernel/canonical.ts';
import { problem, ProblemError } from '../kernel/errors.ts';
import { decodeUtf8, encodeUtf8 } from '../kernel/platform.ts';
import { signBytes, verifyBytes, verifyHead } from './keys.ts';

/** One entry of an audit file. Where its maker was not allowed to see all of it, it is named by its hash alone. */
export interface AuditFileEntry {
  readonly replica: string;
  readonly seq: number;
  /** Base64url SHA-256, as the log has it. */
  readonly hash: string;
  /** Epoch ms by the clock of the device that made the file. */
  readonly receivedAt?: number | undefined;
  readonly entry?: Entry | undefined;
}

/** The newest known end of a log, with its author's signature where there is one. */
export interface AuditFileHead {
  readonly replica: string;
  readonly seq: number;
  readonly hash: string;
  readonly signed?:
    { readonly workspace: string; readonly signKey: string; readonly signature: string } | undefined;
}

export interface AuditFile {
  readonly format: 'outpost-audit/1';
  readonly unit: string;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly madeBy: string;
  /** `signKey`: Ed25519 public key, base64url. */
  readonly device: { readonly replica: string; readonly name: string; readonly signKey: string };
  /** What the entries were chosen by, in words. */
  readonly filter: readonly string[];
  readonly entries: readonly AuditFileEntry[];
  readonly heads: readonly AuditFileHead[];
}

const use = 'outpost-audit/1';

const fileShape = z.object({
  signature: z.string(),
  content: z.object({
    format: z.literal(use),
    unit: z.string(),
    madeAt: z.number(),
    madeBy: z.string(),
    device: z.object({ replica: z.string(), name: z.string(), signKey: z.string() }),
    filter: z.array(z.string()),
    entries: z.array(
      z.object({
        replica: z.string(),
        seq: z.number(),
        hash: z.string(),
        receivedAt: z.number().optional(),
        entry: z.custom<Entry>(isEntry).optional(),
      }),
    ),
    heads: z.array(
      z.object({
        replica: z.string(),
        seq: z.number(),
        hash: z.string(),
        signed: z.object({ workspace: z.string(), signKey: z.string(), signature: z.string() }).optional(),
      }),
    ),
  }),
});

/** UTF-8 JSON. @param secret Ed25519 secret of the device that makes the file. */
export function writeAuditFile(secret: Uint8Array, content: AuditFile): Uint8Array {
  const signature = toBase64Url(signBytes(secret, use, canonicalBytes(content)));
  return encodeUtf8(JSON.stringify({ content, signature }));
}

/**
 * Reads a file and checks its signature, the hash of every entry, and the signatures of the heads.
 * @param file its name, for the refusal. @throws ProblemError OUT-VER-020 where it is none, OUT-VER-021 where it was altered.
 */
export function readAuditFile(file: string, bytes: Uint8Array): AuditFile {
  const parsed = parse(bytes);
  const shaped = fileShape.safeParse(parsed);
  if (!shaped.success) throw new ProblemError(problem('OUT-VER-020', { file }));
  const { content, signature } = shaped.data;
  const altered = (fault: string) => new ProblemError(problem('OUT-VER-021', { file, fault }));
  // What was signed is all that stands there, also what this version does not know.
  const signed = canonicalBytes((parsed as { readonly content: unknown }).content);
  if (!verifyBytes(bytesOf(content.device.signKey), use, signed, bytesOf(signature))) {
    throw altered('its signature does not fit');
  }
  for (const { replica, seq, hash, entry } of content.entries) {
    if (entry && (entry.replica !== replica || entry.seq !== seq || hashEntry(entry) !== hash)) {
      throw altered(`entry ${seq} of replica ${replica} is not what its hash says`);
    }
  }
  for (const { replica, seq, hash, signed: by } of content.heads) {
    const head = by && { workspace: by.workspace, replica, seq, hash };
    if (head && !verifyHead(bytesOf(by.signKey), head, bytesOf(by.signature))) {
      throw altered(`the signature behind entry ${seq} of replica ${replica} does not fit`);
    }
  }
  return content;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes) ?? '');
  } catch {
    return undefined;
  }
}

function bytesOf(text: string): Uint8Array {
  return fromBase64Url(text) ?? new Uint8Array();
}
