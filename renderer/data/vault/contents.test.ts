import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '#shared/kernel/errors.ts';
import { Vault } from '#shared/trust/vault.ts';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { testVault } from '#test/support/vault.ts';
import { freshName, TestWindow } from '#test/support/workspace.ts';
import { openRow, sealedTables, sealRow } from './contents.ts';

const word = 'Zanzibar';

/** All that the browser would have on its disk. */
async function onDisk(name: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('not opened'));
  });
  const names = [...database.objectStoreNames];
  const rows = names.map(
    (store) =>
      new Promise<readonly unknown[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result as unknown[]);
      }),
  );
  const found = await Promise.all(rows);
  database.close();
  return Object.fromEntries(names.map((store, index) => [store, found[index] ?? []]));
}

function holds(value: unknown, text: string): boolean {
  if (value instanceof Uint8Array) return Buffer.from(value).includes(text);
  return JSON.stringify(value, (_, one: unknown) =>
    one instanceof Uint8Array ? Buffer.from(one).toString('latin1') : one,
  ).includes(text);
}

describe('what a device keeps', () => {
  test('TRU-101 nothing that was written can be read from the disk', async () => {
    const window = await TestWindow.open();
    const done = await window.data.execute({
      kind: 'create',
      type: 'ticket',
      fields: { title: `${word} is down` },
    });
    expect(done.ok).toBe(true);
    await window.data.local.saveDraft('new:ticket', { title: `${word} again` });
    await window.data.local.setPreference('list:ticket', { text: word });
    await window.server.answer({ kind: 'save' });
    const rows = await onDisk(window.database.name);
    expect(Object.keys(rows)).toEqual(expect.arrayContaining([...sealedTables, 'blocks']));
    expect((rows['records'] ?? []).length).toBeGreaterThan(0);
    expect((rows['blocks'] ?? []).length).toBeGreaterThan(0);
    for (const [table, found] of Object.entries(rows)) {
      for (const row of found) expect(holds(row, word), `${table} in the clear`).toBe(false);
    }
    await expect(window.data.local.getDraft('new:ticket')).resolves.toMatchObject({
      value: { title: `${word} again` },
    });
  });

  test('TRU-102 another key opens nothing and clears nothing', async () => {
    const name = freshName();
    const window = await TestWindow.open({ name });
    await window.data.execute({ kind: 'create', type: 'ticket', fields: { title: word } });
    const stranger = new OutpostDatabase(
      name,
      new Vault([{ generation: 1, key: new Uint8Array(32).fill(9) }]),
    );
    await expect(stranger.records.toArray()).rejects.toThrow(ProblemError);
    stranger.close();
    const [row] = await window.database.records.toArray();
    expect(row?.state.type).toBe('ticket');
  });

  test('TRU-103 a row is bound to its place', () => {
    const vault = testVault();
    const one = sealRow(vault, 'drafts', { key: 'a', value: word, savedAt: 1 });
    expect(openRow(vault, 'drafts', one)).toEqual({ key: 'a', value: word, savedAt: 1 });
    expect(() => openRow(vault, 'drafts', { ...one, key: 'b' })).toThrow(ProblemError);
    expect(() => openRow(vault, 'meta', one)).toThrow(ProblemError);
  });

  test('TRU-104 rows of a version without keys are read as they are', () => {
    const row = { id: 'r', type: 'ticket', n: 1, places: [1], state: { id: 'r' } };
    expect(openRow(testVault(), 'records', row)).toEqual(row);
  });

  test('TRU-105 cursors, filters and changes in place read and write sealed rows', async () => {
    const database = new OutpostDatabase(freshName(), testVault());
    await database.drafts.bulkPut([1, 2, 3].map((n) => ({ key: `d${n}`, value: { n }, savedAt: n })));
    const seen: unknown[] = [];
    await database.drafts.each((row) => seen.push(row.value));
    expect(seen).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(
      await database.drafts
        .filter(({ savedAt }) => savedAt > 1)
        .reverse()
        .first(),
    ).toMatchObject({ key: 'd3' });
    await database.drafts.update('d2', { value: { n: 20 } });
    await database.drafts
      .toCollection()
      .modify((row) => void Object.assign(row, { savedAt: row.savedAt + 10 }));
    expect((await database.drafts.toArray()).map(({ value, savedAt }) => [value, savedAt])).toEqual([
      [{ n: 1 }, 11],
      [{ n: 20 }, 12],
      [{ n: 3 }, 13],
    ]);
    expect(await onDisk(database.name)).toMatchObject({
      drafts: [{ sealed: expect.any(Uint8Array) as unknown }, {}, {}],
    });
    database.close();
  });
});
