import { startOfLocalDay } from '../kernel/time.ts';
import type { Actor } from '../definition/permission.ts';
import type { Condition, PlainValue, QueryValue } from '../definition/query.ts';
import type { Cells, CellValue } from './column-values.ts';

/** A condition with every value known; symbols are resolved. */
export type PlainCondition =
  | { readonly column: string; readonly in: readonly PlainValue[] }
  | { readonly column: string; readonly notIn: readonly PlainValue[] }
  | { readonly column: string; readonly from?: PlainValue; readonly below?: PlainValue }
  | { readonly column: string; readonly empty: boolean }
  | { readonly any: readonly PlainCondition[] };

/** Who asks, when (epoch ms), and in which zone a day begins. */
export interface Asker {
  readonly actor: Actor;
  readonly now: number;
  readonly zone: string;
}

/** Puts values in the place of symbols: me, my teams, now, a day's beginning. */
export function resolveConditions(conditions: readonly Condition[], asker: Asker): readonly PlainCondition[] {
  return conditions.map((condition): PlainCondition => {
    if ('any' in condition) return { any: resolveConditions(condition.any, asker) };
    const { column } = condition;
    if ('in' in condition) return { column, in: condition.in.flatMap((value) => resolveValue(value, asker)) };
    if ('notIn' in condition) {
      return { column, notIn: condition.notIn.flatMap((value) => resolveValue(value, asker)) };
    }
    if ('empty' in condition) return condition;
    const from = condition.from === undefined ? [] : resolveValue(condition.from, asker);
    const below = condition.below === undefined ? [] : resolveValue(condition.below, asker);
    return {
      column,
      ...(from[0] === undefined ? {} : { from: from[0] }),
      ...(below[0] === undefined ? {} : { below: below[0] }),
    };
  });
}

function resolveValue(value: QueryValue, { actor, now, zone }: Asker): readonly PlainValue[] {
  if (typeof value !== 'object') return [value];
  switch (value.symbol) {
    case 'me':
      return [actor.id];
    case 'myTeams':
      return actor.teams;
    case 'now':
      return [now + value.offset];
    case 'day':
      return [startOfLocalDay(now, zone, value.offset)];
  }
}

/** Does a record with these cells meet all conditions? The index answers the same faster; a property test holds the two together. */
export function meets(cells: Cells, conditions: readonly PlainCondition[]): boolean {
  return conditions.every((condition) => meetsOne(cells, condition));
}

function meetsOne(cells: Cells, condition: PlainCondition): boolean {
  if ('any' in condition) return condition.any.some((one) => meetsOne(cells, one));
  const value = cells[condition.column] ?? null;
  if ('in' in condition) return holdsOneOf(value, condition.in);
  if ('notIn' in condition) return !holdsOneOf(value, condition.notIn);
  if ('empty' in condition) return (value === null) === condition.empty;
  if (value === null || typeof value === 'object') return false;
  const { from, below } = condition;
  return (from === undefined || value >= from) && (below === undefined || value < below);
}

function holdsOneOf(value: CellValue, wanted: readonly PlainValue[]): boolean {
  if (value === null) return false;
  return typeof value === 'object' ? value.some((member) => wanted.includes(member)) : wanted.includes(value);
}
