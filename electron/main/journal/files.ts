import type * as nodeFs from 'node:fs/promises';
import { join } from 'node:path';
import type { BadSpan } from './scan.ts';
import type { SeqRanges } from './seq-ranges.ts';

/** What the journal needs of the file system; tests hand in one that records or fails. */
export type JournalFileSystem = Pick<
  typeof nodeFs,
  'mkdir' | 'open' | 'readdir' | 'readFile' | 'realpath' | 'stat'
>;

export interface JournalFile {
  readonly number: number;
  /** Bytes that are on the disk for certain: everything behind is not acknowledged. */
  length: number;
  bad: readonly BadSpan[];
  /** Nothing more is written to it. */
  isSealed: boolean;
  readonly held: SeqRanges;
}

const namePattern = /^journal-(\d{8})\.log$/;
const quarantineEnding = '.quarantine';

export function fileName(number: number): string {
  return `journal-${String(number).padStart(8, '0')}.log`;
}

export function filePath(folder: string, number: number): string {
  return join(folder, fileName(number));
}

export function quarantineName(number: number, offset: number, copy: number): string {
  return `${fileName(number)}.${offset}${copy === 1 ? '' : `-${copy}`}${quarantineEnding}`;
}

export async function listFileNumbers(fs: JournalFileSystem, folder: string): Promise<number[]> {
  const names = await fs.readdir(folder);
  return names
    .flatMap((name) => namePattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export async function listQuarantine(
  fs: JournalFileSystem,
  folder: string,
): Promise<{ readonly name: string; readonly bytes: number }[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith(quarantineEnding)).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: (await fs.stat(join(folder, name))).size })));
}
