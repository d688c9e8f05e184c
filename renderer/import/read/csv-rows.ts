import Papa from 'papaparse';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { SourceRow } from '#shared/import/source-row.ts';
import { withoutGuard } from './without-guard.ts';

/** A cell that is not closed within so many characters is a quotation mark too many. */
const longestRow = 16 * 2 ** 20;
const linesOfGuess = 100;

export interface CsvForm {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n' | '\r';
}

/** What the parser gives back; its published types say `any`. */
interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

const separators = [',', ';', '\t', '|'] as const;

/** Finds separator and line ends by the beginning of the text. */
export function guessForm(sample: string, delimiter?: string): CsvForm {
  const bare = sample.replaceAll(/"[^"]*"/g, '');
  const newline = /(^|[^\r])\n/.test(bare)
    ? '\n'
    : bare.includes('\r\n')
      ? '\r\n'
      : bare.includes('\r')
        ? '\r'
        : '\n';
  return { delimiter: delimiter ?? guessDelimiter(sample), newline };
}

/** The separator that splits the headings into most cells and the lines below into as many. */
function guessDelimiter(sample: string): string {
  const scored = separators.map((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: linesOfGuess, skipEmptyLines: true });
    const width = data[0]?.length ?? 0;
    const even = data.filter((cells) => cells.length === width).length;
    return { delimiter, score: width > 1 ? width * (even / data.length) ** 2 : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/**
 * The rows of CSV text that comes in pieces, with the line each begins on; lines without a value are passed over.
 * @throws ProblemError OUT-IMP-019 where quotation marks do not pair.
 */
export function* csvRows(texts: Iterable<string>, form: CsvForm): Generator<SourceRow> {
  const { delimiter, newline } = form;
  let rest = '';
  let line = 1;
  function* rowsOf(text: string, isLast: boolean): Generator<SourceRow> {
    const parser = new Papa.Parser({ delimiter, newline, quoteChar: '"', escapeChar: '"' });
    const parsed = parser.parse(text, 0, !isLast) as Parsed;
    const faulty = new Set(parsed.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
    const hasQuotes = text.includes('"');
    const hasMarks = text.includes("'") || (newline === '\n' && text.includes('\r'));
    for (const [index, cells] of parsed.data.entries()) {
      if (faulty.has(index)) throw new ProblemError(problem('OUT-IMP-019', { line }));
      if (cells.some((cell) => cell.trim() !== ''))
        yield { line, cells: hasMarks ? cleaned(cells, newline) : cells };
      line += 1 + (hasQuotes ? breaksIn(cells, newline) : 0);
    }
    rest = isLast ? '' : text.slice(parsed.meta.cursor);
    if (rest.length > longestRow) throw new ProblemError(problem('OUT-IMP-019', { line }));
  }
  for (const text of texts) yield* rowsOf(rest + text, false);
  if (rest !== '') yield* rowsOf(rest, true);
}

/** Takes off apostrophes of the export and, in a file with line ends of both kinds, the return at the end of a line. */
function cleaned(cells: readonly string[], newline: string): readonly string[] {
  const last = cells.length - 1;
  return cells.map((cell, index) =>
    withoutGuard(index === last && newline === '\n' && cell.endsWith('\r') ? cell.slice(0, -1) : cell),
  );
}

function breaksIn(cells: readonly string[], newline: string): number {
  const mark = newline === '\r' ? '\r' : '\n';
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf(mark); at !== -1; at = cell.indexOf(mark, at + 1)) count += 1;
  }
  return count;
}
