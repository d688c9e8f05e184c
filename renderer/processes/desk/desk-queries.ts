import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Condition, Query, SymbolicValue } from '#shared/definition/query.ts';
import type { ClockDeclaration, RecordType } from '#shared/definition/record-type.ts';
import { columnOf } from '#shared/engine/columns.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A figure of the desk: the count of the query's records, and the way to them. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly query: Query;
}

/** The record types that a desk works against the clock: they have clocks, a priority and somebody to do them. */
export function deskTypes(catalogue: Catalogue): readonly RecordType[] {
  return catalogue.types.filter(
    (type) => type.clocks.length > 0 && columnOf(type, 'priority') && columnOf(type, 'assignee'),
  );
}

/** The clock that tells when the work must be done. */
export function mainClock(type: RecordType): ClockDeclaration | undefined {
  return type.clocks.find(({ measure }) => measure === 'resolution') ?? type.clocks[0];
}

function fromNow(offset: number): SymbolicValue {
  return { symbol: 'now', offset };
}

function ask(type: RecordType, ...where: readonly Condition[]): Query {
  return { type: type.name, where };
}

const isOpen: Condition = { column: 'stateClass', in: ['open', 'waiting'] };
const hasNobody: Condition = { column: 'assignee', empty: true };

/** Hours before the due instant from which a record counts as due soon. */
export const soonHours = 4;

/** The line of figures at the top. */
export function headFigures(type: RecordType): readonly Figure[] {
  const due = `${mainClock(type)?.name ?? ''}Due`;
  return [
    { id: 'open', label: 'Open', query: ask(type, isOpen) },
    {
      id: 'mine',
      label: 'Assigned to me',
      query: ask(type, isOpen, { column: 'assignee', in: [{ symbol: 'me' }] }),
    },
    { id: 'unassigned', label: 'Unassigned', query: ask(type, isOpen, hasNobody) },
    { id: 'waiting', label: 'Waiting', query: ask(type, { column: 'stateClass', in: ['waiting'] }) },
    {
      id: 'soon',
      label: `Due in ${String(soonHours)} hours`,
      query: ask(type, isOpen, { column: due, from: fromNow(0), below: fromNow(soonHours * hour) }),
    },
    { id: 'breached', label: 'Target missed', query: ask(type, isOpen, { column: due, below: fromNow(0) }) },
  ];
}

/** Open records by priority; the last figure holds those that have none yet. */
export function priorityFigures(type: RecordType): readonly Figure[] {
  const choices = columnOf(type, 'priority')?.choices ?? [];
  return [
    ...choices.map(({ value, label }) => ({
      id: value,
      label,
      query: ask(type, isOpen, { column: 'priority', in: [value] }),
    })),
    { id: 'none', label: 'No priority yet', query: ask(type, isOpen, { column: 'priority', empty: true }) },
  ];
}

const ages: readonly (readonly [label: string, from: number, below: number | undefined])[] = [
  ['Under 1 day', 0, day],
  ['1 to 3 days', day, 3 * day],
  ['3 to 7 days', 3 * day, 7 * day],
  ['7 to 30 days', 7 * day, 30 * day],
  ['Over 30 days', 30 * day, undefined],
];

/** Open records by how long ago they were opened. Every record falls into exactly one. */
export function ageFigures(type: RecordType): readonly Figure[] {
  return ages.map(([label, least, below], index) => ({
    id: String(index),
    label,
    query: ask(type, isOpen, {
      column: 'createdAt',
      // The youngest may have been opened by a clock that runs ahead.
      ...(least === 0 ? {} : { below: fromNow(1 - least) }),
      ...(below === undefined ? {} : { from: fromNow(1 - below) }),
    }),
  }));
}

/** Open records whose target is still to come, the nearest first. */
export function nextDue(type: RecordType): Query | undefined {
  const clock = mainClock(type);
  if (!clock) return undefined;
  const column = `${clock.name}Due`;
  return { ...ask(type, isOpen, { column, from: fromNow(0) }), sort: [{ column }] };
}

/** Open records that nobody has taken, the most urgent and oldest first. */
export function unassigned(type: RecordType): Query {
  return { ...ask(type, isOpen, hasNobody), sort: [{ column: 'priority' }, { column: 'createdAt' }] };
}

/** Records whose instant in a column falls into the last days of the unit's calendar, today included. */
export function lastDays(type: RecordType, column: string, days: number): Query {
  return ask(type, {
    column,
    from: { symbol: 'day', offset: 1 - days },
    below: { symbol: 'day', offset: 1 },
  });
}

function pinValue<T>(value: T | SymbolicValue, now: number): T | SymbolicValue | number {
  const isNow = typeof value === 'object' && value !== null && 'symbol' in value && value.symbol === 'now';
  return isNow ? now + value.offset : value;
}

/** The query with the present instant written out, so that it is asked again as time goes on. */
export function pin(query: Query, now: number): Query {
  const where = query.where.map((condition): Condition => {
    if (!('from' in condition || 'below' in condition)) return condition;
    return {
      column: condition.column,
      ...(condition.from === undefined ? {} : { from: pinValue(condition.from, now) }),
      ...(condition.below === undefined ? {} : { below: pinValue(condition.below, now) }),
    };
  });
  return { ...query, where };
}
