import type { Logs } from '#server/storage/shelves/logs.ts';
import { unpackRun } from '#shared/sync/wire.ts';
import type { HeldLog } from './plan.ts';

/** Looks hashes up in the stored runs; the ends of runs are at hand, others are computed. */
export function heldLogIn(logs: Logs, workspace: string): HeldLog {
  return {
    async hashAt(replica, seq) {
      if (seq === 0) return '';
      const segment = await logs.covering(workspace, replica, seq);
      if (segment === undefined) throw new Error(`Entry ${seq} of ${replica} is not held.`);
      if (segment.last === seq || segment.head === '') return segment.head;
      const next = unpackRun(segment.bytes, { prev: segment.prev })[seq + 1 - segment.first];
      if (next === undefined)
        throw new Error(`The stored run of ${replica} at ${seq} is shorter than it says.`);
      return next.prev;
    },
  };
}
