import type { Data } from '#renderer/data/data.ts';
import type { ShellNotice } from '#renderer/shell/notices/plan-notices.ts';
import { markedRecords, openConflicts } from './conflicts.ts';
import { conflictKey, planConflictNotices } from './plan-conflict-notices.ts';

/** Of each type; the rest is told when these are dealt with. */
const mostLookedAt = 200;

/** Notices of conflicts that the person at the desk may settle and that no window showed before. */
export async function lookForConflicts(data: Data, now: number): Promise<readonly ShellNotice[]> {
  const { actor, catalogue } = data;
  if (!actor) return [];
  const queries = markedRecords(catalogue, 'hasConflict');
  const counts = await data.counts(queries);
  const filled = queries.filter((_query, index) => (counts[index] ?? 0) > 0);
  const pages = await Promise.all(filled.map((query) => data.ids(query, { offset: 0, limit: mostLookedAt })));
  const records = await data.loadMany(pages.flatMap(({ ids }) => ids));
  const fresh = [];
  for (const item of openConflicts(catalogue, records, actor)) {
    if (item.canSettle && (await data.local.claimNotice(conflictKey(item)))) fresh.push(item);
  }
  return planConflictNotices(fresh, now);
}
