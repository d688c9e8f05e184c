import { useMemo } from 'react';
import { useQuery, type Row } from '#renderer/data/data.ts';
import type { Query } from '#shared/definition/query.ts';

export const pageSize = 100;

export interface Rows {
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  /** The row at a place of the list; undefined while its page is on the way. */
  readonly at: (index: number) => Row | undefined;
}

/**
 * The rows around a window of the list, in pages of 100. Two neighbouring pages are asked for, each by its own slot (even
 * and odd), so that scrolling on keeps the page that stays.
 */
export function useRows(query: Query, first: number): Rows {
  const page = Math.floor(first / pageSize);
  const evenPage = page % 2 === 0 ? page : page + 1;
  const oddPage = page % 2 === 0 ? page + 1 : page;
  const even = useQuery(query, useMemo(() => ({ offset: evenPage * pageSize, limit: pageSize }), [evenPage]));
  const odd = useQuery(query, useMemo(() => ({ offset: oddPage * pageSize, limit: pageSize }), [oddPage]));
  return useMemo(
    () => ({
      total: even.result?.total ?? odd.result?.total,
      at: (index) => {
        const wanted = Math.floor(index / pageSize);
        const answer = wanted === evenPage ? even.result : wanted === oddPage ? odd.result : undefined;
        return answer?.rows[index % pageSize];
      },
    }),
    [even.result, odd.result, evenPage, oddPage],
  );
}
