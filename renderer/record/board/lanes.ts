import { columnOf } from '#shared/engine/columns.ts';
import { allowedActions, landing } from '#shared/engine/lifecycle.ts';
import type { StateClass, Transition } from '#shared/definition/lifecycle.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Condition, Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

export interface Lane {
  readonly value: string;
  readonly label: string;
  readonly stateClass?: StateClass;
  /** Nothing follows there: the lane is shown narrow. */
  readonly isFinal: boolean;
  readonly query: Query;
}

/** The column whose values make the lanes. */
export function laneColumn(type: RecordType): string {
  return type.views.board ?? 'state';
}

/** A query without what it says of the lanes' own column: a board shows all of its lanes. */
export function boardQuery(type: RecordType, query: Query): Query {
  const column = laneColumn(type);
  const own = column === 'state' ? ['state', 'stateClass'] : [column];
  return { ...query, where: query.where.filter((condition) => !isAbout(condition, own)) };
}

/** The lanes of a board over a query. */
export function lanesOf(type: RecordType, query: Query): readonly Lane[] {
  const column = laneColumn(type);
  const base: Query = { ...query, sort: query.sort ?? type.views.sort };
  const laneQuery = (value: string): Query => ({ ...base, where: [...base.where, { column, in: [value] }] });
  if (column !== 'state') {
    const choices = columnOf(type, column)?.choices ?? [];
    return choices.map(({ value, label }) => ({ value, label, isFinal: false, query: laneQuery(value) }));
  }
  return Object.entries(type.lifecycle.states).map(([value, state]) => ({
    value,
    label: state.label,
    stateClass: state.class,
    isFinal: state.final === true,
    query: laneQuery(value),
  }));
}

function isAbout(condition: Condition, columns: readonly string[]): boolean {
  return 'any' in condition
    ? condition.any.every((one) => isAbout(one, columns))
    : columns.includes(condition.column);
}

/** How a card can get to each lane: by which actions, or by an edit of the field that makes the lanes. */
export interface Moves {
  readonly record: RecordView;
  /** Lanes that the card may go to; the actions that lead there, none where an edit does. */
  readonly ways: ReadonlyMap<string, readonly Transition[]>;
}

export function movesOf(type: RecordType, record: RecordView, lanes: readonly Lane[], actor: Actor): Moves {
  const column = laneColumn(type);
  const ways = new Map<string, readonly Transition[]>();
  if (column === 'state') {
    for (const transition of allowedActions(type, record, actor)) {
      const to = landing(transition, record.state);
      if (to !== record.state) ways.set(to, [...(ways.get(to) ?? []), transition]);
    }
    return { record, ways };
  }
  const field = type.fields[column];
  const isFinal = type.lifecycle.states[record.state]?.final === true;
  if (field && field.readOnly !== true && !isFinal && type.edit.allows(actor, record)) {
    for (const { value } of lanes) if (value !== record.fields[column]) ways.set(value, []);
  }
  return { record, ways };
}
