import { unpackRun } from '#shared/sync/wire.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { Logs } from '../storage/shelves/logs.ts';

/**
 * What stood in every log before an instant, by the claims of the writers' clocks: all from the first later entry of the last unbroken stretch on is left out.
 * @param since epoch ms.
 */
export async function vectorBefore(
  logs: Logs,
  workspace: string,
  held: Vector,
  since: number,
): Promise<Vector> {
  const before: Record<string, number> = {};
  for (const [replica, last] of Object.entries(held)) {
    const seq = await lastBefore(logs, { workspace, replica, last, since });
    if (seq > 0) before[replica] = seq;
  }
  return before;
}

async function lastBefore(
  logs: Logs,
  { workspace, replica, last, since }: { workspace: string; replica: string; last: number; since: number },
): Promise<number> {
  let seq = last;
  while (seq > 0) {
    const segment = await logs.covering(workspace, replica, seq);
    if (segment === undefined) return seq;
    // In a newer format: when it was written cannot be read here, so it goes along.
    const entries = segment.head === '' ? [] : unpackRun(segment.bytes, { prev: segment.prev });
    const later = entries.findIndex(({ stamp }) => stamp.wall >= since);
    if (entries.length > 0 && later === -1) return seq;
    seq = segment.first - 1 + Math.max(0, later);
    if (later > 0) return seq;
  }
  return seq;
}
