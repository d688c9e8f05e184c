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
/** Characters that are gathered before they become a part of the file. */
const partLength = 1 << 16;

/** The report as CSV (UTF-8 with its mark), line by line as problems are found: it has no upper limit. */
export class Report {
  readonly #refused = new Lines();
  readonly #told = new Lines();

  refuse(found: Problem): void {
    this.#refused.add(textOf(found, 'Refused'));
  }

  tell(found: Problem): void {
    this.#told.add(textOf(found, 'Note'));
  }

  /** The whole file: first what is refused, then what is only told. */
  file(): Blob {
    const head = `\uFEFF${Papa.unparse([headings])}\r\n`;
    return new Blob([head, ...this.#refused.parts(), ...this.#told.parts()], { type: 'text/csv' });
  }
}

class Lines {
  readonly #parts: Blob[] = [];
  #open = '';

  add(text: string): void {
    this.#open += text;
    if (this.#open.length < partLength) return;
    this.#parts.push(new Blob([this.#open]));
    this.#open = '';
  }

  parts(): readonly BlobPart[] {
    return [...this.#parts, this.#open];
  }
}

function textOf(found: Problem, kind: string): string {
  const { line, column, value, reason, next, code } = reportLine(found);
  const row = [line, ...[column, value, reason, next, code].map(neutralise), kind];
  return `${Papa.unparse([row], { newline: '\r\n', escapeFormulae: false })}\r\n`;
}
