import { expect, test, vi } from 'vitest';
import { decodeEntries, encodeEntries, hashEntry } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { newKeys, signHead } from '#shared/sync/keys.ts';
import { signDirectory } from '#shared/sync/directory.ts';
import { chainEntries } from '#shared/changelog/chain.ts';
import { openWindow } from '#test/support/open-window.ts';
import { sampleCatalogue } from '#test/support/sample-catalogue.ts';
import type { TestWindow } from '#test/support/workspace.ts';
import type { LogRow } from '../database.ts';
import { readIdentity } from '../identity.ts';
import { receiveEntries } from '../receive.ts';
import { putHub } from '../sync/hub-rows.ts';
import { insertBranch } from '../sync/insert-branch.ts';
import { settled } from '../log.ts';
import { openReading } from '../transaction.ts';
import { readKept } from './kept-result.ts';
import type { VerifyReach, VerifyResult } from './protocol.ts';

interface Held {
  readonly window: TestWindow;
  readonly ids: readonly string[];
  readonly replica: string;
}

/** Ten rows: four records made, six edits. */
async function held(): Promise<Held> {
  const window = await openWindow();
  const ids: string[] = [];
  for (const title of ['one', 'two', 'three', 'four']) ids.push(await window.create({ title }));
  for (const [index, id] of [...ids, ids[0]!, ids[1]!].entries()) {
    await window.must({ kind: 'edit', record: id, fields: { title: `title ${index}` } });
  }
  const identity = await readIdentity(window.database);
  return { window, ids, replica: identity!.replica };
}

async function verify({ window }: Held, reach: VerifyReach = 'all'): Promise<VerifyResult> {
  await window.data.verification.run(reach);
  return window.data.verification.status.last!;
}

async function first(one: Held, reach?: VerifyReach): Promise<unknown> {
  const { faults } = await verify(one, reach);
  const [found] = faults;
  return [found?.problem.code, found?.replica === one.replica ? found.seq : found?.replica, found?.record];
}

async function logRow({ window }: Held, n: number): Promise<LogRow> {
  return (await window.database.log.get(n))!;
}

/** The row as somebody who has the key of this device would write it. */
async function rewrite(one: Held, n: number, change: (entry: Entry) => Entry): Promise<void> {
  const row = await logRow(one, n);
  await one.window.database.log.put({ ...row, bytes: encodeEntries(decodeEntries(row.bytes).map(change)) });
}

/** What stands on the disk, as somebody without the key can change it. */
async function onDisk(
  { window }: Held,
  store: 'log' | 'records',
  key: IDBValidKey,
  change: (row: object) => object,
) {
  const read = openReading(window.database, [store]).objectStore(store);
  const row = (await settled(read.get(key))) as object;
  const write = window.database.backendDB().transaction([store], 'readwrite').objectStore(store);
  await settled(write.put(change(row)));
}

const flipped = (row: object) => {
  const sealed = (row as { sealed: Uint8Array }).sealed.slice();
  sealed[sealed.length - 5] = sealed.at(-5)! ^ 1;
  return { ...row, sealed };
};

test('TRU-301 a healthy log has no fault, and all of it is counted', async () => {
  const one = await held();
  const result = await verify(one);
  expect(result.faults).toEqual([]);
  expect(result).toMatchObject({ entries: 10, rowsRead: 10, recordsRead: 4, signed: 0, faultCount: 0 });
});

test('TRU-302 a byte that was flipped on the disk is found', async () => {
  const one = await held();
  await onDisk(one, 'log', 3, flipped);
  expect(await first(one)).toEqual(['OUT-VER-002', 3, undefined]);
});

test('TRU-302 an entry that was altered and sealed again is named, not the one behind it', async () => {
  const one = await held();
  await rewrite(one, 3, (entry) => ({ ...entry, actor: 'somebody else' }));
  expect(await first(one)).toEqual(['OUT-VER-007', 3, one.ids[2]]);
});

