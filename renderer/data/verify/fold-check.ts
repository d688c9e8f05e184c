import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { problem } from '#shared/kernel/errors.ts';
import type { OutpostDatabase, RecordRow } from '../database.ts';
import { roleHistories } from '../redaction/role-histories.ts';
import { readEnds } from '../log.ts';
import { recordRow } from '../record-rows.ts';
import type { VerifyFault } from './protocol.ts';
import { checkRedacted, type RedactedCheck } from './redacted-check.ts';
import { readLogRowsAt, type OpenedRecord } from './read-rows.ts';

/** Where the log holds entries of a record, as a run met them. */
export interface Seen {
  /** Keys of log rows, ascending. */
  readonly places: number[];
  /** The first of them. */
  readonly replica: string;
  readonly seq: number;
}

/** Log rows read at once: each holds up to two thousand entries. */
const rowsAtOnce = 40;

interface Found {
  readonly entries: Entry[];
  readonly places: number[];
  n: number;
}

/** Compares stored records with the fold of their entries. Those that changed after `upTo` are left to the next run. */
export async function checkRecords(
  database: OutpostDatabase,
  catalogue: Catalogue,
  records: readonly OpenedRecord[],
  known: {
    readonly seen: ReadonlyMap<string, Seen>;
    readonly upTo: number;
    readonly mustBeSealed: boolean;
    readonly now: number;
  },
): Promise<RedactedCheck> {
  // One that is newer than the log names entries that are gone.
  const { n: end } = await readEnds(database, []);
  const old = records.filter(({ n }) => n <= known.upTo || n > end);
  const rows = old.flatMap(({ row }) => (row ? [row] : []));
  const { found, unread } = await entriesOf(database, rows);
  const faults = old.flatMap(({ id, row, isSealed }): readonly VerifyFault[] => {
    if (!row || (known.mustBeSealed && !isSealed)) {
      return [{ record: id, problem: problem('OUT-VER-011', { record: id }) }];
    }
    // Its log row was told already.
    if (row.places.some((place) => unread.has(place))) return [];
    const own = found.get(id);
    const isWhole = (known.seen.get(id)?.places ?? []).every((place) => row.places.includes(place));
    if (own && isWhole && isSame(row, recordRow(catalogue, foldRecord(own.entries), own))) return [];
    const last = own?.entries.at(-1);
    const named = last ? { replica: last.replica, seq: last.seq } : {};
    return [{ ...named, record: id, problem: problem('OUT-VER-010', { record: id }) }];
  });
  const histories = roleHistories(database, catalogue);
  let redacted = 0;
  for (const { id, state } of rows) {
    const check = await checkRedacted(found.get(id)?.entries ?? [], state.redactions, histories, known.now);
    faults.push(...check.faults);
    redacted += check.redacted;
  }
  return { faults, redacted };
}

/** The entries of the records out of the log rows that their rows name. */
async function entriesOf(
  database: OutpostDatabase,
  rows: readonly RecordRow[],
): Promise<{ readonly found: ReadonlyMap<string, Found>; readonly unread: ReadonlySet<number> }> {
  const wanted = new Set(rows.map(({ id }) => id));
  const places = [...new Set(rows.flatMap((row) => row.places))].sort((a, b) => a - b);
  const found = new Map<string, Found>();
  const unread = new Set<number>();
  for (let index = 0; index < places.length; index += rowsAtOnce) {
    for (const { row, entries } of await readLogRowsAt(database, places.slice(index, index + rowsAtOnce))) {
      if (!entries) unread.add(row.n);
      for (const [offset, entry] of (entries ?? []).entries()) {
        if (!wanted.has(entry.record)) continue;
        const own = found.get(entry.record) ?? { entries: [], places: [], n: 0 };
        found.set(entry.record, own);
        own.entries.push(entry);
        if (own.places.at(-1) !== row.n) own.places.push(row.n);
        own.n = row.n + offset;
      }
    }
  }
  return { found, unread };
}

function isSame(stored: RecordRow, folded: RecordRow): boolean {
  return canonicalJson(plain(stored)) === canonicalJson(plain(folded));
}

function plain({ id, type, n, places, config, redaction, files, asides, state }: RecordRow): unknown {
  return { id, type, n, places, config, redaction, files, asides, state };
}
