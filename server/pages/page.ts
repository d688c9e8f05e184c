import type { Logs, SegmentHead } from '#server/storage/shelves/logs.ts';
import { completePack } from '#shared/changelog/pack/unpack.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { ReplicaId } from '#shared/kernel/ids.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { heldOf, missingFrom, type Vector } from '#shared/sync/vector.ts';
import { packWithin, unpackRun } from '#shared/sync/wire.ts';
import { inArrivalOrder } from './arrival-order.ts';

export interface Page {
  readonly runs: readonly PackedRun[];
  /** There is more than fitted. */
  readonly more: boolean;
}

export interface Question {
  readonly workspace: string;
  readonly asker: ReplicaId;
  /** All that the hub holds. */
  readonly held: Vector;
  /** All that the asker holds. */
  readonly have: Vector;
  /** Bytes that the runs may take; at least one entry comes where any is lacking, unless 0. */
  readonly want: number;
}

/** What a run takes in a message beside its bytes. */
const runOverhead = 90;
/** Runs below this size are joined with their neighbours. */
const smallRun = 8 * 1024;
const joinedEntries = 2000;
const joinedBytes = 1024 * 1024;

/** The next runs that the asker lacks, those that came first first, small neighbours joined, the last one cut to fit. */
export async function readPage(logs: Logs, { workspace, asker, held, have, want }: Question): Promise<Page> {
  if (want <= 0) return { runs: [], more: missingFrom(have, held).length > 0 };
  const chosen: SegmentHead[] = [];
  let more = false;
  let expected = 0;
  for await (const segment of inArrivalOrder(logs, workspace, held, have)) {
    if (expected >= want) {
      more = true;
      break;
    }
    chosen.push(segment);
    expected += expectedSize(segment);
  }
  const bytes = await logs.bytes(
    workspace,
    chosen.map(({ arrival }) => arrival),
  );
  const runs: PackedRun[] = [];
  let left = want;
  for (const part of partsOf(chosen)) {
    const run = new JoinedRun(part, bytes, heldOf(have, part[0].replica), asker);
    const fitting = run.packed(left - runOverhead, runs.length === 0);
    if (fitting !== undefined) runs.push(fitting);
    if (fitting?.to !== run.last) return { runs, more: true };
    left -= fitting.bytes.length + runOverhead;
  }
  return { runs, more };
}

/** Small runs take less once they are joined; this only bounds what is read. */
function expectedSize({ size, first, last }: SegmentHead): number {
  return Math.max(size / 6, Math.min(size, 40 + 30 * (last - first + 1)));
}

type Part = readonly [SegmentHead, ...SegmentHead[]];

/** Neighbours of a replica that travel as one run. */
function partsOf(segments: readonly SegmentHead[]): Part[] {
  const parts: Part[] = [];
  for (const own of groupBy(segments, ({ replica }) => replica).values()) {
    let open: [SegmentHead, ...SegmentHead[]] | undefined;
    let room = 0;
    for (const segment of own) {
      const isJoining =
        open !== undefined &&
        open[0].head !== '' &&
        segment.head !== '' &&
        segment.size < smallRun &&
        segment.size <= room &&
        segment.last - open[0].first < joinedEntries;
      if (isJoining) open?.push(segment);
      else {
        open = [segment];
        parts.push(open);
        room = segment.size < smallRun ? joinedBytes : 0;
      }
      room -= segment.size;
    }
  }
  return parts;
}

class JoinedRun {
  readonly #part: Part;
  readonly #bytes: ReadonlyMap<number, Uint8Array>;
  readonly #held: number;
  readonly #isOwn: boolean;
  /** Number of its last entry. */
  readonly last: number;

  constructor(part: Part, bytes: ReadonlyMap<number, Uint8Array>, held: number, asker: ReplicaId) {
    this.#part = part;
    // Its own log may come back to a copy of a device, which has to see that it does not fit.
    this.#isOwn = part[0].replica === asker;
    this.#bytes = bytes;
    this.#held = held;
    this.last = part.at(-1)?.last ?? 0;
  }

  /** As much as fits, from its beginning; undefined when nothing does. @param isForced at least one entry, however large. */
  packed(room: number, isForced: boolean): PackedRun | undefined {
    const [first] = this.#part;
    const isWhole = this.#part.length === 1 && first.first > this.#held;
    // In a newer format: it can be passed on, neither cut nor completed.
    if (first.head === '') {
      const fits = first.size <= room || isForced;
      return fits ? this.#run(first.first, first.last, this.#stored(first)) : undefined;
    }
    if (isWhole && first.size <= room) return this.#run(first.first, first.last, this.#whole(first));
    const entries = this.#entries();
    // Packing all of a large run only to cut it costs most of the time.
    const likely = isWhole ? Math.ceil((entries.length * room * 1.3) / first.size) : entries.length;
    const { bytes, count } = packWithin(entries.slice(0, Math.max(1, likely)), room, {
      withoutPrev: !this.#isOwn,
    });
    const from = entries[0]?.seq;
    if (from === undefined || (bytes.length > room && !isForced)) return undefined;
    return this.#run(from, from + count - 1, bytes);
  }

  #whole(segment: SegmentHead): Uint8Array {
    const stored = this.#stored(segment);
    return this.#isOwn ? completePack(stored, segment.prev) : stored;
  }

  #stored({ arrival }: SegmentHead): Uint8Array {
    return this.#bytes.get(arrival) ?? new Uint8Array();
  }

  #entries(): readonly Entry[] {
    const all = this.#part.flatMap((segment) => unpackRun(this.#stored(segment), { prev: segment.prev }));
    return all.filter(({ seq }) => seq > this.#held);
  }

  #run(from: number, to: number, bytes: Uint8Array): PackedRun {
    const [{ replica }] = this.#part;
    const signature = this.#part.find(({ last }) => last === to)?.signature ?? undefined;
    return { replica, from, to, bytes, ...(signature === undefined ? {} : { signature }) };
  }
}
