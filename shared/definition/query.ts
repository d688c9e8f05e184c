/** A value that depends on who asks and when; resolved when the query runs. */
export type SymbolicValue =
  | { readonly symbol: 'me' }
  | { readonly symbol: 'myTeams' }
  /** Now plus the offset in ms (negative: before now). */
  | { readonly symbol: 'now'; readonly offset: number }
  /** Midnight in the unit's zone, today plus the given number of days. */
  | { readonly symbol: 'day'; readonly offset: number };

export type PlainValue = string | number | boolean;
export type QueryValue = PlainValue | SymbolicValue;

/**
 * One condition on a column. Columns are the system columns (`number`, `state`, `stateClass`, `createdAt`, `createdBy`,
 * `updatedAt`, `updatedBy`, `hasConflict`, `hasOvertaken`, `hasFiles`), every field that is not long text or a table, and every derived value of the type.
 * `in`: equals one of the values (for a set field: holds one of them). `from`/`below` compare numbers and instants, half open:
 * from ≤ value < below. `empty`: true for "has no value", false for "has one".
 */
export type Condition =
  | { readonly column: string; readonly in: readonly QueryValue[] }
  | { readonly column: string; readonly notIn: readonly QueryValue[] }
  | { readonly column: string; readonly from?: QueryValue; readonly below?: QueryValue }
  | { readonly column: string; readonly empty: boolean }
  /** At least one of these holds. */
  | { readonly any: readonly Condition[] };

export interface Sort {
  readonly column: string;
  readonly descending?: boolean;
}

/** What a list, a count, a related list and a figure of the dashboard ask: the same thing, so a figure and its list agree. */
export interface Query {
  readonly type: string;
  readonly where: readonly Condition[];
  /** Words to find, last one by prefix; ranks the hits unless a sort is given. */
  readonly text?: string;
  readonly sort?: readonly Sort[];
}

/** A filter that people pick by name. */
export interface SavedFilter {
  readonly id: string;
  readonly label: string;
  readonly query: Omit<Query, 'type'>;
}
