import type { Kysely } from 'kysely';
import type { StorageInfo } from '#shared/contracts/hub.ts';
import type { AdminSessions } from './shelves/admin-sessions.ts';
import type { AdminTries } from './shelves/admin-tries.ts';
import type { BlobErrands } from './shelves/blob-errands.ts';
import type { BlobHolders } from './shelves/blob-holders.ts';
import type { Blobs } from './shelves/blobs.ts';
import type { Codes } from './shelves/codes.ts';
import type { DeadLetters } from './shelves/dead-letters.ts';
import type { Leases } from './shelves/leases.ts';
import type { Logs } from './shelves/logs.ts';
import type { Replicas } from './shelves/replicas.ts';
import type { Rulings } from './shelves/rulings.ts';
import type { Settings } from './shelves/settings.ts';
import type { Tokens } from './shelves/tokens.ts';
import type { Upstreams } from './shelves/upstreams.ts';
import type { Workspaces } from './shelves/workspaces.ts';
import type { Tables } from './tables.ts';

/** What is kept, by subject. */
export interface Shelves {
  readonly settings: Settings;
  readonly workspaces: Workspaces;
  readonly replicas: Replicas;
  readonly codes: Codes;
  readonly logs: Logs;
  readonly deadLetters: DeadLetters;
  readonly blobs: Blobs;
  readonly blobHolders: BlobHolders;
  readonly blobErrands: BlobErrands;
  readonly upstreams: Upstreams;
  readonly tokens: Tokens;
  readonly adminSessions: AdminSessions;
  readonly adminTries: AdminTries;
  readonly leases: Leases;
  readonly rulings: Rulings;
}

/** The hub's memory, the same on SQLite and PostgreSQL. What a promise gave back is on the disk. */
export interface Storage extends Shelves {
  readonly engine: 'sqlite' | 'postgresql';
  /** All or nothing. */
  inTransaction<Result>(work: (shelves: Shelves) => Promise<Result>): Promise<Result>;
  /**
   * All or nothing, and nobody else changes the workspace meanwhile, in no process. Listeners are told after the commit.
   * @throws ProblemError OUT-SYN-033 when there is no such workspace.
   */
  inWorkspace<Result>(workspace: string, work: (shelves: Shelves) => Promise<Result>): Promise<Result>;
  /** Calls back when a workspace changed, here or in another process on the same PostgreSQL; `undefined` where it may be any. */
  onChange(listener: (workspace: string | undefined) => void): () => void;
  /** After contents were removed: what the database keeps of them in its own files goes, as far as it can be told to. */
  scrub(): Promise<void>;
  figures(): Promise<StorageInfo>;
  /** @throws Error when the database does not answer. */
  check(): Promise<void>;
  /** For copies of the whole database: everything as it was at one instant. */
  snapshot<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /** For restoring a copy, all or nothing. */
  replace<Result>(work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
