import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Config } from '#shared/definition/config.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { deriveValues, type DerivedValues } from '#shared/engine/derive.ts';
import { useData } from './context.ts';
import type { Aggregate, GroupBy, Page, QueryResult, RecordName } from './index/protocol.ts';
import { KeptRecords } from './kept-records.ts';
import type { TimelineItem } from './timeline.ts';
import { useLive, type Subscribe } from './use-live.ts';
import type { SummaryGroup } from './data-parts.ts';
import type { Data } from './workspace-data.ts';

const halfMinute = 30_000;

const onIndexed: Subscribe = (data, again) => data.onIndexed(again);

/** What is overdue changes as time goes by, with nothing written. */
const onIndexedOrTime: Subscribe = (data, again) => {
  const unsubscribe = data.onIndexed(again);
  const timer = setInterval(again, halfMinute);
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
};

/** Queries that name the present instant are asked again now and then. */
export function newsFor(key: string): Subscribe {
  return /"symbol":"(now|day)"/.test(key) ? onIndexedOrTime : onIndexed;
}

/** A page of a query's records as list rows, live. */
export function useQuery(
  query: Query,
  page: Page,
): { readonly result: QueryResult | undefined; readonly isCurrent: boolean } {
  const key = JSON.stringify([query, page]);
  const live = useLive(key, (data) => data.query(query, page), newsFor(key));
  return { result: live.answer, isCurrent: live.isCurrent };
}

/** How many records each query has, live; undefined until known. */
export function useCounts(queries: readonly Query[]): readonly (number | undefined)[] {
  const key = JSON.stringify(queries);
  const { answer, isCurrent } = useLive(key, (data) => data.counts(queries), newsFor(key));
  return isCurrent && answer ? answer : queries.map(() => undefined);
}

/** Counts, sums or means of a query's records by group, live; each group carries the query of its records. */
export function useSummary(
  query: Query,
  groupBy?: GroupBy,
  of?: Aggregate,
): readonly SummaryGroup[] | undefined {
  const key = JSON.stringify([query, groupBy, of]);
  const { answer, isCurrent } = useLive(key, (data) => data.summary(query, groupBy, of), newsFor(key));
  return isCurrent ? answer : undefined;
}

/** How many records a query has by a column, those hidden from whoever is at the desk among them where their type lets it be counted, live. */
export function useTally(query: Query, column: string): ReadonlyMap<string, number> | undefined {
  const key = JSON.stringify([query, column]);
  const { answer, isCurrent } = useLive(key, (data) => data.tally(query, column), onIndexed);
  return isCurrent ? answer : undefined;
}

/** Records of several types that hold the words, best first, live. */
export function useSearch(
  text: string,
  queries: readonly Omit<Query, 'text'>[],
  limit: number,
): { readonly result: QueryResult | undefined; readonly isCurrent: boolean } {
  const key = JSON.stringify([text, queries, limit]);
  const live = useLive(
    key,
    (data) =>
      text.trim() ? data.search(text, queries, limit) : Promise.resolve({ total: 0, rows: [], n: 0 }),
    newsFor(key),
  );
  return { result: live.answer, isCurrent: live.isCurrent };
}

const noValues: DerivedValues = {};

/** A record that the actor may see, with what is computed from it, live. `isMissing`: there is none, or it may not be seen. */
export function useRecord(id: string | undefined): {
  readonly record: RecordView | undefined;
  readonly derived: DerivedValues;
  readonly isLoading: boolean;
  readonly isMissing: boolean;
} {
  const data = useData();
  const config = useConfig();
  const subscribe = useCallback(
    (source: Data, again: () => void) =>
      source.onChange((change) => {
        if (id !== undefined && (change.records.length === 0 || change.records.includes(id))) again();
      }),
    [id],
  );
  const { answer, isAnswered } = useLive(
    id ?? '',
    async (source) => ({ record: id === undefined ? undefined : await source.load(id) }),
    subscribe,
  );
  const record = isAnswered ? answer?.record : undefined;
  const type = record && data.catalogue.type(record.type);
  const derived = useMemo(
    () => (record && type ? deriveValues(type, record, config, data.now()) : noValues),
    [record, type, config, data],
  );
  return { record, derived, isLoading: !isAnswered, isMissing: isAnswered && !record };
}

/**
 * Whole records of several queries, live; of each query the first so many. Undefined until known. A record that did not change stays the
 * same object.
 */
export function useRecords(queries: readonly Query[], most: number): readonly RecordView[] | undefined {
  const source = useData();
  const kept = useMemo(() => new KeptRecords(source), [source]);
  useEffect(() => kept.follow(), [kept]);
  const { answer, isAnswered } = useLive(
    JSON.stringify([queries, most]),
    async (data) => {
      const pages = await Promise.all(queries.map((query) => data.ids(query, { offset: 0, limit: most })));
      return kept.load(pages.flatMap(({ ids }) => ids));
    },
    onIndexed,
  );
  return isAnswered ? answer : undefined;
}

/** Records by their ids, live; those that are not there, or not to be seen, are left out. Undefined until known. */
export function useRecordsById(ids: readonly string[]): readonly RecordView[] | undefined {
  const { answer, isAnswered } = useLive(JSON.stringify(ids), (data) => data.loadMany(ids), onIndexed);
  return isAnswered ? answer : undefined;
}

/** The history of a record, oldest first, live. */
export function useTimeline(id: string): {
  readonly items: readonly TimelineItem[];
  readonly isLoading: boolean;
} {
  const subscribe = useCallback(
    (source: Data, again: () => void) =>
      source.onChange((change) => {
        if (change.records.length === 0 || change.records.includes(id)) again();
      }),
    [id],
  );
  const { answer, isAnswered } = useLive(id, (source) => source.timeline(id), subscribe);
  return { items: isAnswered && answer ? answer : [], isLoading: !isAnswered };
}

/** The configuration records, live. */
export function useConfig(): Config {
  const data = useData();
  return useSyncExternalStore(
    useCallback((again) => data.onConfig(again), [data]),
    () => data.config,
  );
}

const noNames: ReadonlyMap<string, RecordName> = new Map();

/** Titles and own markings of records by id, live; an id that is not known stands for itself. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, RecordName> {
  const wanted = [...new Set(ids)].sort();
  const { answer } = useLive(
    JSON.stringify(wanted),
    (data) => (wanted.length > 0 ? data.names(wanted) : Promise.resolve({})),
    onIndexed,
  );
  return useMemo(() => (answer ? new Map(Object.entries(answer)) : noNames), [answer]);
}

/** The present instant (epoch ms), told anew every so many milliseconds. */
export function useNow(every: number = halfMinute): number {
  const data = useData();
  const [now, setNow] = useState(() => data.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(data.now()), every);
    return () => clearInterval(timer);
  }, [data, every]);
  return now;
}
