import type { Entry } from '#shared/changelog/entry.ts';
import { forkPointOf } from '#shared/sync/fork.ts';
import type { HeldLogs } from '#shared/sync/fork-plan.ts';
import { unpackRun } from '#shared/sync/wire.ts';
import type { Logs } from '../storage/shelves/logs.ts';
import type { SegmentRow } from '../storage/tables.ts';

/** The stored logs of a workspace, as entries. */
export function heldBranchesIn(logs: Logs, workspace: string): HeldLogs {
  return {
    async read(replica, from) {
      const entries: Entry[] = [];
      let hash = '';
      for (let seq = from; ;) {
        const segment = await logs.covering(workspace, replica, seq);
        if (segment === undefined) return { entries, hash };
        if (segment.head === '') return undefined;
        entries.push(...entriesOf(segment).slice(seq - segment.first));
        hash = segment.head;
        seq = segment.last + 1;
      }
    },
    async forks() {
      const firsts: Entry[] = [];
      for (const replica of Object.keys(await logs.vector(workspace))) {
        const segment = await logs.covering(workspace, replica, 1);
        if (segment === undefined || segment.head === '') continue;
        const [first] = entriesOf(segment);
        if (first && forkPointOf(first)) firsts.push(first);
      }
      return firsts;
    },
  };
}

export function entriesOf({ bytes, prev }: Pick<SegmentRow, 'bytes' | 'prev'>): readonly Entry[] {
  return unpackRun(bytes, { prev });
}
