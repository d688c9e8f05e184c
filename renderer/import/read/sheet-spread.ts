import type { Unzipped } from 'fflate';

/** Cells of a sheet from its first to its last; more is a bomb, as the reader makes a row of every gap. */
export const mostCells = 20_000_000;

const piece = 1 << 20;
/** An address may lie across two pieces. */
const overlap = 32;
const address = /\br="([A-Z]{1,3})(\d{1,7})"/g;
const bareRow = /<(?:\w+:)?row\b[^>]*?\br="(\d{1,9})"/g;

/** Cells that the largest sheet spans by the addresses of its cells, empty ones counted. */
export function widestSpread(parts: Unzipped): number {
  let widest = 0;
  for (const [name, bytes] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) widest = Math.max(widest, spreadOf(bytes));
  }
  return widest;
}

function spreadOf(bytes: Uint8Array): number {
  const decoder = new TextDecoder('latin1');
  let rows = 0;
  let columns = 1;
  for (let from = 0; from < bytes.length; from += piece) {
    const text = decoder.decode(bytes.subarray(from, from + piece + overlap));
    for (const [, letters = '', digits = ''] of text.matchAll(address)) {
      rows = Math.max(rows, Number(digits));
      columns = Math.max(columns, columnNumber(letters));
    }
    for (const [, digits = ''] of text.matchAll(bareRow)) rows = Math.max(rows, Number(digits));
  }
  return rows * columns;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
