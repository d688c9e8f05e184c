import { Packr } from 'msgpackr';
import type { Vault } from '#shared/trust/vault.ts';

type Row = Readonly<Record<string, unknown>>;

/** What of a row is contents, and what names the row. The rest stands in the clear: numbers, ids, hashes. */
interface SealedTable {
  readonly contents: string;
  readonly name: (row: Row) => string;
  /** Rows that hold no contents. */
  readonly isClear?: (row: Row) => boolean;
}

const byKey = (row: Row) => String(row['key']);
/** Read before there is a key, or while a transaction waits: a replica id, and the last numbers given. */
const clearMeta = /^(identity$|counter:)/;

const tables: Readonly<Record<string, SealedTable>> = {
  log: { contents: 'bytes', name: (row) => String(row['n']) },
  records: { contents: 'state', name: (row) => String(row['id']) },
  meta: { contents: 'value', name: byKey, isClear: (row) => clearMeta.test(byKey(row)) },
  drafts: { contents: 'value', name: byKey },
  aside: { contents: 'bytes', name: byKey },
  chunks: { contents: 'bytes', name: (row) => `${String(row['hash'])}/${String(row['index'])}` },
};

/** Tables whose rows have contents. */
export const sealedTables: readonly string[] = Object.keys(tables);

const packr = new Packr({ useRecords: true, moreTypes: true });
const asBytes = 0;
const asValue = 1;

/** Whether a row of the table is one that is kept encrypted. */
export function isContentRow(table: string, row: object): boolean {
  const how = tables[table];
  return how !== undefined && !how.isClear?.(row as Row);
}

/** The row as it goes to the disk: `sealed` in place of its contents. */
export function sealRow<Stored>(vault: Vault, table: string, row: Stored): Stored {
  const how = tables[table];
  const open = row as Row;
  if (!how || how.isClear?.(open)) return row;
  const { [how.contents]: contents, ...clear } = open;
  const sealed = vault.seal(placeOf(table, how, open), packed(contents));
  return { ...clear, sealed } as Stored;
}

/** The row as it was before `sealRow`; one that was written before there were keys comes as it is. @throws ProblemError OUT-KEY-001 */
export function openRow<Stored>(vault: Vault, table: string, row: Stored): Stored {
  const how = tables[table];
  if (!how || typeof row !== 'object' || row === null) return row;
  const { sealed, ...clear } = row as Row;
  if (!(sealed instanceof Uint8Array)) return row;
  const contents = unpacked(vault.open(placeOf(table, how, clear), sealed));
  return { ...clear, [how.contents]: contents } as Stored;
}

function placeOf(table: string, { name }: SealedTable, row: Row): string {
  return `${table}/${name(row)}`;
}

function packed(contents: unknown): Uint8Array {
  const isBytes = contents instanceof Uint8Array;
  const body = isBytes ? contents : packr.pack(contents);
  const bytes = new Uint8Array(body.length + 1);
  bytes[0] = isBytes ? asBytes : asValue;
  bytes.set(body, 1);
  return bytes;
}

function unpacked(bytes: Uint8Array): unknown {
  return bytes[0] === asBytes ? bytes.subarray(1) : packr.unpack(bytes.subarray(1));
}
