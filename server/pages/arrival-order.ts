import type { Logs, SegmentHead } from '#server/storage/shelves/logs.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { missingFrom, type Vector } from '#shared/sync/vector.ts';

const firstOfEach = 16;
const laterOfEach = 256;

interface Queue {
  readonly replica: string;
  readonly segments: SegmentHead[];
  /** Number up to which segments were asked for. */
  last: number;
  /** Whether there may be more behind them. */
  isOpen: boolean;
}

/**
 * Stored runs that `have` lacks, those that came first first; each replica's follow each other, because they came in that order.
 * The first of a replica may begin with entries that are held.
 */
export async function* inArrivalOrder(
  logs: Logs,
  workspace: string,
  held: Vector,
  have: Vector,
): AsyncGenerator<SegmentHead, void, undefined> {
  const lacking = missingFrom(have, held);
  const beyond = lacking.map(({ replica, from }) => ({ replica, held: from - 1 }));
  const queues = queuesOf(await logs.next(workspace, beyond, firstOfEach), firstOfEach);
  for (;;) {
    let earliest: Queue | undefined;
    for (const queue of queues) {
      if ((queue.segments[0]?.arrival ?? Infinity) < (earliest?.segments[0]?.arrival ?? Infinity))
        earliest = queue;
    }
    const segment = earliest?.segments.shift();
    if (earliest === undefined || segment === undefined) return;
    yield segment;
    if (earliest.segments.length === 0 && earliest.isOpen) {
      const { replica, last } = earliest;
      const more = await logs.next(workspace, [{ replica, held: last }], laterOfEach);
      earliest.segments.push(...more);
      earliest.last = more.at(-1)?.last ?? last;
      earliest.isOpen = more.length === laterOfEach;
    }
  }
}

function queuesOf(segments: readonly SegmentHead[], most: number): Queue[] {
  const byReplica = groupBy(segments, ({ replica }) => replica);
  return [...byReplica].map(([replica, own]) => {
    const sorted = own.toSorted((a, b) => a.last - b.last);
    return { replica, segments: sorted, last: sorted.at(-1)?.last ?? 0, isOpen: own.length === most };
  });
}
