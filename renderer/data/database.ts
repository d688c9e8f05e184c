import { Dexie, type Table } from 'dexie';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Vault } from '#shared/trust/vault.ts';
import { foldUnknown } from './fold-unknown.ts';
import type { StateMarks } from './state-marks.ts';
import type { ExchangeRow } from './sync/protocol.ts';
import { vaultMiddleware } from './vault/middleware.ts';

/** A piece of the log: one entry for an edit, up to hundreds when entries arrive in bulk. */
export interface LogRow {
  /** Arrival number of its first entry on this device: 1, 2, 3 … */
  readonly n: number;
  readonly count: number;
  readonly replica: string;
  /** Numbers of its first and last entry in their replica's log. */
  readonly from: number;
  readonly to: number;
  /** Hash of its last entry. */
  readonly hash: string;
  /** Entries as `encodeEntries` writes them. */
  readonly bytes: Uint8Array;
  /** The author's signature of the head at its last entry, where they came from elsewhere with one. */
  readonly signature?: Uint8Array;
  /** When they arrived by this device's clock, epoch ms; absent where they were written here, or came to an earlier version. */
  readonly receivedAt?: number;
}

/** The fold state of a record. */
export interface RecordRow extends StateMarks {
  readonly id: string;
  readonly type: string;
  /** Arrival number of its newest entry: what the index catches up by. */
  readonly n: number;
  /** Keys of the log rows that hold its entries, ascending. */
  readonly places: readonly number[];
  /** Type name again where the type is configuration, so that those few rows are found without the index. */
  readonly config?: string;
  readonly state: FoldState;
}

/** `identity`: this database's replica id and short code. `counter:<prefix>`: last number given. Others: local settings. */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** What a person has typed and not yet saved. */
export interface DraftRow {
  readonly key: string;
  readonly value: unknown;
  /** Epoch ms. */
  readonly savedAt: number;
}

/**
 * Kept, not applied: an own entry from the journal that cannot continue the log here (a gap, a fork), or a run from elsewhere
 * that does not fit (`refused`; `bytes` is the run as it came).
 */
export interface AsideRow {
  /** Begins with `replica:seq:`. */
  readonly key: string;
  readonly reason: 'gap' | 'fork' | 'refused';
  readonly bytes: Uint8Array;
  /** Epoch ms. */
  readonly at?: number;
  readonly problem?: Problem;
}

/** A packed block of the index worker; derived from `records`, so losing it costs time only. */
export interface BlockRow {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** A notice that was shown, so that it is shown once. */
export interface NoticeRow {
  readonly key: string;
  readonly shownAt: number;
}

/** What a file holds, by its SHA-256 (hexadecimal); its pieces stand in `chunks`. */
export interface BlobRow {
  readonly hash: string;
  /** Bytes of the whole. */
  readonly size: number;
  /** Bytes that are here, from the beginning. */
  readonly received: number;
  /** Bytes behind those, where a bundle's parts came in another order. */
  readonly beyond?: readonly (readonly [from: number, to: number])[] | undefined;
  /** `storing`: from a file of this device; `partial`: from a hub or a bundle. */
  readonly state: 'storing' | 'partial' | 'whole';
  /** Epoch ms since when it waits for an entry to name it; absent once one does. */
  readonly unnamedSince?: number | undefined;
  /** Hubs that hold the whole of it, by `hubMark`. */
  readonly hubs: readonly string[];
  /** A person asked for it, whatever the link takes by itself. */
  readonly isWanted?: boolean | undefined;
}

export interface ChunkRow {
  readonly hash: string;
  /** 0, 1, 2 …; all but the last are `chunkSize` long. */
  readonly index: number;
  readonly bytes: Uint8Array;
}

export const databaseName = 'outpost';

/** Version of the stores below; the browser counts Dexie's versions in tens. */
const version = 4;
const browserVersion = version * 10;

/** IndexedDB of the workspace. Contents go to the disk encrypted (`vault/contents.ts`); no index holds any. */
export class OutpostDatabase extends Dexie {
  declare readonly log: Table<LogRow, number>;
  declare readonly records: Table<RecordRow, string>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly blocks: Table<BlockRow, string>;
  declare readonly aside: Table<AsideRow, string>;
  declare readonly notices: Table<NoticeRow, string>;
  /** Exchanges with hubs and bundles, numbered in their order. */
  declare readonly exchanges: Table<ExchangeRow, number>;

  /** What files hold, content-addressed: the same content is kept once. */
  declare readonly blobs: Table<BlobRow, string>;
  declare readonly chunks: Table<ChunkRow, [hash: string, index: number]>;

  readonly vault: Vault;

  constructor(name: string, vault: Vault) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.vault = vault;
    this.use(vaultMiddleware(vault));
    this.version(1).stores({
      log: 'n, [replica+from]',
      records: 'id, n, config',
      meta: 'key',
      drafts: 'key',
      blocks: 'key',
      aside: 'key',
      notices: 'key',
    });
    this.version(2).stores({ exchanges: '++' });
    this.version(3)
      .stores({ records: 'id, n, config, *files', blobs: 'hash', chunks: '[hash+index]' })
      .upgrade((transaction) => foldUnknown(transaction));
    this.version(version)
      .stores({ records: 'id, n, config, *files, asides, redaction' })
      .upgrade((transaction) => foldUnknown(transaction));
    this.on('ready', () => this.#mustFit(), true);
  }
  /** Dexie would open a database of a later version with the stores of this one, and write into it. */
  #mustFit(): void {
    if (this.backendDB().version > browserVersion) {
      throw new Dexie.VersionError('The database was made by a later version.');
    }
  }
}
