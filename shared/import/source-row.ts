/** A row of the file: its cells as text, under the headings, and the line it begins on (from 1; of a sheet the row). */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Text of a cell; '' where it is empty, holds one of the marks for "nothing", or is missing. */
export function cellOf(row: SourceRow, index: number, emptyMarks: ReadonlySet<string>): string {
  const text = row.cells[index] ?? '';
  const trimmed = text.trim();
  return trimmed === '' || emptyMarks.has(trimmed) ? '' : text;
}

const columnPattern = /\{([^{}]+)\}/g;
const partPattern = /\[([^[\]]*)\]|\{([^{}]+)\}/g;

/** The headings that a pattern for fixed texts names. */
export function headingsIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(columnPattern)].map((match) => match[1] ?? '');
}

/** Fills a pattern: `{category}[, {symptom}]`. An empty cell leaves nothing; inside brackets the whole part goes. */
export function fillPattern(pattern: string, cell: (heading: string) => string): string {
  const read = (heading: string): string => cell(heading).trim();
  const filled = pattern.replaceAll(
    partPattern,
    (_, part: string | undefined, heading: string | undefined) => {
      if (heading !== undefined) return read(heading);
      const inner = part ?? '';
      if (headingsIn(inner).some((name) => read(name) === '')) return '';
      return inner.replaceAll(columnPattern, (__, name: string) => read(name));
    },
  );
  return filled.trim();
}
