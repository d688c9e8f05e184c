import { localDate } from '#shared/kernel/time.ts';
import type { GroupBy } from './protocol.ts';
import type { TypeTable } from './type-table.ts';

export type GroupKey = string | number | boolean | null;

const noValue: readonly GroupKey[] = [null];
const quarterHour = 900_000;

/** Only instants fall on days; a date is one already. */
export function isByDay(table: TypeTable, { column, bucket }: GroupBy): boolean {
  return bucket === 'day' && table.columns.get(column)?.column.kind === 'instant';
}

/** The groups a row stands in: one by its value, several where the column holds a set. */
export function groupKeys(table: TypeTable, groupBy: GroupBy): (row: number) => readonly GroupKey[] {
  const { column, zone } = groupBy;
  if (isByDay(table, groupBy)) return dayKeys(table, column, zone ?? 'UTC');
  return (row) => {
    const value = table.cell(row, column);
    if (value === null) return noValue;
    return typeof value === 'object' ? value : [value];
  };
}

function dayKeys(table: TypeTable, column: string, zone: string): (row: number) => readonly GroupKey[] {
  // Zones change their offset at quarters of an hour at the finest, so a quarter lies on one day.
  const days = new Map<number, readonly GroupKey[]>();
  return (row) => {
    const at = table.cell(row, column);
    if (typeof at !== 'number') return noValue;
    const quarter = Math.floor(at / quarterHour);
    let day = days.get(quarter);
    if (!day) {
      day = [localDate(at, zone)];
      days.set(quarter, day);
    }
    return day;
  };
}
