import { useTimeline, type TimelineItem } from '#renderer/data/data.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { usePaper } from './use-paper.ts';

/** Marks the sheets of a printed record. True once all that stands on them is known. */
export function useRecordPaper(record: RecordView): boolean {
  const { items, isLoading } = useTimeline(record.id);
  const authors = (record.attachments ?? []).map(({ actor }) => actor);
  const ids = [record.id, ...authors, ...textsIn(Object.values(record.fields)), ...items.flatMap(namedIn)];
  return usePaper({ ids, isComplete: !isLoading });
}

function namedIn(item: TimelineItem): readonly string[] {
  return [item.actor, ...textsIn(item.changes.flatMap(({ before, after }) => [before, after]))];
}

/** All texts in values, lists and rows among them: ids are some of them. */
function textsIn(values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? textsIn(Object.values(value))
        : [],
  );
}
