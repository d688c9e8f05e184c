import type { Cell } from '../../assessment/workbook.ts';
import type { Catalogue } from '../../definition/catalogue.ts';
import type { Metric } from '../../definition/process.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import type { Period } from '../../engine/figure.ts';
import { localDate, localDayBounds } from '../../kernel/time.ts';
import { genericMetrics } from '../support/generic-metrics.ts';

/** All figures that Outpost holds of a process: its own, and those that every process has. */
export function metricsOf(process: string, catalogue: Catalogue): readonly Metric[] {
  return [...(catalogue.process(process)?.metrics ?? []), ...genericMetrics(process, catalogue)];
}

/** The figures that are signs of what a line of the workbook rates. An attribute as a whole takes those of its outcomes too. */
export function suggestedMetrics(cell: Cell, catalogue: Catalogue): readonly Metric[] {
  const { process, attribute, item } = cell;
  return metricsOf(process, catalogue).filter(({ signOf }) =>
    signOf.some((code) =>
      item === '' ? attributeOf(code) === attribute : code === item || code === attribute,
    ),
  );
}

/** `PA2.1-O3` and `2.1` are about attribute 2.1, outcomes of a process about 1.1. */
function attributeOf(code: string): string {
  return /^(?:PA)?(\d\.\d)/.exec(code)?.[1] ?? '1.1';
}

/**
 * The period of an assessment's figures: as the assessment says, else the twelve months before its first day, or before
 * today where it has none. An end before the beginning counts as not given.
 */
export function figurePeriod(assessment: RecordView, zone: string, now: number): Period {
  const first = textOf(assessment, 'from') || localDate(now, zone);
  const until = textOf(assessment, 'figuresUntil');
  const below = until === '' ? localDayBounds(first, zone)[0] : localDayBounds(until, zone)[1];
  const given = textOf(assessment, 'figuresFrom');
  const from = given === '' ? below : localDayBounds(given, zone)[0];
  return { from: from < below ? from : localDayBounds(yearBefore(localDate(below, zone)), zone)[0], below };
}

function yearBefore(date: string): string {
  const before = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace('-29', '-28') : before;
}
