import { formatLocalExact } from '#shared/kernel/time.ts';
import { columnsOf } from '../columns/columns.ts';
import { formatValue } from '../fields/format-value.ts';
import type { CellValue, Cells } from '#shared/engine/column-values.ts';
import type { Field } from '#shared/definition/field.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValue } from '#shared/definition/values.ts';

/** A cell as it goes into a file: instants and days (YYYY-MM-DD) are kept apart, as each format has its own way to write them. */
export type ExportCell =
  string | number | boolean | null | { readonly instant: number } | { readonly day: string };

export interface ExportColumn {
  readonly name: string;
  readonly header: string;
  /** Holds ids of other records, which go out as titles. */
  readonly isReference: boolean;
  readonly read: (record: RecordView, cells: Cells, label: (id: string) => string) => ExportCell;
}

const hour = 3_600_000;

/**
 * The columns of a file: those named, or every one the actor may see with the long texts and tables, which lists leave out.
 */
export function exportColumns(
  type: RecordType,
  actor: Actor,
  names: readonly string[] | undefined,
): readonly ExportColumn[] {
  const listed = columnsOf(type, actor).map((column): ExportColumn => ({
    name: column.name,
    header: column.kind === 'milliseconds' ? `${column.label} (hours)` : column.label,
    isReference: column.to.length > 0,
    read: (_record, cells, label) => listedCell(column, cells[column.name] ?? null, label),
  }));
  if (names) return names.flatMap((name) => listed.find((column) => column.name === name) ?? []);
  return [...listed, ...longColumns(type, actor)];
}

function longColumns(type: RecordType, actor: Actor): readonly ExportColumn[] {
  return Object.entries(type.fields).flatMap(([name, field]): readonly ExportColumn[] => {
    if (field.kind !== 'longText' && field.kind !== 'table') return [];
    if (field.visibleTo && !field.visibleTo.allows(actor, undefined)) return [];
    return [
      {
        name,
        header: field.label,
        isReference: false,
        read: (record) => longCell(field, record.fields[name]),
      },
    ];
  });
}

function listedCell(
  column: { readonly kind: string; readonly to: readonly string[] },
  value: CellValue,
  label: (id: string) => string,
): ExportCell {
  if (value === null) return null;
  if (column.kind === 'instant') return typeof value === 'number' ? { instant: value } : null;
  if (column.kind === 'milliseconds')
    return typeof value === 'number' ? Math.round((value / hour) * 1e4) / 1e4 : null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object')
    return value.map((member) => (column.to.length > 0 ? label(member) : member)).join('; ');
  if (column.kind === 'duration') return value;
  return formatValue(column, value, { zone: 'UTC', label });
}

function longCell(field: Field, value: FieldValue | undefined): ExportCell {
  if (value === undefined || value === null || value === '') return null;
  if (field.kind === 'longText' && typeof value === 'string') return value;
  return Array.isArray(value) && value.length > 0 ? JSON.stringify(value) : null;
}

/** Instants in ISO 8601 with the offset of the zone: `2026-11-22T15:30:07+01:00`. */
export function isoInZone(at: number, zone: string): string {
  return formatLocalExact(at, zone).replace(' ', 'T').replace(' ', '');
}
