import { columnsOf as engineColumnsOf, type Column as EngineColumn } from '#shared/engine/columns.ts';
import type { Choice, Field } from '#shared/definition/field.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

/** How a column's values are shown and asked for; finer than how the index keeps them. */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'duration'
  | 'choice'
  | 'tags'
  | 'reference'
  | 'references'
  | 'milliseconds';

/** What lists, filters, boards and exports know of one column of a record type. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  readonly origin: EngineColumn['origin'];
  readonly choices: readonly Choice[];
  /** Record types that a reference may name. */
  readonly to: readonly string[];
  readonly unit?: string;
  /** A number that names something, as a year does: written without separators of thousands. */
  readonly isName?: boolean;
  /** Of a clock's due column: the clock's name, whose state and warning stand in other columns of the row. */
  readonly clock?: string;
  /** Width in px at which the usual values are readable. */
  readonly width: number;
}

const widths: Readonly<Record<ColumnKind, number>> = {
  text: 160,
  number: 80,
  boolean: 72,
  date: 92,
  instant: 84,
  duration: 88,
  choice: 112,
  tags: 120,
  reference: 112,
  references: 140,
  milliseconds: 96,
};

const widthsByName: Readonly<Record<string, number>> = { number: 132, state: 116, priority: 72 };

/** The columns of the type that the actor may see, in the order of the declaration. */
export function columnsOf(type: RecordType, actor: Actor): readonly Column[] {
  return engineColumnsOf(type).flatMap((column) => {
    const field = column.origin === 'field' ? type.fields[column.name] : undefined;
    if (field?.visibleTo && !field.visibleTo.allows(actor, undefined)) return [];
    return [refine(type, column, field)];
  });
}

export function columnMap(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.map((column) => [column.name, column]));
}

function refine(type: RecordType, column: EngineColumn, field: Field | undefined): Column {
  const kind = refineKind(column, field);
  const clock = type.clocks.find(({ name }) => column.name === `${name}Due`);
  const width = clock
    ? 122
    : column.name === type.views.title
      ? 176
      : (widthsByName[column.name] ?? widths[kind]);
  return {
    name: column.name,
    label: column.label,
    kind,
    origin: column.origin,
    choices: column.choices ?? [],
    to: column.to ?? [],
    width,
    ...(field && 'unit' in field ? { unit: field.unit } : {}),
    ...(field && 'isName' in field ? { isName: field.isName } : {}),
    ...(clock ? { clock: clock.name } : {}),
  };
}

function refineKind(column: EngineColumn, field: Field | undefined): ColumnKind {
  if (field?.kind === 'date' || field?.kind === 'duration') return field.kind;
  if (column.kind === 'set') return field?.kind === 'references' ? 'references' : 'tags';
  return column.kind;
}
