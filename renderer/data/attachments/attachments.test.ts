import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Dexie } from 'dexie';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { platformRandom } from '#shared/kernel/platform.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { auditDatabase, freshName, TestWindow } from '#test/support/workspace.ts';
import { chunkSize } from './blobs.ts';
import { sweepBlobs } from './sweep.ts';

const windows: TestWindow[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const window of windows.splice(0)) window.close();
});

async function open(name?: string): Promise<TestWindow> {
  const window = await TestWindow.open(name === undefined ? {} : { name });
  windows.push(window);
  return window;
}

function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) {
    bytes.set(platformRandom(Math.min(65_536, length - at)), at);
  }
  return bytes;
}

async function attach(window: TestWindow, record: string, file: File): Promise<readonly string[]> {
  const result = await window.data.attachments.add(record, file, { audience: 'internal' });
  if (!result) throw new Error('It was cancelled.');
  return result.ok ? [] : result.error.map(({ code }: Problem) => code);
}

async function stored(window: TestWindow): Promise<readonly [blobs: number, chunks: number]> {
  const { blobs, chunks } = window.database;
  return [await blobs.count(), await chunks.count()];
}

const full = () => new DOMException('No room.', 'QuotaExceededError');

describe('files on the device', () => {
  test('ATT-10 a file is there after a restart, byte for byte', async () => {
    const name = freshName();
    const window = await open(name);
    const id = await window.create({ title: 'x' });
    const bytes = bytesOf(2 * chunkSize + 17);
    expect(await attach(window, id, new File([bytes], 'log.bin', { type: 'text/plain' }))).toEqual([]);
    const again = await open(name);
    const [file] = (await again.view(id)).attachments ?? [];
    expect(file).toMatchObject({ name: 'log.bin', size: bytes.length, hash: sha256Hex(bytes) });
    expect(Buffer.compare(await again.data.attachments.read(file!.hash), bytes)).toBe(0);
    expect((await again.data.attachments.places([file!.hash])).get(file!.hash)).toMatchObject({
      here: 'whole',
      isAtHub: false,
    });
    expect(await auditDatabase(again.database)).toEqual([]);
  });

  test('LIB-163 what an entry names can be supplied from elsewhere, and stays', async () => {
    const reader = await open();
    const id = await reader.create({ title: 'x' });
    const file = new File([bytesOf(100)], 'model.json');
    await attach(reader, id, file);
    const hash = (await reader.view(id)).attachments?.[0]?.hash ?? '';
    // As on a device that has the entry and not what it names.
    await reader.database.blobs.clear();
    await reader.database.chunks.clear();
    await expect(reader.data.attachments.read(hash)).rejects.toThrow('OUT-ATT-006');
    expect(await reader.data.attachments.supply(file)).toBe(hash);
    await reader.data.attachments.supply(new File([bytesOf(50)], 'other.json'));
    expect(await stored(reader)).toEqual([2, 2]);
    await sweepBlobs(reader.database, Date.now() + 2 * 86_400_000);
    expect(await stored(reader)).toEqual([1, 1]);
    expect(await reader.data.attachments.read(hash)).toHaveLength(100);
  });

  test('ATT-11 the same content is kept once, whatever it is called', async () => {
    const window = await open();
    const id = await window.create({ title: 'x' });
    const bytes = bytesOf(100);
    await attach(window, id, new File([bytes], 'a.txt'));
    await attach(window, id, new File([bytes], 'b.txt'));
    expect((await window.view(id)).attachments).toHaveLength(2);
    expect(await stored(window)).toEqual([1, 1]);
  });

  test('ATT-12 the content is on the disk before the entry names it', async () => {
    const window = await open();
    const id = await window.create({ title: 'x' });
    const { data } = window;
    vi.spyOn(data, 'execute').mockImplementation(async () => {
      expect(await stored(window)).toEqual([1, 2]);
      throw new Error('The page was closed.');
    });
    expect(await attach(window, id, new File([bytesOf(chunkSize + 1)], 'a'))).toEqual(['OUT-STO-006']);
    expect((await window.view(id)).attachments).toBeUndefined();
  });

  test('ATT-13 content without an entry is swept away after a day, and content with one never', async () => {
    const window = await open();
    const id = await window.create({ title: 'x' });
    await attach(window, id, new File([bytesOf(10)], 'kept'));
    const spy = vi.spyOn(window.data, 'execute').mockRejectedValue(new Error('The page was closed.'));
    await attach(window, id, new File([bytesOf(20)], 'orphan'));
    spy.mockRestore();
    const { now } = window.clock;
    await sweepBlobs(window.database, now() + 3_600_000);
    expect(await stored(window)).toEqual([2, 2]);
    await sweepBlobs(window.database, now() + 90_000_000);
    expect(await stored(window)).toEqual([1, 1]);
  });

  test('ATT-13 what an entry names stays, also where the page was closed before it was noted, and where it was taken back', async () => {
    const window = await open();
    const id = await window.create({ title: 'x' });
    await attach(window, id, new File([bytesOf(10)], 'a'));
    await window.database.blobs.toCollection().modify({ unnamedSince: 0 });
    await sweepBlobs(window.database, window.clock.at);
    const [file] = (await window.view(id)).attachments ?? [];
    await window.must({ kind: 'undo', entries: [{ record: id, ref: file!.ref }] });
    expect((await window.view(id)).attachments).toBeUndefined();
    await sweepBlobs(window.database, window.clock.at + 90_000_000);
    expect(await stored(window)).toEqual([1, 1]);
  });

  test('ATT-14 without room nothing is attached and nothing is kept', async () => {
    const window = await open();
    const id = await window.create({ title: 'x' });
    const file = new File([bytesOf(40 * chunkSize)], 'big');
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'chunks') puts += 1;
      if (puts > 20) throw full();
      return put.call(this, value, key);
    });
    expect(await attach(window, id, file)).toEqual(['OUT-ATT-004']);
    vi.restoreAllMocks();
    expect(await stored(window)).toEqual([0, 0]);
    expect((await window.view(id)).attachments).toBeUndefined();
    expect(await attach(window, id, file)).toEqual([]);
  });

  test('ATT-15 cancelled, nothing is kept; progress rises to the end', async () => {
    const window = await open();
    const id = await window.create({ title: 'x' });
    const file = new File([bytesOf(5 * chunkSize)], 'big');
    const cancel = new AbortController();
    const options = { audience: 'internal' as const, signal: cancel.signal };
    const onProgress = (share: number) => share > 0.7 && cancel.abort();
    expect(await window.data.attachments.add(id, file, { ...options, onProgress })).toBeUndefined();
    expect(await stored(window)).toEqual([0, 0]);
    const shares: number[] = [];
    await window.data.attachments.add(id, file, {
      audience: 'internal',
      onProgress: (share) => shares.push(share),
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('ATT-16 a file that changes while it is read, or is gone, is refused', async () => {
    const window = await open();
    const id = await window.create({ title: 'x' });
    const changing = new File([bytesOf(10)], 'changing');
    let reads = 0;
    vi.spyOn(changing, 'slice').mockImplementation(() => new Blob([bytesOf(10 - (reads++ > 5 ? 1 : 0))]));
    expect(await attach(window, id, changing)).toEqual(['OUT-ATT-005']);
    const gone = new File([bytesOf(10)], 'gone');
    vi.spyOn(gone, 'slice').mockImplementation(() => {
      throw new DOMException('It is gone.', 'NotFoundError');
    });
    expect(await attach(window, id, gone)).toEqual(['OUT-ATT-005']);
    expect(await stored(window)).toEqual([0, 0]);
  });

  test('ATT-17 content that was damaged on the device is told and thrown away', async () => {
    const window = await open();
    const id = await window.create({ title: 'x' });
    const bytes = bytesOf(50);
    await attach(window, id, new File([bytes], 'a'));
    await window.database.chunks.toCollection().modify((row: { bytes: Uint8Array }) => {
      row.bytes = row.bytes.with(3, (row.bytes[3] ?? 0) ^ 1);
    });
    const hash = sha256Hex(bytes);
    await expect(window.data.attachments.read(hash)).rejects.toMatchObject({
      problem: { code: 'OUT-ATT-007' },
    });
    await expect(window.data.attachments.read(hash)).rejects.toMatchObject({
      problem: { code: 'OUT-ATT-006' },
    });
  });

  test('ATT-18 a database of the version before shows the files that it could not read', async () => {
    const name = freshName();
    const before = await TestWindow.open({ name });
    const id = await before.create({ title: 'x' });
    const bytes = bytesOf(10);
    await attach(before, id, new File([bytes], 'a.txt'));
    const tables = ['log', 'records', 'meta'] as const;
    const rows = await Promise.all(tables.map((table) => before.database.table(table).toArray()));
    before.close();
    await Dexie.delete(name);
    const old = new Dexie(name);
    old.version(2).stores({
      log: 'n, [replica+from]',
      records: 'id, n, config',
      meta: 'key',
      drafts: 'key',
      blocks: 'key',
      aside: 'key',
      notices: 'key',
      exchanges: '++',
    });
    await old.open();
    for (const [index, table] of tables.entries()) await old.table(table).bulkPut(rows[index] ?? []);
    await old
      .table('records')
      .where('id')
      .equals(id)
      .modify((row) => {
        delete row.files;
        delete row.state.attachments;
        row.state.unknown = 1;
      });
    old.close();
    const window = await open(name);
    expect((await window.view(id)).attachments).toMatchObject([{ name: 'a.txt' }]);
    expect(await window.database.records.orderBy('files').uniqueKeys()).toHaveLength(1);
    expect(await auditDatabase(window.database)).toEqual([]);
  });
});