test('TRU-302 so is one whose row names the hash of what stands there now', async () => {
  const one = await held();
  await rewrite(one, 3, (entry) => ({ ...entry, actor: 'somebody else' }));
  const row = await logRow(one, 3);
  await one.window.database.log.put({ ...row, hash: hashEntry(decodeEntries(row.bytes)[0]!) });
  expect(await first(one)).toEqual(['OUT-VER-007', 3, undefined]);
});

test('TRU-302 a row that is not there any more is found, in the middle and at the end', async () => {
  const one = await held();
  await one.window.database.log.delete(4);
  expect(await first(one)).toEqual(['OUT-VER-006', 4, undefined]);
  const other = await held();
  await other.window.database.log.delete(10);
  expect(await first(other)).toEqual(['OUT-VER-010', 6, other.ids[1]]);
});

test('TRU-302 two rows that were swapped are found', async () => {
  const one = await held();
  const [a, b] = [await logRow(one, 2), await logRow(one, 3)];
  await one.window.database.log.bulkPut([
    { ...a, n: 3 },
    { ...b, n: 2 },
  ]);
  expect(await first(one)).toEqual(['OUT-VER-006', 2, undefined]);
});

test('TRU-302 a row that holds others than it names is found', async () => {
  const one = await held();
  const row = await logRow(one, 5);
  await one.window.database.log.put({ ...row, bytes: (await logRow(one, 6)).bytes });
  expect(await first(one)).toEqual(['OUT-VER-005', 5, undefined]);
});

test('TRU-302 a row in the clear is none of ours once all was encrypted', async () => {
  const one = await held();
  const { bytes } = await logRow(one, 5);
  await onDisk(one, 'log', 5, (row) => ({ ...row, sealed: undefined, bytes }));
  await onDisk(one, 'log', 5, ({ ...row }) => {
    delete (row as { sealed?: unknown }).sealed;
    return row;
  });
  expect(await first(one)).toEqual(['OUT-VER-003', 5, undefined]);
});

test('TRU-303 a record that is not the fold of its entries is found, and one that is missing or made up', async () => {
  const one = await held();
  const { records } = one.window.database;
  const row = (await records.get(one.ids[2]!))!;
  await records.put({ ...row, state: { ...row.state, notes: 7 } });
  expect(await first(one)).toEqual(['OUT-VER-010', 7, one.ids[2]]);
  await records.put({ ...row, files: [['ab', 1, 1]] });
  expect(await first(one)).toEqual(['OUT-VER-010', 7, one.ids[2]]);
  await records.delete(one.ids[2]!);
  expect(await first(one)).toEqual(['OUT-VER-009', 3, one.ids[2]]);
  await records.bulkPut([row, { ...row, id: '0'.repeat(26), places: [] }]);
  expect(await first(one)).toEqual(['OUT-VER-010', undefined, '0'.repeat(26)]);
});

test('TRU-303 a record that was changed on the disk is found', async () => {
  const one = await held();
  await onDisk(one, 'records', one.ids[0]!, flipped);
  expect(await first(one)).toEqual(['OUT-VER-011', undefined, one.ids[0]]);
});

test('TRU-304 signatures are checked where the author is known; what stands under none is counted, and is no fault', async () => {
  const one = await held();
  const keys = newKeys();
  const hub = newKeys();
  const workspace = 'unit';
  const device = { name: 'A', shortCode: 'A', signKey: keys.sign.public, boxKey: keys.box.public };
  const directory = signDirectory(hub.sign.secret, {
    workspace,
    version: 1,
    hub: 'H',
    replicas: [{ ...device, replica: one.replica, kind: 'device' as const }],
  });
  await putHub(one.window.database, {
    id: 'H',
    name: 'Hub',
    address: '',
    workspace: { id: workspace, name: '', marking: '' },
    signKey: hub.sign.public,
    boxKey: hub.box.public,
    replica: one.replica,
    profile: 'manual',
    enrolledAt: 0,
    directory,
  });
  const row = await logRow(one, 6);
  const head = { workspace, replica: one.replica, seq: 6, hash: row.hash };
  await one.window.database.log.put({ ...row, signature: signHead(keys.sign.secret, head) });
  expect(await verify(one)).toMatchObject({ faultCount: 0, entries: 10, signed: 6 });
  await one.window.database.log.put({ ...row, signature: signHead(hub.sign.secret, head) });
  expect(await first(one)).toEqual(['OUT-VER-008', 6, undefined]);
});

