import { ByteReader, PackFault } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** Like things side by side deflate well. Ids are random, so they stand apart and are not deflated. */
export const columnNames = [
  'shapes',
  'walls',
  'counters',
  'actors',
  'records',
  'refs',
  'values',
  'definitions',
  'texts',
] as const;

export type Columns<Column> = Readonly<Record<(typeof columnNames)[number], Column>>;

export function writeColumns(): Columns<ByteWriter> {
  const column = () => new ByteWriter();
  return fill(column);
}

/** Few entries: one column for all saves the lengths. */
export function writeOneColumn(): Columns<ByteWriter> {
  const column = new ByteWriter();
  return fill(() => column);
}

/** The columns one after the other, each with its length. */
export function joinColumns(columns: Columns<ByteWriter>): Uint8Array {
  const joined = new ByteWriter();
  for (const name of columnNames) joined.number(columns[name].length);
  for (const name of columnNames) joined.bytes(columns[name].written());
  return joined.written();
}

/** @throws PackFault where lengths and bytes do not fit. */
export function splitColumns(bytes: Uint8Array): Columns<ByteReader> {
  const joined = new ByteReader(bytes);
  const lengths = columnNames.map(() => joined.whole());
  const columns = lengths.map((length) => new ByteReader(joined.bytes(length)));
  if (joined.left > 0) throw new PackFault('bytes are left over');
  let place = 0;
  return fill(() => {
    const column = columns[place];
    if (!column) throw new PackFault('a column is missing');
    place += 1;
    return column;
  });
}

export function readOneColumn(bytes: Uint8Array): Columns<ByteReader> {
  const column = new ByteReader(bytes);
  return fill(() => column);
}

function fill<Column>(next: () => Column): Columns<Column> {
  return {
    shapes: next(),
    walls: next(),
    counters: next(),
    actors: next(),
    records: next(),
    refs: next(),
    values: next(),
    definitions: next(),
    texts: next(),
  };
}
