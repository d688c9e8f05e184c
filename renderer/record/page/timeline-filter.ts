import type { TimelineItem } from '#renderer/data/data.ts';

export const timelineKinds = [
  { value: 'all', label: 'All' },
  { value: 'notes', label: 'Notes' },
  { value: 'acts', label: 'Actions' },
  { value: 'changes', label: 'Changes' },
] as const;

export type TimelineKind = (typeof timelineKinds)[number]['value'];

/** The items of a kind, newest first. */
export function filterTimeline(items: readonly TimelineItem[], kind: TimelineKind): readonly TimelineItem[] {
  return items.filter((item) => kind === 'all' || kindOf(item) === kind).toReversed();
}

function kindOf(item: TimelineItem): TimelineKind {
  switch (item.kind) {
    case 'note':
    case 'attached':
      return 'notes';
    case 'act':
    case 'created':
      return 'acts';
    case 'changed':
    case 'settled':
    case 'retracted':
    case 'ruled':
    case 'vouched':
    case 'redaction':
    case 'unknown':
      return 'changes';
  }
}

/** Ids that an item names, for their titles: its author and what reference fields went from and to. */
export function idsIn(item: TimelineItem, isReference: (field: string) => boolean): readonly string[] {
  const values = item.changes
    .filter(({ field }) => isReference(field))
    .flatMap(({ before, after }) => [before, after].flat());
  return [
    item.actor,
    ...values.filter((value): value is string => typeof value === 'string' && value !== ''),
  ];
}
