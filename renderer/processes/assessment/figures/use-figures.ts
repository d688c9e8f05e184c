import { useMemo } from 'react';
import { useData, useMeasures } from '#renderer/data/data.ts';
import type { Cell } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Period } from '#shared/engine/figure.ts';
import { figurePeriod, suggestedMetrics } from '#shared/processes/improvement/figures.ts';
import { keptModelOf } from '#shared/processes/improvement/model-choice.ts';
import { partsOf, type Figure } from './kept-figure.ts';

interface RowFigures {
  readonly figures: readonly Figure[];
  readonly period: Period;
  /** Epoch ms of the data; undefined until all figures are known. */
  readonly at: number | undefined;
}

/** What Outpost's records show of a line of the workbook, live. All counts are asked at once. */
export function useFigures(assessment: RecordView, cell: Cell): RowFigures {
  const { catalogue, zone, now } = useClockOfUnit();
  const period = figurePeriod(assessment, zone, now);
  // A code means another process in another model.
  const isShipped = keptModelOf(assessment) === undefined;
  const suggested = useMemo(
    () => (isShipped ? suggestedMetrics(cell, catalogue) : []),
    [isShipped, cell, catalogue],
  );
  const figures = suggested.map((metric) => ({ metric, parts: partsOf(metric, period) }));
  const measured = useMeasures(figures.flatMap(({ parts }) => parts.map(({ query, of }) => ({ query, of }))));
  return {
    period,
    at: measured?.at,
    figures: figures.map((figure, place) => {
      const before = figures.slice(0, place).reduce((sum, { parts }) => sum + parts.length, 0);
      return { ...figure, values: measured?.values.slice(before, before + figure.parts.length) };
    }),
  };
}

function useClockOfUnit() {
  const data = useData();
  return { catalogue: data.catalogue, zone: data.zone, now: data.now() };
}
