import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Config } from '#shared/definition/config.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { deriveValues, type DerivedValues } from '#shared/engine/derive.ts';
import { useData } from './context.ts';
import type { Aggregate, GroupBy, Page, QueryResult } from './index/protocol.ts';
import type { TimelineItem } from './timeline.ts';
import type { Data, SummaryGroup } from './workspace-data.ts';

/** The answer of `ask`, asked again whenever `key` changes or `subscribe` calls; the old answer stays until the new one is there. */
function useLive<Answer>(
  key: string,
  ask: (data: Data) => Promise<Answer>,
  subscribe: (data: Data, again: () => void) => () => void,
): { readonly answer: Answer | undefined; readonly isCurrent: boolean } {
  const data = useData();
  const [state, setState] = useState<{ key: string; answer: Answer } | undefined>();
  const asked = useRef(ask);
  useEffect(() => {
    asked.current = ask;
  });
  useEffect(() => {
    let isOver = false;
    let turn = 0;
    const again = () => {
      turn += 1;
      const own = turn;
      asked.current(data).then(
        (answer) => {
          if (!isOver && own === turn) setState({ key, answer });
        },
        () => undefined,
      );
    };
    again();
    const unsubscribe = subscribe(data, again);
    return () => {
      isOver = true;
      unsubscribe();
    };
  }, [data, key, subscribe]);
  return { answer: state?.answer, isCurrent: state?.key === key };
}

const onIndexed = (data: Data, again: () => void) => data.onIndexed(again);

/** A page of a query's records as list rows, live. */
export function useQuery(
  query: Query,
  page: Page,
): { readonly result: QueryResult | undefined; readonly isCurrent: boolean } {
  const live = useLive(JSON.stringify([query, page]), (data) => data.query(query, page), onIndexed);
  return { result: live.answer, isCurrent: live.isCurrent };
}

/** How many records each query has, live; undefined until known. */
export function useCounts(queries: readonly Query[]): readonly (number | undefined)[] {
  const { answer, isCurrent } = useLive(JSON.stringify(queries), (data) => data.counts(queries), onIndexed);
  return isCurrent && answer ? answer : queries.map((_, index) => answer?.[index]);
}

/** Counts, sums or means of a query's records by group, live; each group carries the query of its records. */
export function useSummary(
  query: Query,
  groupBy?: GroupBy,
  of?: Aggregate,
): readonly SummaryGroup[] | undefined {
  return useLive(
    JSON.stringify([query, groupBy, of]),
    (data) => data.summary(query, groupBy, of),
    onIndexed,
  ).answer;
}

/** Records of several types that hold the words, best first, live. */
export function useSearch(
  text: string,
  queries: readonly Omit<Query, 'text'>[],
  limit: number,
): { readonly result: QueryResult | undefined; readonly isCurrent: boolean } {
  const live = useLive(
    JSON.stringify([text, queries, limit]),
    (data) => (text.trim() ? data.search(text, queries, limit) : Promise.resolve({ total: 0, rows: [], n: 0 })),
    onIndexed,
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
  const { answer, isCurrent } = useLive(
    id ?? '',
    async (source) => ({ record: id === undefined ? undefined : await source.load(id) }),
    subscribe,
  );
  const record = isCurrent ? answer?.record : undefined;
  const type = record && data.catalogue.type(record.type);
  const derived = useMemo(
    () => (record && type ? deriveValues(type, record, config, data.now()) : noValues),
    [record, type, config, data],
  );
  return { record, derived, isLoading: !isCurrent, isMissing: isCurrent && !record };
}

/** The history of a record, oldest first, live. */
export function useTimeline(id: string): { readonly items: readonly TimelineItem[]; readonly isLoading: boolean } {
  const subscribe = useCallback(
    (source: Data, again: () => void) =>
      source.onChange((change) => {
        if (change.records.length === 0 || change.records.includes(id)) again();
      }),
    [id],
  );
  const { answer, isCurrent } = useLive(id, (source) => source.timeline(id), subscribe);
  return { items: isCurrent && answer ? answer : [], isLoading: !isCurrent };
}

/** The configuration records, live. */
export function useConfig(): Config {
  const data = useData();
  return useSyncExternalStore(
    useCallback((again) => data.onConfig(again), [data]),
    () => data.config,
  );
}

const noLabels: ReadonlyMap<string, string> = new Map();

/** Titles of records by id, live; an id that is not known stands for itself. */
export function useLabels(ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].sort();
  const { answer } = useLive(
    JSON.stringify(wanted),
    (data) => (wanted.length > 0 ? data.labels(wanted) : Promise.resolve({})),
    onIndexed,
  );
  return useMemo(() => (answer ? new Map(Object.entries(answer)) : noLabels), [answer]);
}

const halfMinute = 30_000;

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
