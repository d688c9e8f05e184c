import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalRow } from '#shared/contracts/bridge.ts';
import { journalRow, journalRows } from '#test/support/journal-files.ts';
import { encodeFileHeader, encodeFrame, fileHeaderLength } from './frame.ts';
import { scanFile } from './scan.ts';

function fileOf(rows: readonly JournalRow[]): Buffer {
  return Buffer.concat([encodeFileHeader(), ...rows.map(encodeFrame)]);
}

function seqsIn(bytes: Buffer) {
  const seqs: number[] = [];
  const scan = scanFile(bytes, (row) => seqs.push(row.seq));
  return { seqs, scan };
}

test('an intact file has every row and no bad span', () => {
  const { seqs, scan } = seqsIn(fileOf(journalRows(1, 5)));
  expect(seqs).toEqual([1, 2, 3, 4, 5]);
  expect(scan).toEqual({ header: 'ok', bad: [] });
});

test('JNL-8 one flipped byte behind the header costs one row at most, wherever it is', () => {
  const rows = journalRows(1, 6);
  const whole = fileOf(rows);
  fc.assert(
    fc.property(
      fc.integer({ min: fileHeaderLength, max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, mask) => {
        const bytes = Buffer.from(whole);
        bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
        const { seqs, scan } = seqsIn(bytes);
        const lost =
          1 + Math.floor((at - fileHeaderLength) / ((whole.length - fileHeaderLength) / rows.length));
        expect(seqs).toEqual([1, 2, 3, 4, 5, 6].filter((seq) => seq !== lost));
        expect(scan.bad).toHaveLength(1);
      },
    ),
    { numRuns: 500 },
  );
});

test('JNL-8 rows are read although the file header is damaged', () => {
  const bytes = fileOf(journalRows(1, 2));
  bytes.writeUInt8(0, 3);
  const { seqs, scan } = seqsIn(bytes);
  expect(seqs).toEqual([1, 2]);
  expect(scan).toEqual({ header: 'damaged', bad: [{ offset: 0, length: fileHeaderLength, isTorn: false }] });
});

test('a row that holds the bytes of a frame is not taken for one', () => {
  const inner = encodeFrame(journalRow(99));
  const { seqs } = seqsIn(fileOf([{ replica: 'a', seq: 1, bytes: inner }, journalRow(2)]));
  expect(seqs).toEqual([1, 2]);
});

test('JNL-7 the end of a file cut anywhere is one bad span, torn or too short to tell', () => {
  const whole = fileOf(journalRows(1, 2));
  const first = fileOf(journalRows(1, 1)).length;
  for (let length = first + 1; length < whole.length; length += 1) {
    const { seqs, scan } = seqsIn(whole.subarray(0, length));
    expect(seqs).toEqual([1]);
    expect(scan.bad).toMatchObject([{ offset: first, length: length - first }]);
  }
});
