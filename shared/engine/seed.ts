import type { SeedRecord } from '../definition/process.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { FieldValue, FieldValues, TableRow } from '../definition/values.ts';
import { deterministicRecordId } from '../kernel/ids.ts';

/** The record id of a seed: the same on every device, so that shipping it twice makes one record. */
export function seedId(type: string, key: string): string {
  return deterministicRecordId(['seed', type, key]);
}

/** Values of a seed with references (`@key`) turned into record ids. @throws Error for a key that no seed has. */
export function seedFields(seed: SeedRecord, type: RecordType, all: readonly SeedRecord[]): FieldValues {
  const resolve = (value: FieldValue, isReference: boolean): FieldValue => {
    if (!isReference) return value;
    if (Array.isArray(value)) return (value as readonly string[]).map((member) => idOf(member, all));
    return typeof value === 'string' ? idOf(value, all) : value;
  };
  return Object.fromEntries(
    Object.entries(seed.fields).map(([name, value]): [string, FieldValue] => {
      const field = type.fields[name];
      if (field?.kind !== 'table') {
        return [name, resolve(value, field?.kind === 'reference' || field?.kind === 'references')];
      }
      const rows = (value ?? []) as readonly TableRow[];
      const cells = (row: TableRow) =>
        Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [
            column,
            resolve(cell, field.columns[column]?.kind === 'reference'),
          ]),
        ) as TableRow;
      return [name, rows.map(cells)];
    }),
  );
}

function idOf(reference: string, all: readonly SeedRecord[]): string {
  if (!reference.startsWith('@')) return reference;
  const key = reference.slice(1);
  const target = all.find((seed) => seed.key === key);
  if (!target) throw new Error(`The seeds name “${reference}”, and none of them has that key.`);
  return seedId(target.type, target.key);
}
