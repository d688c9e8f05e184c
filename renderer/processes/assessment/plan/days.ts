import { fromLocalInput, toLocalInput } from '#renderer/ui/time/format-time.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';

const hour = 3_600_000;

/** Sessions by the day on which they begin in a zone, `YYYY-MM-DD`; '' for those without a time. */
export function byDay(
  sessions: readonly RecordView[],
  zone: string,
): readonly (readonly [day: string, sessions: readonly RecordView[]])[] {
  const ordered = sessions.toSorted((one, other) => startOf(one) - startOf(other));
  return [
    ...groupBy(ordered, (session) => {
      const { from } = session.fields;
      return typeof from === 'number' ? toLocalInput(from, zone).slice(0, 10) : '';
    }),
  ];
}

function startOf({ fields: { from } }: RecordView): number {
  return typeof from === 'number' ? from : Infinity;
}

/** Where the next session most likely goes: an hour after the last one, else the first morning. Epoch ms. */
export function nextSlot(
  sessions: readonly RecordView[],
  firstDay: string,
  zone: string,
  now: number,
): { readonly from: number; readonly until: number } {
  const ends = sessions.flatMap(({ fields: { until } }) => (typeof until === 'number' ? [until] : []));
  const morning = fromLocalInput(`${firstDay || toLocalInput(now, zone).slice(0, 10)}T09:00`, zone) ?? now;
  const from = ends.length > 0 ? Math.max(...ends) : morning;
  return { from, until: from + hour };
}
