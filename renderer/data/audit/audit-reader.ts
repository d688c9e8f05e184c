import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { isMarked, markingFieldName } from '#shared/definition/marking-field.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { confirmedEntries, countingEntry } from '#shared/changelog/redaction/orders.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { readAudit } from '#shared/processes/support/rights.ts';
import type { OutpostDatabase, RecordRow } from '../database.ts';
import { itemOfEntry } from '../timeline.ts';
import { readLogRows, readRecordRowsOf, type OpenedRow } from '../verify/read-rows.ts';
import { auditKindOf, type AuditEntry, type AuditFilter, type AuditSource } from './audit-entry.ts';

export interface AuditParts {
  readonly database: OutpostDatabase;
  readonly catalogue: Catalogue;
  readonly actor: Actor;
  /** Replica ids that were or are this device's. */
  readonly own: readonly string[];
}

/** About so many entries are decoded before others have their turn. */
const entriesAtOnce = 1000;
const mostRows = 400;

interface Candidate {
  readonly n: number;
  readonly entry: Entry;
  readonly receivedAt: number | undefined;
}

/**
 * Entries that fit, newest arrivals first, in batches; nothing is held in memory but the batch. Who may not read the audit gets own entries only.
 * @param before arrival number; entries before it.
 */
export async function* auditBatches(
  parts: AuditParts,
  filter: AuditFilter,
  before: number,
): AsyncGenerator<readonly AuditSource[]> {
  const fits = fitter(parts.actor, filter);
  let rowsAtOnce = 10;
  for (let end = before; end > 1;) {
    const rows = await rowsBefore(parts.database, end, rowsAtOnce);
    const candidates = rows.flatMap((row) => candidatesIn(row, end)).filter(fits);
    yield (await describe(parts, candidates.reverse())).filter((one) => hasWords(one, filter.text));
    const read = rows.reduce((sum, { row }) => sum + row.count, 1);
    rowsAtOnce = Math.min(mostRows, Math.max(1, Math.round((rowsAtOnce * entriesAtOnce) / read)));
    end = rows[0]?.row.n ?? 0;
  }
}

/** Rows that begin before an arrival number, ascending. */
async function rowsBefore(
  database: OutpostDatabase,
  before: number,
  most: number,
): Promise<readonly OpenedRow[]> {
  const keys = await database.log.where('n').below(before).reverse().limit(most).primaryKeys();
  const [last, first] = [keys[0], keys.at(-1)];
  return last === undefined || first === undefined
    ? []
    : readLogRows(database, IDBKeyRange.bound(first, last));
}

/** What cannot be read is told by verifying, and left out here. */
function candidatesIn({ row, entries = [] }: OpenedRow, before: number): readonly Candidate[] {
  return entries
    .map((entry, index) => ({ n: row.n + index, entry, receivedAt: row.receivedAt }))
    .filter(({ n }) => n < before);
}

function fitter(actor: Actor, filter: AuditFilter): (candidate: Candidate) => boolean {
  const seesAll = readAudit.allows(actor, undefined);
  const { person, type, kind, replica, from = -Infinity, until = Infinity } = filter;
  return ({ entry }) =>
    (seesAll || (entry.actor === actor.id && actor.id !== '')) &&
    (person === undefined || entry.actor === person) &&
    (type === undefined || entry.type === type) &&
    (kind === undefined || auditKindOf(entry) === kind) &&
    (replica === undefined || entry.replica === replica) &&
    entry.stamp.wall >= from &&
    entry.stamp.wall < until;
}

async function describe(
  { database, catalogue, actor, own }: AuditParts,
  candidates: readonly Candidate[],
): Promise<readonly AuditSource[]> {
  const ids = [...new Set(candidates.map(({ entry }) => entry.record))];
  const records = await readRecordRowsOf(database, ids);
  const rows = new Map(records.flatMap(({ id, row }) => (row ? [[id, row] as const] : [])));
  return candidates.map(({ n, entry: found, receivedAt }) => {
    const orders = confirmedEntries(rows.get(found.record)?.state.redactions ?? []);
    const entry = countingEntry(found, orders);
    const { seen, isOpen } = sight(catalogue, actor, entry, rows.get(entry.record));
    const shown: AuditEntry = {
      n,
      replica: entry.replica,
      seq: entry.seq,
      claimedAt: entry.stamp.wall,
      ...(receivedAt === undefined ? {} : { receivedAt }),
      isOwn: own.includes(entry.replica),
      person: entry.actor,
      type: entry.type,
      record: entry.record,
      ...(seen ? { seen } : {}),
    };
    // What is withheld is exported as it stands: its hash is the one that was chained.
    return { shown, entry: found.body.kind === 'redacted' ? found : entry, isOpen };
  });
}

/** What the reader may see of an entry: nothing of a record that is hidden from them, no value of a hidden field. */
function sight(
  catalogue: Catalogue,
  actor: Actor,
  entry: Entry,
  row: RecordRow | undefined,
): { readonly seen?: NonNullable<AuditEntry['seen']>; readonly isOpen: boolean } {
  const type = catalogue.type(entry.type);
  const view = row && type && projectRecord(row.state, shapeOf(type));
  if (!view || !type.see.allows(actor, view)) return { isOpen: false };
  const isVisible = (name: string) => type.fields[name]?.visibleTo?.allows(actor, view) ?? true;
  const item = itemOfEntry(type, view, entry, isVisible);
  const said = entry.body.kind === 'redacted' ? entry.body.kept : entry.body;
  const fields = 'fields' in said ? Object.keys(said.fields) : [];
  const title = isVisible(type.views.title) ? textOf(view, type.views.title) : '';
  return {
    seen: { number: view.number, title, marking: markingIn(type, view), item },
    isOpen: fields.every(isVisible),
  };
}

function markingIn(type: RecordType, view: RecordView): string {
  return isMarked(type) ? textOf(view, markingFieldName) : '';
}

function hasWords({ shown: { seen } }: AuditSource, text = ''): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  if (!seen) return false;
  const { number, title, item } = seen;
  const changes = item.changes.flatMap(({ label, after }) => [label, JSON.stringify(after)]);
  const said = [number, title, item.label, item.text, item.file?.name, ...changes].join(' ').toLowerCase();
  return words.every((word) => said.includes(word));
}
