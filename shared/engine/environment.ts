import type { Catalogue } from '../definition/catalogue.ts';
import type { Config } from '../definition/config.ts';
import type { Actor } from '../definition/permission.ts';
import type { Head } from '../changelog/chain.ts';
import type { Entry } from '../changelog/entry.ts';
import type { FoldState } from '../changelog/fold-state.ts';

/** Reads what a command touches. The runner gives a database; tests and the hub give their own. */
export interface RecordSource {
  readonly load: (id: string) => Promise<FoldState | undefined>;
  /** Ids of the records of `type` whose field `by` names `id`. */
  readonly pointingAt: (type: string, by: string, id: string) => Promise<readonly string[]>;
  /** All entries of a record, in any order. */
  readonly entries: (id: string) => Promise<readonly Entry[]>;
}

/** What a command is judged in: who asks, when, over which records and declarations. */
export interface Environment {
  readonly catalogue: Catalogue;
  readonly source: RecordSource;
  readonly config: Config;
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly replica: string;
  readonly head: Head;
  readonly newId: (now: number) => string;
  /** The next number for people of a prefix. Numbers that are not used after all may be skipped. */
  readonly nextNumber: (prefix: string) => string;
}
