import { chainEntries, noHead, type Draft, type Head } from '#shared/changelog/chain.ts';
import type { RuleBody } from '#shared/changelog/entry.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { ReplicaId } from '#shared/kernel/ids.ts';
import { signHead } from '#shared/sync/keys.ts';
import { packRun } from '#shared/sync/wire.ts';
import type { Hub } from '../../hub/hub.ts';
import type { Shelves } from '../../storage/storage.ts';
import type { FindingRow } from '../../storage/tables.ts';
import { refOfRow } from './docket.ts';

/** Entries of a stored run. */
const mostInRun = 1000;

/** What is to be said of an entry, in one of the hub's own logs. */
export interface Saying {
  readonly row: FindingRow;
  readonly log: ReplicaId;
  readonly verdict: RuleBody['verdict'];
}

/**
 * Writes rulings into the hub's own logs, signed like everybody's. Only under the lock of the workspace.
 * @param counters the highest counter of the entries of each record.
 * @returns the ends of the logs.
 */
export async function publish(
  shelves: Shelves,
  { identity, clock }: Pick<Hub, 'identity' | 'clock'>,
  workspace: string,
  sayings: readonly Saying[],
  counters: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<ReplicaId, Head>> {
  const now = clock.now();
  const used = new Map(counters);
  const ends = new Map<ReplicaId, Head>();
  for (const [log, own] of groupBy(sayings, (saying) => saying.log)) {
    let head = (await shelves.logs.heads(workspace, [log])).get(log) ?? noHead;
    const drafts = draftsOf(own, used, now);
    for (let start = 0; start < drafts.length; start += mostInRun) {
      const before = head;
      const chained = chainEntries(log, head, drafts.slice(start, start + mostInRun));
      head = chained.head;
      await shelves.logs.append(workspace, [
        {
          replica: log,
          first: before.seq + 1,
          last: head.seq,
          prev: before.hash,
          head: head.hash,
          signature: signHead(identity.keys.sign.secret, { workspace, replica: log, ...head }),
          via: identity.id,
          receivedAt: now,
          bytes: packRun(chained.entries),
        },
      ]);
    }
    ends.set(log, head);
  }
  return ends;
}

/** An entry for each record and reason. */
function draftsOf(sayings: readonly Saying[], used: Map<string, number>, now: number): readonly Draft[] {
  const alike = groupBy(sayings, ({ row, verdict }) =>
    JSON.stringify([row.record, verdict, row.code, row.reason]),
  );
  return [...alike.values()].flatMap((group): Draft[] => {
    const [first] = group;
    if (!first) return [];
    const { record, type, code, reason } = first.row;
    const counter = (used.get(record) ?? 0) + 1;
    used.set(record, counter);
    const entries = group.map(({ row }) => refOfRow(row));
    const body: RuleBody = { kind: 'rule', entries, verdict: first.verdict, code, reason };
    return [{ stamp: { wall: now, counter }, actor: '', type, record, body }];
  });
}
