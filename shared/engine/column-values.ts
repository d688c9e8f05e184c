import type { Config } from '../definition/config.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { isEmpty } from '../definition/values.ts';
import { columnsOf } from './columns.ts';
import { deriveValues } from './derive.ts';

export type CellValue = string | number | boolean | null | readonly string[];
export type Cells = Readonly<Record<string, CellValue>>;

/** The record's value in every column of its type; null where it has none. */
export function columnValues(type: RecordType, record: RecordView, config: Config, now: number): Cells {
  const derived = deriveValues(type, record, config, now);
  const system: Cells = {
    number: record.number,
    state: record.state,
    stateClass: type.lifecycle.states[record.state]?.class ?? null,
    createdAt: record.createdAt,
    createdBy: record.createdBy,
    updatedAt: record.updatedAt,
    updatedBy: record.updatedBy,
    hasConflict: record.conflicts.length > 0,
    hasOvertaken: record.overtaken.length > 0,
    hasFiles: (record.attachments ?? []).length > 0,
  };
  const cells: Record<string, CellValue> = {};
  for (const { name, origin } of columnsOf(type)) {
    const source: Readonly<Record<string, unknown>> =
      origin === 'system' ? system : origin === 'derived' ? derived : record.fields;
    const value = source[name] as CellValue | undefined;
    cells[name] = value === undefined || isEmpty(value) ? null : value;
  }
  return cells;
}
