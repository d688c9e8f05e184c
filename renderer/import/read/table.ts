import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { SourceRow } from '#shared/import/source-row.ts';
import type { Encoding, FileForm } from '#shared/import/template.ts';
import { pieceSize, type ByteSource } from './byte-source.ts';
import { csvRows, guessForm } from './csv-rows.ts';
import { decode, detectEncoding } from './encoding.ts';
import { fileKind, type FileKind } from './file-kind.ts';
import { readSheets, type Sheet } from './sheets.ts';

/** A file as a table: headings and, below them, rows. */
export interface SourceTable {
  readonly file: string;
  readonly kind: FileKind;
  readonly headings: readonly string[];
  /** Of a text file. */
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** Of a workbook: all of its sheets, and the one that is read. */
  readonly sheets?: readonly string[];
  readonly sheet?: string;
  /** Reads the rows from the start, each time it is asked. @throws ProblemError for what no table may hold. */
  readonly rows: () => Iterable<SourceRow>;
}

/** A workbook is unpacked once, whichever of its sheets is looked at. */
export class TableReader {
  readonly #source: ByteSource;
  #sheets: Promise<readonly Sheet[]> | undefined;
  #encoding: Encoding | undefined;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** @throws ProblemError OUT-IMP-001, -002, -003, -008, -019. */
  async open(form: FileForm): Promise<SourceTable> {
    const kind = fileKind(this.#source);
    if (!kind.ok) throw new ProblemError(kind.error);
    return kind.value === 'xlsx' ? this.#openSheet(form) : this.#openText(form);
  }

  #openText(form: FileForm): SourceTable {
    const source = this.#source;
    const encoding = form.encoding ?? (this.#encoding ??= detectEncoding(source));
    const sample = firstOf(decode(source, encoding)) ?? '';
    const csv = guessForm(sample.slice(0, pieceSize), form.delimiter);
    const read = (): Iterable<SourceRow> => csvRows(decode(source, encoding), csv);
    const { headings, line } = this.#headings(read());
    return {
      file: source.name,
      kind: 'csv',
      encoding,
      delimiter: csv.delimiter,
      headings,
      rows: () => below(read(), line),
    };
  }

  async #openSheet(form: FileForm): Promise<SourceTable> {
    const sheets = await (this.#sheets ??= readSheets(this.#source));
    const sheet =
      sheets.find(({ name }) => name === form.sheet) ??
      sheets.find(({ rows }) => rows.length > 1) ??
      sheets[0];
    const { headings, line } = this.#headings(sheet?.rows ?? []);
    return {
      file: this.#source.name,
      kind: 'xlsx',
      sheets: sheets.map(({ name }) => name),
      sheet: sheet?.name ?? '',
      headings,
      rows: () => below(sheet?.rows ?? [], line),
    };
  }

  /** The first row with a value holds the headings. */
  #headings(rows: Iterable<SourceRow>): { readonly headings: readonly string[]; readonly line: number } {
    const file = this.#source.name;
    const first = firstOf(rows);
    if (!first) throw new ProblemError(problem('OUT-IMP-008', { file }));
    const cells = first.cells.map((cell) => cell.trim());
    while (cells.at(-1) === '') cells.pop();
    return {
      headings: distinct(cells.map((cell, index) => cell || `Column ${index + 1}`)),
      line: first.line,
    };
  }
}

/** A heading that stands more than once gets a number, so that each column has its own name. */
function distinct(headings: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    let name = heading;
    for (let count = 2; taken.has(name); count += 1) name = `${heading} (${count})`;
    taken.add(name);
    return name;
  });
}

function firstOf<Item>(items: Iterable<Item>): Item | undefined {
  for (const item of items) return item;
  return undefined;
}

function* below(rows: Iterable<SourceRow>, line: number): Generator<SourceRow> {
  for (const row of rows) {
    if (row.line > line) yield row;
  }
}
