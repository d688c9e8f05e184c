import Papa from 'papaparse';
import { neutralise } from '#renderer/record/export/neutralise.ts';
import type { Problem } from '#shared/kernel/errors.ts';

/** One line of the report. */
export interface ReportLine {
  readonly line: number | '';
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly next: string;
  readonly code: string;
}

/** What a problem says of a line of the file. */
export function reportLine({ code, message, next, what }: Problem): ReportLine {
  const value = what?.value;
  return {
    line: what?.line ?? '',
    column: what?.column ?? '',
    value:
      value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value),
    reason: message,
    next: next ?? '',
    code,
  };
}

const headings = ['Line', 'Column', 'Value', 'Reason', 'What to do', 'Code', 'Kind'];

/** The report as CSV (UTF-8 with its mark): first what is refused, then what is only told. */
export function reportCsv(refused: readonly Problem[], told: readonly Problem[]): Uint8Array {
  const rows = [
    ...refused.map((found) => rowOf(found, 'Refused')),
    ...told.map((found) => rowOf(found, 'Note')),
  ];
  const text = Papa.unparse([headings, ...rows], { newline: '\r\n', escapeFormulae: false });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function rowOf(found: Problem, kind: string): readonly (string | number)[] {
  const { line, column, value, reason, next, code } = reportLine(found);
  return [line, ...[column, value, reason, next, code].map(neutralise), kind];
}
