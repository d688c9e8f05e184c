import { appendFileSync } from 'node:fs';
import { appendFile, readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ProblemError } from '#shared/kernel/errors.ts';
import { journalRow, journalRows, readAll, watchedFiles } from '#test/support/journal-files.ts';
import { tempFolder } from '#test/support/temp-folder.ts';
import { encodeFileHeader, encodeFrame } from './frame.ts';
import type { JournalOptions } from './journal.ts';
import { openJournal } from './journal.ts';

const firstFile = 'journal-00000001.log';

async function openHere(options: JournalOptions) {
  const journal = await openJournal(options);
  onTestFinished(() => journal.close());
  return journal;
}

function openStatus(journal: Awaited<ReturnType<typeof openHere>>) {
  const status = journal.status();
  if (status.state !== 'open') throw new Error(status.reason);
  return status;
}

async function flipByte(path: string, offset: number): Promise<void> {
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 0xff, offset);
  await writeFile(path, bytes);
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ProblemError ? error.problem.code : undefined;
}

describe('append', () => {
  test('JNL-1 resolves only after the rows are synced, and the first time also the folder', async () => {
    const folder = await tempFolder();
    const calls: string[] = [];
    const fs = watchedFiles({
      after: (call, path) => void calls.push(path.endsWith('.log') ? call : `folder ${call}`),
    });
    const journal = await openHere({ folder, fs });
    calls.length = 0;
    await journal.append([journalRow(1)]).then(() => calls.push('acknowledged'));
    await journal.append([journalRow(2)]).then(() => calls.push('acknowledged'));
    expect(calls).toEqual([
      'write',
      'datasync',
      'folder sync',
      'folder close',
      'acknowledged',
      'write',
      'datasync',
      'acknowledged',
    ]);
  });

  test('JNL-2 calls that wait for one sync share the next, in the order they came', async () => {
    const folder = await tempFolder();
    let syncs = 0;
    const fs = watchedFiles({ after: (call) => void (syncs += call === 'datasync' ? 1 : 0) });
    const journal = await openHere({ folder, fs });
    const done: number[] = [];
    await Promise.all(
      journalRows(1, 200).map(async (row) => {
        await journal.append([row]);
        done.push(row.seq);
      }),
    );
    expect(syncs).toBe(2);
    const inOrder = journalRows(1, 200).map((row) => row.seq);
    expect(done).toEqual(inOrder);
    expect((await readAll(journal)).map((row) => row.seq)).toEqual(inOrder);
  });

  test('JNL-3 begins a new file at the size, and reads over all of them', async () => {
    const folder = await tempFolder();
    const journal = await openHere({ folder, rotateAt: 1_000 });
    for (const row of journalRows(1, 50)) await journal.append([row]);
    await journal.append(journalRows(51, 100));
    expect(openStatus(journal).files).toBeGreaterThan(5);
    expect(await readAll(journal, 7)).toEqual(journalRows(1, 100));
    await journal.close();
    const again = await openHere({ folder, rotateAt: 1_000 });
    await again.append([journalRow(101)]);
    expect(await readAll(again)).toEqual(journalRows(1, 101));
  });

  test('JNL-4 a full disk refuses the rows by name, leaves no half row, and works again once there is space', async () => {
    const folder = await tempFolder();
    let isFull = false;
    const fs = watchedFiles({
      before: (call, path) => {
        if (!isFull || call !== 'write') return;
        appendFileSync(path, 'as much as went in');
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    });
    const journal = await openHere({ folder, fs });
    await journal.append([journalRow(1)]);
    isFull = true;
    const refused = journal.append([journalRow(2)]);
    await expect(refused).rejects.toThrow(/OUT-STO-008.*the disk is full/);
    expect(openStatus(journal).rows).toBe(1);
    isFull = false;
    await journal.append([journalRow(2)]);
    expect(await readAll(journal)).toEqual(journalRows(1, 2));
    expect(openStatus(journal).files).toBe(1);
    await journal.close();
    expect(openStatus(await openHere({ folder })).damage).toEqual([]);
  });

  test('JNL-4 after a failed sync the file is left alone and a new one begun', async () => {
    const folder = await tempFolder();
    let failures = 0;
    const fs = watchedFiles({
      before: (call) => {
        if (call === 'datasync' && failures > 0) {
          failures -= 1;
          throw Object.assign(new Error('EIO'), { code: 'EIO' });
        }
      },
    });
    const journal = await openHere({ folder, fs });
    await journal.append([journalRow(1)]);
    failures = 1;
    expect(await codeOf(journal.append([journalRow(2)]))).toBe('OUT-STO-008');
    await journal.append([journalRow(2)]);
    expect(openStatus(journal).files).toBe(2);
    await journal.close();
    const again = await openHere({ folder });
    expect(await readAll(again)).toEqual(journalRows(1, 2));
    expect(openStatus(again).damage).toEqual([]);
  });

  test('JNL-4 is refused after close', async () => {
    const journal = await openHere({ folder: await tempFolder() });
    await journal.close();
    expect(await codeOf(journal.append([journalRow(1)]))).toBe('OUT-STO-008');
  });
});

describe('recovery', () => {
  async function written(rows: number) {
    const folder = await tempFolder();
    const journal = await openHere({ folder });
    await journal.append(journalRows(1, rows));
    await journal.close();
    return { folder, path: join(folder, firstFile), frame: encodeFrame(journalRow(1)).length };
  }

  test('JNL-7 cuts a half written last row, keeps its bytes aside and reports it', async () => {
    const { folder, path, frame } = await written(3);
    const before = await readFile(path);
    await truncate(path, before.length - 5);
    const journal = await openHere({ folder });
    const offset = encodeFileHeader().length + 2 * frame;
    const keptAs = `${firstFile}.${offset}.quarantine`;
    expect(openStatus(journal).damage).toEqual([
      { kind: 'torn', file: firstFile, offset, length: frame - 5, keptAs },
    ]);
    expect(await journal.quarantine()).toEqual([{ name: keptAs, bytes: frame - 5 }]);
    expect(await readFile(join(folder, keptAs))).toEqual(before.subarray(offset, before.length - 5));
    await journal.append([journalRow(3)]);
    expect(await readAll(journal)).toEqual(journalRows(1, 3));
  });

  test('JNL-7 takes an end of zeros for an unwritten one', async () => {
    const { folder, path } = await written(2);
    await appendFile(path, Buffer.alloc(500));
    const journal = await openHere({ folder });
    expect(openStatus(journal).damage).toMatchObject([{ kind: 'torn', length: 500 }]);
    await journal.append([journalRow(3)]);
    await journal.close();
    const again = await openHere({ folder });
    expect(await readAll(again)).toEqual(journalRows(1, 3));
    expect(openStatus(again).damage).toEqual([]);
  });

  test('JNL-8 skips a flipped byte in the middle, reports it and reads the rest', async () => {
    const { folder, path, frame } = await written(5);
    const offset = encodeFileHeader().length + 2 * frame;
    await flipByte(path, offset + 30);
    const journal = await openHere({ folder });
    expect(openStatus(journal)).toMatchObject({
      rows: 4,
      replicas: [
        {
          replica: 'replica-a',
          seq: 5,
          ranges: [
            { from: 1, to: 2 },
            { from: 4, to: 5 },
          ],
        },
      ],
      damage: [{ kind: 'damaged', file: firstFile, offset, length: frame }],
    });
    await journal.append([journalRow(3)]);
    expect((await readAll(journal)).map((row) => row.seq)).toEqual([1, 2, 4, 5, 3]);
    expect(openStatus(journal).replicas[0]?.ranges).toEqual([{ from: 1, to: 5 }]);
  });

  test('JNL-7 keeps every copy when the same place is cut twice', async () => {
    const { folder, path } = await written(1);
    await appendFile(path, 'first');
    await (await openHere({ folder })).close();
    await appendFile(path, 'other');
    const journal = await openHere({ folder });
    expect(await journal.quarantine()).toHaveLength(2);
  });

  test('JNL-7 goes on in a new file where the end cannot be cut', async () => {
    const { folder, path } = await written(1);
    await appendFile(path, 'garbage');
    const real = watchedFiles({});
    const fs = {
      ...real,
      open: ((file, flags, mode) => {
        if (flags === 'wx') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
        return real.open(file, flags, mode);
      }) satisfies typeof real.open,
    };
    const journal = await openHere({ folder, fs });
    expect(openStatus(journal).damage).toMatchObject([{ file: firstFile, length: 7 }]);
    await journal.append([journalRow(2)]);
    expect(await readAll(journal)).toEqual(journalRows(1, 2));
    expect(openStatus(journal).files).toBe(2);
  });

  test('JNL-8 reads on when a byte rots while the journal is open', async () => {
    const { folder, path, frame } = await written(3);
    const journal = await openHere({ folder });
    await flipByte(path, encodeFileHeader().length + frame + 40);
    expect((await readAll(journal)).map((row) => row.seq)).toEqual([1, 3]);
  });

  test('JNL-9 refuses a file of a newer version and leaves it as it is', async () => {
    const folder = await tempFolder();
    const newer = Buffer.from('4f5554504f53544a020000002519b33f', 'hex');
    await writeFile(join(folder, firstFile), newer);
    expect(await codeOf(openJournal({ folder }))).toBe('OUT-STO-012');
    expect(await readFile(join(folder, firstFile))).toEqual(newer);
    expect(await codeOf(openJournal({ folder }))).toBe('OUT-STO-012');
  });

  test('JNL-7 an empty file, left by a crash before its first row, is used', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, firstFile), '');
    const journal = await openHere({ folder });
    expect(openStatus(journal).damage).toEqual([]);
    await journal.append([journalRow(1)]);
    expect(await readAll(journal)).toEqual([journalRow(1)]);
    expect(await readdir(folder)).toEqual([firstFile]);
  });
});

