import type { ProcessResult } from '../workbook.ts';
import type { AssessmentReport } from './report.ts';

/** A report as comparisons across units and years take it. `on`: day as YYYY-MM-DD; '' where none is known. */
export interface ReportInComparison {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly on: string;
  readonly model: string;
  readonly profile: readonly ProcessResult[];
}

export function inComparison({
  cover,
  method,
  profile,
}: Pick<AssessmentReport, 'cover' | 'method' | 'profile'>): ReportInComparison {
  const { id, title, unit, from, until, reportedAt } = cover;
  const closed = reportedAt === null ? '' : new Date(reportedAt).toISOString().slice(0, 10);
  return { id, title, unit, on: until || from || closed, model: method.modelCode, profile };
}
