import { problem, type Problem } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ByteSource } from './byte-source.ts';

export type FileKind = 'csv' | 'xlsx';

/** Larger files are refused: what a laptop of two cores reads in minutes and a browser holds. */
export const largestCsv = 256 * 2 ** 20;
export const largestSheet = 48 * 2 ** 20;

const sampleSize = 4096;

/** What other files begin with, and what to call them. */
const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'it is a PDF document.'],
  ['\u00d0\u00cf\u0011\u00e0', 'it is an Office file of the old kind (.xls); save it as .xlsx.'],
  ['Rar!', 'it is a RAR archive.'],
  ['7z\u00bc\u00af', 'it is a 7-Zip archive.'],
  ['\u001f\u008b', 'it is compressed with gzip; unpack it first.'],
  ['\u0089PNG', 'it is an image.'],
  ['\u00ff\u00d8\u00ff', 'it is an image.'],
  ['GIF8', 'it is an image.'],
  ['\u007fELF', 'it is a program.'],
  ['MZ', 'it is a program.'],
  ['SQLite format 3', 'it is a database.'],
  ['{\\rtf', 'it is a text document (RTF).'],
];

/** Tells what a file is by its first bytes, never by its name. Faults: OUT-IMP-001, OUT-IMP-003, OUT-IMP-008. */
export function fileKind(source: ByteSource): Result<FileKind, Problem> {
  const notTable = (fault: string): Result<FileKind, Problem> =>
    err(problem('OUT-IMP-001', { file: source.name, fault }));
  if (source.size === 0) return err(problem('OUT-IMP-008', { file: source.name }));
  const head = source.read(0, Math.min(sampleSize, source.size));
  const start = String.fromCharCode(...head.subarray(0, 16));
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) {
    return source.size > largestSheet ? tooLarge(source, largestSheet) : ok('xlsx');
  }
  const known = signatures.find(([signature]) => start.startsWith(signature));
  if (known) return notTable(known[1]);
  if (!isUtf16(head) && head.some(isBinaryByte)) return notTable('it holds bytes that no text has.');
  const text = String.fromCharCode(...head.subarray(0, 512))
    .replace(/^ï»¿/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype html|html|head|body|script)/.test(text)) return notTable('it is a web page.');
  if (text.startsWith('<?xml') || /^<[a-z][\w:-]*[\s>]/.test(text)) return notTable('it is an XML document.');
  if (/^(\{\s*"|\[\s*[{[])/.test(text)) return notTable('it is a JSON document.');
  return source.size > largestCsv ? tooLarge(source, largestCsv) : ok('csv');
}

function tooLarge(source: ByteSource, limit: number): Result<FileKind, Problem> {
  const size = `${Math.ceil(source.size / 2 ** 20)} MB`;
  return err(problem('OUT-IMP-003', { file: source.name, size, limit: `${limit / 2 ** 20} MB` }));
}

/** Control characters that text files do not have; tab, returns, form feed and escape they may. */
function isBinaryByte(byte: number): boolean {
  return byte < 32 && ![9, 10, 11, 12, 13, 26, 27].includes(byte);
}

/** By its mark, or by the zeros that every second byte of western text then is. */
export function isUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  const pairs = Math.floor(head.length / 2);
  for (let index = 0; index < pairs; index += 1) {
    if (head[index * 2] === 0) even += 1;
    if (head[index * 2 + 1] === 0) odd += 1;
  }
  if (pairs < 4) return undefined;
  if (odd > pairs * 0.6 && even === 0) return 'utf-16le';
  return even > pairs * 0.6 && odd === 0 ? 'utf-16be' : undefined;
}