test('TRU-307 a ruling in the log of a replica that is no hub is named', async () => {
  const one = await held();
  const [record] = one.ids;
  const { entries } = chainEntries('ROGUELAPTOP', { seq: 0, hash: '' }, [
    {
      stamp: { wall: 5, counter: 9 },
      actor: '',
      type: 'ticket',
      record: record!,
      body: {
        kind: 'rule',
        entries: [`${one.replica}:5`],
        verdict: 'aside',
        code: 'OUT-PER-001',
        reason: '',
      },
    },
  ]);
  await receiveEntries(one.window.database, sampleCatalogue, entries);
  expect(await verify(one)).toMatchObject({ faultCount: 1 });
  expect(await first(one)).toEqual(['OUT-VER-013', 'ROGUELAPTOP', record]);
});

test('TRU-305 the next run goes on where the last one stood', async () => {
  const one = await held();
  expect(await verify(one, 'news')).toMatchObject({ entries: 10, rowsRead: 10 });
  await one.window.must({ kind: 'edit', record: one.ids[0]!, fields: { title: 'newer' } });
  expect(await verify(one, 'news')).toMatchObject({ entries: 11, rowsRead: 1, faultCount: 0 });
});

test('TRU-305 a log that was cut behind what was verified is found, at each run until it is whole again', async () => {
  const one = await held();
  await verify(one);
  const { database } = one.window;
  const row = await logRow(one, 10);
  const record = (await database.records.get(one.ids[1]!))!;
  await database.log.delete(10);
  expect(await first(one, 'news')).toEqual(['OUT-VER-012', 10, undefined]);
  expect((await verify(one)).faults.map(({ problem }) => problem.code)).toContain('OUT-VER-012');
  await database.log.put(row);
  await database.records.put(record);
  expect(await verify(one)).toMatchObject({ faultCount: 0 });
});

test('TRU-305 a sample of what was verified before is looked at again', async () => {
  const one = await held();
  await verify(one);
  const { records } = one.window.database;
  for (const row of await records.toArray())
    await records.put({ ...row, state: { ...row.state, minutes: 9 } });
  expect((await verify(one, 'news')).faults[0]?.problem.code).toBe('OUT-VER-010');
});

test('TRU-305 entries that a fork moved are looked at again, and are no fault', async () => {
  const one = await held();
  await verify(one);
  const { database } = one.window;
  const rows = await database.log.toArray();
  const eighth = rows.flatMap((row) => decodeEntries(row.bytes)).find(({ seq }) => seq === 8);
  if (!eighth) throw new Error('There are ten entries.');
  // Written earlier, it keeps the name of the log.
  const earlier = { ...eighth, stamp: { ...eighth.stamp, wall: eighth.stamp.wall - 60_000 } };
  const { entries, head } = chainEntries(one.replica, { seq: 7, hash: eighth.prev }, [earlier]);
  await insertBranch(database, sampleCatalogue, { entries, hash: head.hash });
  expect((await readKept(database)).verified).toBeUndefined();
  expect(await verify(one, 'news')).toMatchObject({ faultCount: 0, entries: 11 });
});

test('TRU-306 a fault is told to the page, the first by name', async () => {
  const one = await held();
  await one.window.database.log.delete(4);
  const { faultCount } = await verify(one);
  const [told] = one.window.faults.filter(({ code }: Problem) => code === 'OUT-VER-001');
  expect(told?.message).toContain(`${faultCount} places`);
  expect(told?.message).toContain(`Entry 4 of replica ${one.replica}`);
});

test('TRU-306 a run that is cancelled says nothing', async () => {
  const one = await held();
  await one.window.database.log.delete(4);
  const run = one.window.data.verification.run('all');
  await vi.waitUntil(() => one.window.data.verification.status.running?.progress, { interval: 1 });
  one.window.data.verification.cancel();
  await run;
  expect(one.window.data.verification.status).toEqual({});
  expect(one.window.faults).toEqual([]);
});
