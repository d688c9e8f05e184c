import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useData, type Row } from '#renderer/data/data.ts';
import { rankByWords, significantWords } from './rank-suggestions.ts';
import type { Suggestion } from '#shared/definition/record-type.ts';
import type { FieldValues } from '#shared/definition/values.ts';

const most = 5;
const perWord = { offset: 0, limit: 40 };
const none: readonly Row[] = [];

export interface Suggestions {
  readonly rows: readonly Row[];
  readonly words: readonly string[];
}

/** What is there already that fits what was typed into the watched fields. */
export function useSuggestions(suggestion: Suggestion, values: FieldValues): Suggestions {
  const data = useData();
  const typed = suggestion.watch
    .map((name) => values[name])
    .filter((value): value is string => typeof value === 'string')
    .join(' ');
  const text = useDeferredValue(significantWords(typed).join(' '));
  const words = useMemo(() => (text === '' ? [] : text.split(' ')), [text]);
  const [found, setFound] = useState<readonly Row[]>(none);

  useEffect(() => {
    if (words.length === 0) return undefined;
    let isCurrent = true;
    const { type, where } = suggestion;
    void Promise.all(words.map((word) => data.query({ type, where, text: word }, perWord))).then((hits) => {
      if (isCurrent) setFound(rankByWords(hits, most));
    });
    return () => {
      isCurrent = false;
    };
  }, [data, suggestion, words]);

  return { rows: words.length === 0 ? none : found, words };
}
