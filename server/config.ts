import { resolve } from 'node:path';
import { z } from 'zod';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { WorkspaceWish } from './hub/workspaces.ts';
import type { StoragePlace } from './storage/open.ts';
import type { DeadLetterBounds } from './storage/shelves/dead-letters.ts';

const mebibyte = 1024 * 1024;
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

/** The settings, by the names of their environment variables. An empty one counts as absent. */
const settingsSchema = z.object({
  OUTPOST_HUB_FOLDER: z.string().default('outpost-hub'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'it has to begin with postgres://')
    .optional(),
  OUTPOST_HUB_NAME: z.string().max(100).default('Outpost hub'),
  OUTPOST_HUB_WORKSPACE: z.string().trim().min(1).max(100).default('Workspace'),
  OUTPOST_HUB_WORKSPACE_ID: z
    .string()
    .regex(/^[0-9a-z]{26}$/, 'it is not the id of a workspace')
    .optional(),
  OUTPOST_HUB_MARKING: z.string().max(200).optional(),
  OUTPOST_HUB_HOST: z.string().default('127.0.0.1'),
  OUTPOST_HUB_PORT: whole(0, 65_535).default(4790),
  OUTPOST_HUB_NAMES: z
    .string()
    .regex(
      /^\s*(\*\.)?[\w.-]+(\s*,\s*(\*\.)?[\w.-]+)*\s*$/,
      'it is no list of names with commas between them',
    )
    .optional(),
  OUTPOST_HUB_TLS_CERT: z.string().optional(),
  OUTPOST_HUB_TLS_KEY: z.string().optional(),
  OUTPOST_HUB_BEHIND_PROXY: z.enum(['no', 'yes']).default('no'),
  OUTPOST_HUB_PAGE: z.string().default('dist/renderer'),
  OUTPOST_HUB_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OUTPOST_HUB_BODY_LIMIT: whole(1024, 64 * mebibyte).default(16 * mebibyte),
  OUTPOST_HUB_ANSWER_LIMIT: whole(1024, 32 * mebibyte).default(4 * mebibyte),
  OUTPOST_HUB_BLOB_LIMIT: whole(1, 1024 * 1024 * mebibyte).default(512 * mebibyte),
  OUTPOST_HUB_DEAD_LETTERS: whole(1, 100_000).default(500),
  OUTPOST_HUB_DEAD_LETTER_BYTES: whole(1024, 1024 * 1024 * mebibyte).default(64 * mebibyte),
  OUTPOST_HUB_UPSTREAM_BLOB_LIMIT: whole(0, 1024 * 1024 * mebibyte).default(512 * mebibyte),
  OUTPOST_HUB_REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(1200),
  OUTPOST_HUB_ENROLS_PER_MINUTE: whole(1, 1_000_000).default(20),
  OUTPOST_HUB_REPLICA_REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(1200),
  OUTPOST_HUB_REPLICA_BYTES_PER_MINUTE: whole(1024, 1024 * 1024 * mebibyte).default(2048 * mebibyte),
  OUTPOST_HUB_ADMIN_REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(600),
  OUTPOST_HUB_REQUEST_SECONDS: whole(1, 3600).default(600),
  OUTPOST_HUB_UPSTREAM_SECONDS: whole(1, 86_400).default(30),
});

export interface HubConfig {
  readonly place: StoragePlace;
  readonly name: string;
  /** Made at the first start. */
  readonly firstWorkspace: WorkspaceWish;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** By which it may be asked, in small letters, besides numbers, the machine's name and those of the certificate. */
  readonly names: readonly string[];
  /** PEM files. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** A proxy's word counts for the address of who asks. */
  readonly isBehindProxy: boolean;
  /** Folder of the built page; nothing is served where it is not there. */
  readonly page: string;
  readonly log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly limits: HubLimits;
  /** Pause between two exchanges with the hub above, where nothing new is known. */
  readonly upstreamSeconds: number;
}

export interface HubLimits {
  /** Bytes. */
  readonly body: number;
  readonly answer: number;
  readonly blob: number;
  /** Of one sender in one workspace. */
  readonly deadLetters: DeadLetterBounds;
  /** Of one attachment that goes to or comes from a hub above. */
  readonly upstreamBlob: number;
  /** From one address. */
  readonly requestsPerMinute: number;
  readonly enrolsPerMinute: number;
  /** Of one enrolled replica: requests, and bytes both ways. */
  readonly replicaRequestsPerMinute: number;
  readonly replicaBytesPerMinute: number;
  /** Of administrators with one token's label. */
  readonly adminRequestsPerMinute: number;
  /** For a request to arrive. */
  readonly requestSeconds: number;
}

/**
 * Reads the settings from environment variables.
 * @throws ProblemError OUT-SYN-039 naming the first one that is not usable.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): HubConfig {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const read = settingsSchema.safeParse(Object.fromEntries(given));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw unusable(String(issue?.path[0]), issue?.message ?? '');
  }
  const settings = read.data;
  const { OUTPOST_HUB_TLS_CERT: certificate, OUTPOST_HUB_TLS_KEY: key } = settings;
  if ((certificate === undefined) !== (key === undefined)) {
    throw unusable('OUTPOST_HUB_TLS_CERT', 'certificate and key go together');
  }
  return {
    place:
      settings.DATABASE_URL === undefined
        ? { file: resolve(settings.OUTPOST_HUB_FOLDER, 'hub.db') }
        : { url: settings.DATABASE_URL },
    name: settings.OUTPOST_HUB_NAME,
    firstWorkspace: {
      name: settings.OUTPOST_HUB_WORKSPACE,
      id: settings.OUTPOST_HUB_WORKSPACE_ID,
      marking: settings.OUTPOST_HUB_MARKING,
    },
    host: settings.OUTPOST_HUB_HOST,
    port: settings.OUTPOST_HUB_PORT,
    names: (settings.OUTPOST_HUB_NAMES ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    ...(certificate === undefined || key === undefined ? {} : { tls: { certificate, key } }),
    isBehindProxy: settings.OUTPOST_HUB_BEHIND_PROXY === 'yes',
    page: resolve(settings.OUTPOST_HUB_PAGE),
    log: settings.OUTPOST_HUB_LOG,
    limits: {
      body: settings.OUTPOST_HUB_BODY_LIMIT,
      answer: settings.OUTPOST_HUB_ANSWER_LIMIT,
      blob: settings.OUTPOST_HUB_BLOB_LIMIT,
      deadLetters: {
        letters: settings.OUTPOST_HUB_DEAD_LETTERS,
        bytes: settings.OUTPOST_HUB_DEAD_LETTER_BYTES,
      },
      upstreamBlob: settings.OUTPOST_HUB_UPSTREAM_BLOB_LIMIT,
      requestsPerMinute: settings.OUTPOST_HUB_REQUESTS_PER_MINUTE,
      enrolsPerMinute: settings.OUTPOST_HUB_ENROLS_PER_MINUTE,
      replicaRequestsPerMinute: settings.OUTPOST_HUB_REPLICA_REQUESTS_PER_MINUTE,
      replicaBytesPerMinute: settings.OUTPOST_HUB_REPLICA_BYTES_PER_MINUTE,
      adminRequestsPerMinute: settings.OUTPOST_HUB_ADMIN_REQUESTS_PER_MINUTE,
      requestSeconds: settings.OUTPOST_HUB_REQUEST_SECONDS,
    },
    upstreamSeconds: settings.OUTPOST_HUB_UPSTREAM_SECONDS,
  };
}

function unusable(setting: string, fault: string): ProblemError {
  return new ProblemError(problem('OUT-SYN-039', { setting, fault }));
}
