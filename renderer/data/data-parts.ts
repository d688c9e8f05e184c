import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordSource } from '#shared/engine/environment.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Attachments } from './attachments/attachments.ts';
import type { ConfigCache } from './config-cache.ts';
import type { OutpostDatabase } from './database.ts';
import type { ChangeFeed } from './feed.ts';
import type { Identity } from './identity.ts';
import type { IndexClient } from './index/index-client.ts';
import type { SummaryPart } from './index/protocol.ts';
import type { LocalStore } from './local-store.ts';
import type { SyncClient } from './sync/sync-client.ts';
import type { Access } from './vault/access.ts';
import type { KeyChange } from './vault/key-change.ts';
import type { Verification } from './verify/verification.ts';
import type { Writer } from './writer.ts';

export interface DataParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  readonly identity: Identity;
  readonly clock: Clock;
  /** Drafts and settings of this device. */
  readonly local: LocalStore;
  readonly feed: ChangeFeed;
  readonly index: IndexClient;
  readonly config: ConfigCache;
  readonly writer: Writer;
  /** Of own entries; undefined where the shell keeps none. */
  readonly journal: OutpostBridge['journal'] | undefined;
  readonly sync: SyncClient;
  readonly attachments: Attachments;
  readonly access: Access;
  readonly verification: Verification;
  readonly keyChange: KeyChange;
  readonly session: { actor: Actor | undefined };
  /** What points at a record in the database. */
  readonly pointingAt: RecordSource['pointingAt'];
  /** Runs work unless another window does; undefined then. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value | undefined>;
  readonly startupNotices: readonly Problem[];
  /** Told of faults that no command answers with: something could not be read, a draft not kept. */
  readonly onFault: (fault: Problem) => void;
}

/** A group of a summary with the query of exactly its records. */
export interface SummaryGroup extends SummaryPart {
  readonly query: Query;
}
