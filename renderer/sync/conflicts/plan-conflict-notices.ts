import type { ShellNotice } from '#renderer/shell/notices/plan-notices.ts';
import { mostSingly } from '#renderer/shell/notices/plan-notices.ts';
import type { OpenConflict } from './conflicts.ts';

/** One key for each set of values: a further value gives a new notice, a second look does not. */
export function conflictKey({ key, conflict }: OpenConflict): string {
  return `conflict:${key}:${conflict.heads
    .map(({ ref }) => ref)
    .toSorted()
    .join(',')}`;
}

/** The notices for conflicts that nobody was told of yet; many at once become one. */
export function planConflictNotices(fresh: readonly OpenConflict[], now: number): readonly ShellNotice[] {
  if (fresh.length <= mostSingly) {
    return fresh.map((item) => ({
      key: conflictKey(item),
      kind: 'conflict',
      title: `${item.record.number}: ${item.field.label} has ${item.conflict.heads.length} values`,
      body: 'Written at the same time on different laptops. Choose what holds.',
      link: '/conflicts',
      at: now,
    }));
  }
  return [
    {
      key: fresh.map(conflictKey).join(' '),
      kind: 'conflict',
      title: `${fresh.length.toLocaleString('en-GB')} new conflicts`,
      body: 'Written at the same time on different laptops. Choose what holds.',
      link: '/conflicts',
      at: now,
    },
  ];
}
