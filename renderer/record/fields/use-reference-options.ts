import { useCallback, useEffect, useMemo, useState } from 'react';
import { readProblem, useData, type Row } from '#renderer/data/data.ts';
import { formatValue } from './format-value.ts';
import { markingFieldName } from '#shared/definition/marking-field.ts';
import { columnOf } from '#shared/engine/columns.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

export interface ReferenceOption {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly number: string;
  readonly marking: string;
  /** What tells records of the same title apart. */
  readonly details: string;
}

const most = 20;
const none: readonly ReferenceOption[] = [];

/** Records that can be picked for a reference, best first; the ones that came to their end (retired …) are left out. */
export function useReferenceOptions(
  types: readonly RecordType[],
  text: string,
  isOpen: boolean,
): {
  readonly options: readonly ReferenceOption[];
  readonly isLoading: boolean;
  readonly isLoaded: boolean;
  /** The options for the present text, for whoever cannot wait for them to be shown. */
  readonly ask: () => Promise<readonly ReferenceOption[]>;
} {
  const data = useData();
  const key = useMemo(() => ({ types, text }), [types, text]);
  const [answer, setAnswer] = useState<{ key: object; options: readonly ReferenceOption[] }>();

  const ask = useCallback(async () => {
    const lists = await Promise.all(
      key.types.map(async (type) => {
        const { rows } = await data.query(optionQuery(type, key.text), { offset: 0, limit: most });
        return nearestFirst(
          rows.map((row) => toOption(type, row)),
          key.text,
        );
      }),
    );
    return lists.flat();
  }, [data, key]);

  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    ask().then(
      (options) => {
        if (isCurrent) setAnswer({ key, options });
      },
      (error: unknown) => data.tellFault(readProblem(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [data, isOpen, key, ask]);

  return {
    options: answer?.options ?? none,
    isLoading: isOpen && answer?.key !== key,
    isLoaded: answer !== undefined,
    ask,
  };
}

function optionQuery(type: RecordType, text: string): Query {
  const ended = Object.entries(type.lifecycle.states).flatMap(([name, state]) => (state.final ? [name] : []));
  const where = ended.length > 0 ? [{ column: 'state', notIn: ended }] : [];
  if (text.trim() !== '') return { type: type.name, where, text };
  return { type: type.name, where, sort: [{ column: type.views.title }] };
}

/** Whoever types a whole title means that record, not a longer title with the same words; Enter takes the first. */
function nearestFirst(options: readonly ReferenceOption[], text: string): readonly ReferenceOption[] {
  const typed = text.trim().toLowerCase();
  if (typed === '') return options;
  const distance = ({ title }: ReferenceOption) => {
    const lower = title.toLowerCase();
    return lower === typed ? 0 : lower.startsWith(typed) ? 1 : 2;
  };
  return options.toSorted((a, b) => distance(a) - distance(b));
}

function toOption(type: RecordType, row: Row): ReferenceOption {
  const title = row.cells[type.views.title];
  const number = row.cells['number'];
  const words = { zone: 'UTC', label: (id: string) => row.labels[id] ?? id };
  const details = (type.views.subtitle ?? []).map((name) => {
    const column = columnOf(type, name);
    return column ? formatValue(column, row.cells[name] ?? null, words) : '';
  });
  return {
    id: row.id,
    type: type.name,
    title: typeof title === 'string' && title !== '' ? title : String(number ?? row.id),
    number: typeof number === 'string' ? number : '',
    marking: String(row.cells[markingFieldName] ?? ''),
    details: details.filter((part) => part !== '').join(' · '),
  };
}
