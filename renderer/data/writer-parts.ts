import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { WrittenEntry } from '#shared/engine/commands.ts';
import type { RecordSource } from '#shared/engine/environment.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { ConfigCache } from './config-cache.ts';
import type { OutpostDatabase } from './database.ts';
import type { ChangeFeed } from './feed.ts';
import type { OwedVouch } from './vault/voucher.ts';

/** What a command came to. */
export interface Done {
  /** Id of the record that the command was about. */
  readonly record: string;
  readonly number: string;
  /** What it wrote, for undo; empty where the command changed nothing. */
  readonly entries: readonly WrittenEntry[];
}

export interface WriterParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly feed: ChangeFeed;
  readonly journal: OutpostBridge['journal'] | undefined;
  readonly config: ConfigCache;
  readonly actor: () => Actor | undefined;
  readonly pointingAt: RecordSource['pointingAt'];
  /** What the person has to say before anything else that they write into a log. */
  readonly owedVouch: (person: string, replica: string) => Promise<OwedVouch | undefined>;
  /** Runs work that no other window runs at the same time. */
  readonly exclusively: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Told when the entry is in the database and the journal could not be written. */
  readonly onJournalFault: (fault: Problem) => void;
}
