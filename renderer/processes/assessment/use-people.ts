import { useMemo } from 'react';
import { useTitles } from '#renderer/record/use-titles.ts';
import { textOf } from '#shared/definition/record.ts';
import type { WorkbookRow } from './workbook-rows.ts';

/** Names of all who said something in these lines, by their ids; the same object until a name changes. */
export function usePeople(rows: readonly WorkbookRow[]): ReadonlyMap<string, string> {
  const ids = rows.flatMap(({ answer, ratings }) => [
    ...ratings.map((rating) => textOf(rating, 'assessor')),
    ...(answer ? [answer.updatedBy] : []),
  ]);
  const titles = useTitles(ids.filter((id) => id !== ''));
  const text = JSON.stringify([...titles]);
  return useMemo(() => new Map(JSON.parse(text) as readonly (readonly [string, string])[]), [text]);
}