describe('reading', () => {
  test('JNL-10 gives 100,000 rows back page by page', async () => {
    const folder = await tempFolder();
    const journal = await openHere({ folder, rotateAt: 2_000_000 });
    const rows = journalRows(1, 100_000);
    await journal.append(rows);
    await journal.close();
    const again = await openHere({ folder });
    expect(openStatus(again)).toMatchObject({ rows: 100_000, damage: [] });
    let page = await again.readPage(null);
    let expected = 1;
    let pages = 0;
    for (;;) {
      pages += 1;
      expect(page.rows.length).toBeLessThanOrEqual(1_000);
      for (const row of page.rows) {
        if (row.seq !== expected) expect(row.seq).toBe(expected);
        expected += 1;
      }
      if (page.next === null) break;
      page = await again.readPage(page.next);
    }
    expect(expected).toBe(100_001);
    expect(pages).toBe(100);
  });

  test('JNL-10 a page ends early when its rows are large, and a row longer than a window is read', async () => {
    const journal = await openHere({ folder: await tempFolder() });
    const rows = [journalRow(1, 'a', 3_000_000), journalRow(2, 'a', 3_000_000), journalRow(3, 'a', 10)];
    await journal.append(rows);
    const page = await journal.readPage(null);
    expect(page.rows.map((row) => row.seq)).toEqual([1, 2]);
    expect((await journal.readPage(page.next)).rows).toEqual([rows[2]]);
  });

  test('JNL-11 a range comes in the order of its numbers; both rows of a fork do, a repetition is one', async () => {
    const journal = await openHere({ folder: await tempFolder(), rotateAt: 100 });
    const other = { ...journalRow(1), bytes: Uint8Array.of(1, 2, 3) };
    await journal.append([journalRow(4), journalRow(1), journalRow(1, 'replica-b'), journalRow(1), other]);
    await journal.append([journalRow(2)]);
    expect(await journal.readRange('replica-a', 1, 3)).toEqual({
      rows: [journalRow(1), other, journalRow(2)],
      next: null,
    });
    expect(await journal.readRange('replica-a', 3, 3)).toEqual({ rows: [], next: null });
    expect(await journal.readRange('replica-c', 1, 9)).toEqual({ rows: [], next: null });
  });

  test('JNL-10 a long range comes in pages, by number and by size, with nothing left out or twice', async () => {
    const journal = await openHere({ folder: await tempFolder(), rotateAt: 100_000 });
    await journal.append([...journalRows(7_001, 12_000), ...journalRows(1, 6_900)]);
    await journal.append([
      journalRow(12_001, 'replica-a', 3_000_000),
      journalRow(12_002, 'replica-a', 3_000_000),
    ]);
    await journal.append([journalRow(12_003)]);
    const seqs: number[] = [];
    const pages: number[] = [];
    for (let from: number | null = 1; from !== null;) {
      const page = await journal.readRange('replica-a', from, 20_000);
      seqs.push(...page.rows.map((row) => row.seq));
      pages.push(page.rows.length);
      from = page.next;
    }
    const expected = [...journalRows(1, 6_900), ...journalRows(7_001, 12_003)].map((row) => row.seq);
    expect(seqs).toEqual(expected);
    expect(pages).toEqual([5_000, 4_900, 2_002, 1, 0]);
  });

  test('JNL-10 an empty journal has one empty page', async () => {
    const journal = await openHere({ folder: await tempFolder() });
    expect(await journal.readPage(null)).toEqual({ rows: [], next: null });
  });

  test('JNL-10 a cursor that no page gave is refused by name', async () => {
    const journal = await openHere({ folder: await tempFolder() });
    await journal.append(journalRows(1, 3));
    expect(await codeOf(journal.readPage({ file: 1, offset: 21 }))).toBe('OUT-STO-011');
  });
});

