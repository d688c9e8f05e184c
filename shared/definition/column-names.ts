import type { RecordType } from './record-type.ts';

/** Columns that every record type has. */
export const systemColumnNames = [
  'number',
  'state',
  'stateClass',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'hasConflict',
  'hasOvertaken',
  'hasFiles',
] as const;

/** The columns that a clock adds. */
export function clockColumnNames(clock: string): readonly string[] {
  return [`${clock}Due`, `${clock}WarnAt`, `${clock}State`];
}

/** Names of the columns of a type that hold instants. */
export function instantColumnNames(type: RecordType): readonly string[] {
  const instants = (all: Readonly<Record<string, { readonly kind: string }>>) =>
    Object.keys(all).filter((name) => all[name]?.kind === 'instant');
  return ['createdAt', 'updatedAt', ...instants(type.fields), ...instants(type.derived)];
}

/** Names of all columns of a type: what lists, filters, sorts and figures may name. Long texts and tables are none. */
export function columnNames(type: RecordType): readonly string[] {
  const fields = Object.entries(type.fields).filter(
    ([, { kind }]) => kind !== 'longText' && kind !== 'table',
  );
  return [
    ...systemColumnNames,
    ...fields.map(([name]) => name),
    ...Object.keys(type.derived),
    ...type.clocks.flatMap(({ name }) => clockColumnNames(name)),
  ];
}
