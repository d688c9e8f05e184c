import { decodeEntries, hashEntry } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import type { HubSender } from '#shared/contracts/hub-request.ts';
import { signHead } from '#shared/sync/keys.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { missingFrom, type Range, type Vector } from '#shared/sync/vector.ts';
import { toPackedRun } from '#shared/sync/wire.ts';
import type { OutpostDatabase } from '../database.ts';
import { rowWith } from '../own-logs.ts';
import { localVector } from './local-vector.ts';
import type { Waiting } from './protocol.ts';

export interface Offer {
  readonly runs: readonly PackedRun[];
  readonly entries: number;
  /** There is more than fitted. */
  readonly more: boolean;
}

/** What a run takes in a message beside its bytes: names, numbers, signature. */
const runOverhead = 90;
/** Entries of a run: what is unpacked at once on the other side. */
const mostInRun = 2000;
/** An entry on the wire, roughly; only for estimates. */
export const bytesPerEntry = 45;

/**
 * Runs that the other side lacks, up to so many bytes and at least one entry. Own entries come first: they may exist
 * nowhere else.
 * @param without replicas that the other side refused for now.
 */
export async function makeOffer(
  database: OutpostDatabase,
  sender: HubSender,
  theirs: Vector,
  budget: number,
  without: ReadonlySet<string> = new Set(),
): Promise<Offer> {
  const missing = missingFrom(theirs, await localVector(database)).filter(
    ({ replica }) => !without.has(replica),
  );
  const ranges = [...missing].sort(
    (a, b) => Number(b.replica === sender.replica) - Number(a.replica === sender.replica),
  );
  const runs: PackedRun[] = [];
  let left = budget;
  let entries = 0;
  for (const range of ranges) {
    for (let from = range.from; from <= range.to; from = (runs.at(-1)?.to ?? 0) + 1) {
      const room = left - runOverhead;
      if (room <= 0 && runs.length > 0) return { runs, entries, more: true };
      const run = await fittingRun(database, sender, { ...range, from }, room, runs.length === 0);
      if (!run) return { runs, entries, more: true };
      runs.push(run);
      entries += run.to - run.from + 1;
      left -= run.bytes.length + runOverhead;
    }
  }
  return { runs, entries, more: false };
}

/** What a hub has not acknowledged; all that is here where `theirs` is empty. */
export async function waitingFor(database: OutpostDatabase, theirs: Vector): Promise<Waiting> {
  const missing = missingFrom(theirs, await localVector(database));
  let entries = 0;
  let oldest = Infinity;
  for (const range of missing) {
    entries += range.to - range.from + 1;
    const row = await rowWith(database, range.replica, range.from);
    const first = row && decodeEntries(row.bytes).find(({ seq }) => seq === range.from);
    oldest = Math.min(oldest, first?.stamp.wall ?? Infinity);
  }
  const bytes = entries * bytesPerEntry + missing.length * runOverhead;
  return { entries, bytes, ...(Number.isFinite(oldest) ? { oldest } : {}) };
}

/** The beginning of a range that fits into the room. */
async function fittingRun(
  database: OutpostDatabase,
  sender: HubSender,
  range: Range,
  room: number,
  isForced: boolean,
): Promise<PackedRun | undefined> {
  const read = await readRange(database, range, Math.min(mostInRun, Math.max(1, Math.ceil(room / 12))));
  if (read.entries.length === 0) return undefined;
  let count = read.entries.length;
  let run = packed(sender, read, count);
  while (run.bytes.length > room && count > 1) {
    count = Math.max(1, Math.min(count - 1, Math.floor(((count * room) / run.bytes.length) * 0.95)));
    run = packed(sender, read, count);
  }
  return run.bytes.length > room && !isForced ? undefined : run;
}

interface ReadRange {
  readonly entries: readonly Entry[];
  /** Signatures of their author that came with them, by the number of the entry they stand behind. */
  readonly signatures: ReadonlyMap<number, Uint8Array>;
}

/** Entries of a range from its beginning, so many at most. */
export async function readRange(database: OutpostDatabase, range: Range, most: number): Promise<ReadRange> {
  const entries: Entry[] = [];
  const signatures = new Map<number, Uint8Array>();
  let row = await rowWith(database, range.replica, range.from);
  while (row && entries.length < most) {
    for (const entry of decodeEntries(row.bytes)) {
      if (entry.seq >= range.from && entry.seq <= range.to && entries.length < most) entries.push(entry);
    }
    if (row.signature) signatures.set(row.to, row.signature);
    row = await database.log
      .where('[replica+from]')
      .between([range.replica, row.from], [range.replica, range.to], false, true)
      .first();
  }
  return { entries, signatures };
}

function packed({ replica, workspace, secret }: HubSender, read: ReadRange, count: number): PackedRun {
  const entries = read.entries.slice(0, count);
  const last = entries.at(-1);
  if (!last) throw new Error('A run holds at least one entry.');
  const signature =
    last.replica === replica
      ? signHead(secret, { workspace, replica, seq: last.seq, hash: hashEntry(last) })
      : read.signatures.get(last.seq);
  return toPackedRun(
    { replica: last.replica, entries, ...(signature ? { signature } : {}) },
    { withoutPrev: true },
  );
}