describe('replace', () => {
  test('JNL-12 rows come in place of all of their numbers, in every file, and nothing of the old ones is left', async () => {
    const folder = await tempFolder();
    const journal = await openHere({ folder, rotateAt: 200 });
    const secret = (seq: number) => ({ ...journalRow(seq), bytes: Buffer.from(`secret ${seq}`) });
    for (const seq of [1, 2, 3, 4, 5, 6, 7, 8])
      await journal.append([seq % 4 === 0 ? secret(seq) : journalRow(seq)]);
    await journal.append([secret(4)]);
    const files = openStatus(journal).files;
    expect(files).toBeGreaterThan(1);
    const replaced = [4, 8].map((seq) => ({ ...journalRow(seq), bytes: new Uint8Array([7]) }));
    await Promise.all([journal.replace(replaced), journal.append([journalRow(9)])]);
    await journal.append([journalRow(10)]);
    const again = async (open: typeof journal) => {
      const rows = await readAll(open);
      expect([...new Set(rows.map(({ seq }) => seq))].sort((a, b) => a - b)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
      expect(rows.filter(({ seq }) => seq % 4 === 0).every(({ bytes }) => bytes[0] === 7)).toBe(true);
      expect(openStatus(open).damage).toEqual([]);
    };
    await again(journal);
    await journal.close();
    for (const name of await readdir(folder))
      expect((await readFile(join(folder, name))).toString('latin1')).not.toContain('secret');
    await again(await openHere({ folder }));
  });

  test('JNL-12 damage elsewhere stays as it is, and costs no row', async () => {
    const folder = await tempFolder();
    const first = await openHere({ folder });
    await first.append(journalRows(1, 5));
    await first.close();
    const size = encodeFrame(journalRow(1)).length;
    await flipByte(join(folder, firstFile), encodeFileHeader().length + size + size - 1);
    const journal = await openHere({ folder });
    const { damage } = openStatus(journal);
    await journal.replace([{ ...journalRow(4), bytes: new Uint8Array([7]) }]);
    await journal.append([journalRow(6)]);
    expect((await readAll(journal)).map(({ seq }) => seq)).toEqual([1, 3, 4, 5, 6]);
    await journal.close();
    expect(openStatus(await openHere({ folder })).damage).toHaveLength(damage.length);
  });
});
