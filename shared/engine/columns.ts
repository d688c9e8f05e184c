import type { Choice, Field } from '../definition/field.ts';
import type { RecordType } from '../definition/record-type.ts';
import { clockStateChoices } from './sla.ts';

/** How a column is kept, compared and shown. */
export type ColumnKind =
  'text' | 'number' | 'instant' | 'milliseconds' | 'boolean' | 'choice' | 'reference' | 'set';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  readonly choices?: readonly Choice[];
  /** Record types that a reference or a set of references names. */
  readonly to?: readonly string[];
  readonly origin: 'system' | 'field' | 'derived';
}

const known = new WeakMap<RecordType, readonly Column[]>();

/** The columns of a record type, for lists, filters, sorts, figures and exports. Long texts and tables are not among them. */
export function columnsOf(type: RecordType): readonly Column[] {
  let columns = known.get(type);
  if (!columns) {
    columns = [...systemColumns(type), ...fieldColumns(type), ...derivedColumns(type)];
    known.set(type, columns);
  }
  return columns;
}

/** A column by name. */
export function columnOf(type: RecordType, name: string): Column | undefined {
  return columnsOf(type).find((column) => column.name === name);
}

function systemColumns(type: RecordType): readonly Column[] {
  const states = Object.entries(type.lifecycle.states).map(([value, state]) => ({
    value,
    label: state.label,
  }));
  return [
    { name: 'number', label: 'Number', kind: 'text', origin: 'system' },
    { name: 'state', label: 'State', kind: 'choice', choices: states, origin: 'system' },
    { name: 'stateClass', label: 'Progress', kind: 'choice', choices: stateClasses, origin: 'system' },
    { name: 'createdAt', label: 'Opened', kind: 'instant', origin: 'system' },
    { name: 'createdBy', label: 'Opened by', kind: 'reference', to: ['person'], origin: 'system' },
    { name: 'updatedAt', label: 'Updated', kind: 'instant', origin: 'system' },
    { name: 'updatedBy', label: 'Updated by', kind: 'reference', to: ['person'], origin: 'system' },
    { name: 'hasConflict', label: 'In conflict', kind: 'boolean', origin: 'system' },
    { name: 'hasOvertaken', label: 'Has overtaken actions', kind: 'boolean', origin: 'system' },
    { name: 'hasFiles', label: 'Has attachments', kind: 'boolean', origin: 'system' },
  ];
}

const stateClasses = [
  { value: 'open', label: 'Open' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'done', label: 'Done' },
  { value: 'refused', label: 'Ended without' },
];

function fieldColumns(type: RecordType): readonly Column[] {
  return Object.entries(type.fields).flatMap(([name, field]) => {
    const kind = kindOf(field);
    if (!kind) return [];
    const column: Column = { name, label: field.label, kind, origin: 'field' };
    if (field.kind === 'choice') return [{ ...column, choices: field.choices }];
    if (field.kind === 'reference' || field.kind === 'references') return [{ ...column, to: field.to }];
    return [column];
  });
}

function kindOf(field: Field): ColumnKind | undefined {
  switch (field.kind) {
    case 'text':
    case 'date':
    case 'duration':
      return 'text';
    case 'integer':
    case 'number':
      return 'number';
    case 'instant':
      return 'instant';
    case 'boolean':
      return 'boolean';
    case 'choice':
      return 'choice';
    case 'reference':
      return 'reference';
    case 'tags':
    case 'references':
      return 'set';
    case 'longText':
    case 'table':
      return undefined;
  }
}

function derivedColumns(type: RecordType): readonly Column[] {
  const own = Object.entries(type.derived).map(([name, derived]): Column => {
    const kind = derived.kind === 'integer' ? 'number' : derived.kind;
    const choices = derived.choices ? { choices: derived.choices } : {};
    return { name, label: derived.label, kind, ...choices, origin: 'derived' };
  });
  const clocks = type.clocks.flatMap(({ name, label }): readonly Column[] => [
    { name: `${name}Due`, label: `${label} due`, kind: 'instant', origin: 'derived' },
    { name: `${name}WarnAt`, label: `${label} warning`, kind: 'instant', origin: 'derived' },
    {
      name: `${name}State`,
      label: `${label} clock`,
      kind: 'choice',
      choices: clockStateChoices,
      origin: 'derived',
    },
  ]);
  return [...own, ...clocks];
}
