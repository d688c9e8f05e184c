import type { Entry } from '../entry.ts';
import { isEntry } from '../is-entry.ts';
import { PackFault } from './byte-reader.ts';
import { ByteWriter, largestZigzag } from './byte-writer.ts';
import { joinColumns, writeColumns, writeOneColumn, type Columns } from './columns.ts';
import { deflated, type DeflateLevel } from './deflate.ts';
import { inColumns, inColumnsWithStamp, largestWhole } from './kinds.ts';
import { writeHead, type PrevWritten } from './run-head.ts';
import { ValueWriter } from './value-writer.ts';

export interface PackOptions {
  /** Write only the first bytes of the hash before the first entry: the reader holds that entry. */
  readonly withoutPrev?: boolean;
  readonly level?: DeflateLevel;
}

/** So few entries share one column. */
const few = 4;

/**
 * Entries of one replica that follow each other, as bytes: what is alike in them side by side, what can be computed (numbers, hashes) left out.
 * @throws PackFault where the entries do not follow each other, or one cannot stand in a log.
 */
export function packEntries(entries: readonly Entry[], options: PackOptions = {}): Uint8Array {
  const [first] = entries;
  if (!first) throw new PackFault('there are no entries');
  const isOneColumn = entries.length < few;
  const columns = isOneColumn ? writeOneColumn() : writeColumns();
  const ids = isOneColumn ? columns.values : new ByteWriter();
  writeEntries(entries, columns, ids, first);
  const body = isOneColumn ? columns.values.written() : joinColumns(columns);
  const smaller = deflated(body, options.level);
  const packed = new ByteWriter();
  const head = {
    replica: first.replica,
    from: first.seq,
    count: entries.length,
    isDeflated: smaller !== undefined,
    isOneColumn,
  };
  writeHead(packed, head, prevOf(first, options));
  if (smaller) packed.number(body.length);
  if (!isOneColumn) packed.number(ids.length);
  if (!isOneColumn) packed.bytes(ids.written());
  packed.bytes(smaller ?? body);
  return packed.written().slice();
}

function prevOf({ seq, prev }: Entry, { withoutPrev = false }: PackOptions): PrevWritten {
  if (seq === 1) return { as: 'none' };
  return { as: withoutPrev ? 'check' : 'whole', hash: prev };
}

function writeEntries(
  entries: readonly Entry[],
  columns: Columns<ByteWriter>,
  ids: ByteWriter,
  first: Entry,
): void {
  const writer = new ValueWriter(columns, ids, first.replica, first.stamp.wall);
  const actors = new Map<string, number>();
  const records = new Map<string, number>();
  const counters = new Map<string, number>();
  let wall = 0;
  for (const [index, entry] of entries.entries()) {
    mustFollow(first, entry, index);
    const { seq, stamp, actor, record } = entry;
    writeWall(columns.walls, stamp.wall - wall, stamp.wall);
    wall = stamp.wall;
    writer.party(columns.actors, actors, actor);
    writer.party(columns.records, records, record);
    columns.counters.zigzag(stamp.counter - (counters.get(record) ?? 0) - 1);
    counters.set(record, stamp.counter);
    writer.begin(record, seq);
    writer.entry(entry, hasOnly(stamp) ? inColumnsWithStamp : inColumns);
  }
}

function mustFollow(first: Entry, entry: Entry, index: number): void {
  const follows =
    entry.replica === first.replica && entry.seq === first.seq + index && entry.seq <= largestWhole;
  if (!follows || !isEntry(entry)) throw new PackFault(`entry ${entry.seq} cannot be packed`);
}

/** A stamp of a newer version may say more. */
function hasOnly(stamp: object): boolean {
  return Object.keys(stamp).length === 2;
}

function writeWall(walls: ByteWriter, step: number, wall: number): void {
  if (Math.abs(step) > largestZigzag) {
    walls.number(0);
    walls.float(wall);
  } else walls.number(step < 0 ? -2 * step : 2 * step + 1);
}
