import { useMemo } from 'react';
import { useCounts } from '#renderer/data/data.ts';
import { pin, type Figure } from './desk-queries.ts';

/** The counts of figures, live and as of `now`. */
export function useFigures(figures: readonly Figure[], now: number): readonly (number | undefined)[] {
  return useCounts(useMemo(() => figures.map(({ query }) => pin(query, now)), [figures, now]));
}
