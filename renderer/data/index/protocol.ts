import type { KeyRing } from '#shared/trust/key-ring.ts';
import type { Cells } from '#shared/engine/column-values.ts';
import type { PlainCondition } from '#shared/engine/query.ts';
import type { Sort } from '#shared/definition/query.ts';

/** A query as the worker takes it: symbols resolved, what the actor may see already among the conditions. */
export interface PlainQuery {
  readonly type: string;
  readonly where: readonly PlainCondition[];
  readonly text?: string;
  readonly sort?: readonly Sort[];
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** One line of a list. */
export interface Row {
  readonly id: string;
  readonly type: string;
  readonly cells: Cells;
  /** Id of a referenced record → its title. */
  readonly labels: Readonly<Record<string, string>>;
  /** Id of a referenced record → its own marking, where it has one. */
  readonly markings: Readonly<Record<string, string>>;
}

/** What a record is called, and its own marking; '' where it has none, or may not be seen. */
export interface RecordName {
  readonly title: string;
  readonly marking: string;
}

export interface QueryResult {
  readonly total: number;
  readonly rows: readonly Row[];
  /** Arrival number that the answer stands at. */
  readonly n: number;
}

export interface GroupBy {
  readonly column: string;
  /** Groups instants by local day of the zone; the key is the local date. */
  readonly bucket?: 'day';
  readonly zone?: string;
}

export interface SummaryPart {
  /** The key is a local date that stands for its day. */
  readonly isDay?: true;
  readonly key: string | number | boolean | null;
  readonly label: string;
  readonly value: number;
}

export interface Aggregate {
  readonly column: string;
  readonly by: 'sum' | 'mean';
}

/** A search over several types. */
export interface SearchRequest {
  readonly text: string;
  readonly parts: readonly { readonly type: string; readonly where: readonly PlainCondition[] }[];
  readonly limit: number;
}

export interface IndexStatus {
  /** Arrival number up to which everything is indexed. */
  readonly n: number;
  readonly records: number;
  readonly isReady: boolean;
  /** Text index loaded, so that search finds everything. */
  readonly isTextReady: boolean;
  /** False while priorities and clocks are computed again after a change of configuration. */
  readonly isDerived: boolean;
  /** Estimated bytes. */
  readonly memory: number;
}

/** Type → what a record of it must meet for its title to be shown; types that are not named hide nothing. */
export type TypeSight = Readonly<Record<string, readonly PlainCondition[]>>;

/** What the page asks. `atLeast`: the answer must know everything up to this arrival number. */
export type IndexRequest =
  | {
      readonly kind: 'query';
      readonly query: PlainQuery;
      readonly page: Page;
      readonly sight: TypeSight;
      readonly atLeast: number;
    }
  | { readonly kind: 'ids'; readonly query: PlainQuery; readonly page: Page; readonly atLeast: number }
  | { readonly kind: 'counts'; readonly queries: readonly PlainQuery[]; readonly atLeast: number }
  | {
      readonly kind: 'summary';
      readonly query: PlainQuery;
      readonly groupBy?: GroupBy;
      readonly of?: Aggregate;
      readonly sight: TypeSight;
      readonly atLeast: number;
    }
  | {
      readonly kind: 'search';
      readonly search: SearchRequest;
      readonly sight: TypeSight;
      readonly atLeast: number;
    }
  | {
      readonly kind: 'names';
      readonly ids: readonly string[];
      readonly sight: TypeSight;
      readonly atLeast: number;
    }
  | { readonly kind: 'status' }
  /** Contents were removed: it is made anew from the records, so that nothing of them stays in it. */
  | { readonly kind: 'rebuild' }
  | { readonly kind: 'save' };

export interface IndexAnswers {
  readonly query: QueryResult;
  readonly ids: { readonly total: number; readonly ids: readonly string[] };
  readonly counts: readonly number[];
  readonly summary: readonly SummaryPart[];
  readonly search: QueryResult;
  readonly names: Readonly<Record<string, RecordName>>;
  readonly status: IndexStatus;
  readonly rebuild: null;
  readonly save: null;
}

export interface IndexCall {
  readonly call: number;
  readonly request: IndexRequest;
}

export type IndexReply =
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly fault: string }
  /** Told unasked: something new is indexed, or progress of a rebuild. */
  | { readonly news: IndexStatus };

/** The device goes on with other keys. */
export interface IndexKeys {
  readonly ring: KeyRing;
}

/** First message to the worker. */
export interface IndexStart {
  readonly start: { readonly database: string; readonly signature: string; readonly ring: KeyRing };
}
