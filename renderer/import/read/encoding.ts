import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { Encoding } from '#shared/import/template.ts';
import { pieces, type ByteSource } from './byte-source.ts';
import { isUtf16 } from './file-kind.ts';

const headSize = 4096;
/** A file with this many good UTF-8 characters to each bad one is damaged UTF-8, not another encoding. */
const goodToBad = 4;

/** Finds out the encoding of a text file by all of its bytes. */
export function detectEncoding(source: ByteSource): Encoding {
  const head = source.read(0, Math.min(headSize, source.size));
  const wide = isUtf16(head);
  if (wide) return wide;
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  const { good, bad } = countUtf8(source);
  return bad === 0 || good >= bad * goodToBad ? 'utf-8' : 'windows-1252';
}

/** Counts characters of more than one byte that are well-formed UTF-8, and places that are not. */
function countUtf8(source: ByteSource): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  let awaited = 0;
  for (const piece of pieces(source)) {
    for (const byte of piece) {
      if (byte < 0x80) {
        if (awaited > 0) bad += 1;
        awaited = 0;
      } else if (byte < 0xc0) {
        if (awaited === 0) bad += 1;
        else if ((awaited -= 1) === 0) good += 1;
      } else {
        if (awaited > 0) bad += 1;
        awaited = byte >= 0xf5 || byte < 0xc2 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
        if (awaited === 0) bad += 1;
      }
    }
  }
  return { good, bad: awaited > 0 ? bad + 1 : bad };
}

/** What a wrong guess leaves in the text: the replacement character, and code points that Windows-1252 does not have. */
const traces: Readonly<Record<Encoding, RegExp>> = {
  'utf-8': /\ufffd/,
  'utf-16le': /\ufffd/,
  'utf-16be': /\ufffd/,
  'windows-1252': /[\u0081\u008d\u008f\u0090\u009d\ufffd]/,
};

/** Names of the encodings for people. */
export const encodingLabels: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252 (Western)',
};

/**
 * The text of a file, piece by piece, its byte order mark left out.
 * @throws ProblemError OUT-IMP-002 at the first line that holds what the encoding does not have.
 */
export function* decode(source: ByteSource, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  const trace = traces[encoding];
  let line = 1;
  const check = (text: string): string => {
    const at = text.search(trace);
    if (at !== -1) {
      const place = {
        file: source.name,
        encoding: encodingLabels[encoding],
        line: line + lines(text.slice(0, at)),
      };
      throw new ProblemError(problem('OUT-IMP-002', place));
    }
    line += lines(text);
    return text;
  };
  for (const piece of pieces(source)) yield check(decoder.decode(piece, { stream: true }));
  const rest = decoder.decode();
  if (rest !== '') yield check(rest);
}

function lines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
