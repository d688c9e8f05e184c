import { useEffect, useMemo, useState } from 'react';
import { useData, type Row } from '#renderer/data/data.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import type { Query } from '#shared/definition/query.ts';

export const pageSize = 100;
/** Pages kept on either side of those in sight. */
const keptAside = 3;

export interface Rows {
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  /** The row at a place of the list; undefined while its page is on the way. */
  readonly at: (index: number) => Row | undefined;
  /** The rows shown are those of the question before: the new answer is on its way. */
  readonly isStale: boolean;
  /** Why there is no answer. */
  readonly problem: Problem | undefined;
}

interface Known {
  readonly key: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
}

/**
 * The rows of a list around a window of it, in pages of 100, live. The rows of the last question stay until the first
 * answer to the new one; pages far from the window are forgotten.
 * @param end exclusive.
 */
export function useRows(query: Query, first: number, end: number): Rows {
  const data = useData();
  const key = useMemo(() => JSON.stringify(query), [query]);
  const [known, setKnown] = useState<Known>();
  const [fault, setFault] = useState<{ readonly key: string; readonly problem: Problem }>();
  const [news, setNews] = useState(0);
  const firstPage = Math.floor(first / pageSize);
  const lastPage = Math.floor(Math.max(first, end - 1) / pageSize);

  useEffect(() => data.onIndexed(() => setNews((count) => count + 1)), [data]);

  useEffect(() => {
    let isCurrent = true;
    const asked = JSON.parse(key) as Query;
    for (let page = firstPage; page <= lastPage; page += 1) {
      data.query(asked, { offset: page * pageSize, limit: pageSize }).then(
        ({ total, rows }) => {
          if (!isCurrent) return;
          setFault(undefined);
          setKnown((before) => withPage(before, { key, total, page, rows }));
        },
        (error: unknown) => {
          if (!isCurrent) return;
          const reason = error instanceof Error ? error.message : String(error);
          setFault({ key, problem: problem('OUT-APP-001', { place: 'the list', fault: reason }) });
        },
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [data, key, firstPage, lastPage, news]);

  return useMemo(
    () => ({
      total: known?.total,
      at: (index) => known?.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
      isStale: known !== undefined && known.key !== key,
      problem: fault?.key === key ? fault.problem : undefined,
    }),
    [known, key, fault],
  );
}

function withPage(
  before: Known | undefined,
  answer: {
    readonly key: string;
    readonly total: number;
    readonly page: number;
    readonly rows: readonly Row[];
  },
): Known {
  const { key, total, page, rows } = answer;
  const kept =
    before?.key === key ? [...before.pages].filter(([other]) => Math.abs(other - page) <= keptAside) : [];
  return { key, total, pages: new Map([...kept, [page, rows]]) };
}
