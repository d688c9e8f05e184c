import type { RecordType } from './record-type.ts';
import type { Query } from './query.ts';
import type { FieldValues } from './values.ts';

export type DomainCode = 'SS' | 'SD' | 'ST' | 'SO' | 'CSI';

/** Names of those who answer for an activity; exactly one is accountable. */
export interface Raci {
  readonly accountable: string;
  readonly responsible: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

export interface Activity {
  /** IM3 */
  readonly code: string;
  readonly name: string;
  /** What is done, in our own words. */
  readonly help: string;
  readonly raci: Raci;
}

/** Critical success factor → key performance indicator → metric → measures (DESMF 5.2). A measure is a query, so it traces to its records. */
export interface Metric {
  readonly factor: string;
  readonly indicator: string;
  readonly name: string;
  readonly label: string;
  readonly unit: 'count' | 'percent' | 'milliseconds';
  /** Codes of outcomes (IM-O2, PA2.1-O5) and of attributes (2.1) of which it is a sign; an assessment offers it beside them. */
  readonly signOf: readonly string[];
  /** A share has two: the part, then the whole. */
  readonly measures: Readonly<Record<string, Measure>>;
  /** Combines the measures; null where there is nothing to measure. */
  readonly value: (measures: Readonly<Record<string, number>>) => number | null;
}
/** The count of a query's records, or the sum or mean of one of their columns. */
export interface Measure {
  readonly query: Query;
  /** Column of instants that must lie in the period asked for. Absent: it is measured as things stand. */
  readonly during?: string;
  readonly of?: { readonly column: string; readonly by: 'sum' | 'mean' };
}

/** A record shipped with the product or with the demo unit. `key` makes its id, so shipping it twice makes one record. */
export interface SeedRecord {
  readonly key: string;
  readonly type: string;
  /** Values; a reference is written as `@key` of another seed record. */
  readonly fields: FieldValues;
  /** Actions that follow its making, in order (an agreement is put in force); inputs name seed records as `@key` too. */
  readonly acts?: readonly { readonly action: string; readonly inputs: FieldValues }[];
}

export interface ProcessDefinition {
  readonly code: string;
  readonly name: string;
  readonly domain: DomainCode;
  readonly section: string;
  readonly isoClauses: readonly string[];
  readonly purpose: string;
  readonly scope: string;
  readonly outcomes: readonly string[];
  readonly activities: readonly Activity[];
  readonly roles: readonly { readonly name: string; readonly does: string }[];
  readonly policies: readonly string[];
  readonly metrics: readonly Metric[];
  readonly recordTypes: readonly RecordType[];
  /** Records every new unit starts with (closure codes, default calendar, matrix …). */
  readonly seed: readonly SeedRecord[];
}
