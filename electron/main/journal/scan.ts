import type { Buffer } from 'node:buffer';
import type { JournalRow } from '#shared/contracts/bridge.ts';
import { checkFileHeader, decodeFrame, fileHeaderLength, frameMagicBytes } from './frame.ts';

export interface BadSpan {
  readonly offset: number;
  readonly length: number;
  /** True when the frame's header is intact and only the end of its payload is missing: a write that was cut short. */
  readonly isTorn: boolean;
}

export interface FileScan {
  readonly header: 'ok' | 'newer' | 'damaged';
  /** Ascending, without overlaps. The last one may reach to the end of the file. */
  readonly bad: readonly BadSpan[];
}

/** Reads a whole file; bytes that are no frame are reported and the next intact frame is looked for behind them. */
export function scanFile(bytes: Buffer, onRow: (row: JournalRow, offset: number) => void): FileScan {
  const header = checkFileHeader(bytes);
  if (header === 'newer') return { header, bad: [] };
  const bad: BadSpan[] = [];
  if (header === 'damaged')
    bad.push({ offset: 0, length: Math.min(bytes.length, fileHeaderLength), isTorn: false });
  let offset = fileHeaderLength;
  while (offset < bytes.length) {
    const frame = decodeFrame(bytes, offset);
    if (frame.kind === 'row') {
      onRow(frame.row, offset);
      offset += frame.length;
      continue;
    }
    const next = frame.kind === 'bad-payload' ? offset + frame.length : findFrame(bytes, offset + 1);
    bad.push({ offset, length: next - offset, isTorn: frame.kind === 'incomplete' && next === bytes.length });
    offset = next;
  }
  return { header, bad: mergeNeighbours(bad) };
}

/** The next offset from `from` on at which a frame's header is intact, or the end of the bytes. */
function findFrame(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(frameMagicBytes, from); at >= 0; at = bytes.indexOf(frameMagicBytes, at + 1)) {
    if (decodeFrame(bytes, at).kind !== 'bad-header') return at;
  }
  return bytes.length;
}

function mergeNeighbours(spans: readonly BadSpan[]): BadSpan[] {
  const merged: BadSpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && last.offset + last.length === span.offset) {
      merged[merged.length - 1] = { offset: last.offset, length: last.length + span.length, isTorn: false };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
