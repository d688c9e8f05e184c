import { describe, expect, test } from 'vitest';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { platformRandom } from '#shared/kernel/platform.ts';
import { startTestHub } from '#test/support/hub.ts';
import { openLaptop } from '#test/support/open-laptop.ts';
import type { SyncedLaptop } from '#test/support/synced-laptop.ts';
import { takeFiles } from './bundle-files.ts';

const largestFile = 10_000_000;

function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) bytes.set(platformRandom(Math.min(65_536, length - at)), at);
  return bytes;
}

/** Attaches a file to a new record. Returns its hash. */
async function attach(on: SyncedLaptop, bytes: Uint8Array<ArrayBuffer>, name = 'a.bin'): Promise<string> {
  const record = await on.create({ title: name });
  const result = await on.window.data.attachments.add(record, new File([bytes], name), {
    audience: 'internal',
  });
  expect(result?.ok).toBe(true);
  on.window.clock.at += 1000;
  return sha256Hex(bytes);
}

async function holds(on: SyncedLaptop, hash: string): Promise<boolean> {
  return (await on.window.data.attachments.places([hash])).get(hash)?.here === 'whole';
}

/** Two laptops that know of each other and never meet again. */
async function pair(): Promise<readonly [SyncedLaptop, SyncedLaptop]> {
  const hub = await startTestHub();
  const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
  await a.sync();
  return [a, b];
}

describe('attachments on sticks', () => {
  test('SYN-324 a bundle brings attachments up to a size after the entries, and an empty one', async () => {
    const [a, b] = await pair();
    const bytes = bytesOf(300_000);
    const [small, empty] = [await attach(a, bytes), await attach(a, new Uint8Array(), 'empty')];
    const large = await attach(a, bytesOf(600_000), 'large');
    const made = await a.bundleFor(b.replica, { partBytes: 10_000_000, largestFile: 500_000 });
    expect(made.attachments).toEqual({ count: 2, bytes: 300_000 });
    expect(made.manifest).toContain('2 attachments with 300000 bytes');
    const opened = await b.open(made.files[0]!.bytes);
    expect(opened).toMatchObject({ entries: 6, files: { count: 2, bytes: 300_000 } });
    expect(Buffer.compare(await b.window.data.attachments.read(small), bytes)).toBe(0);
    expect(await b.window.data.attachments.read(empty)).toHaveLength(0);
    expect(await holds(b, large)).toBe(false);
    const [row] = await b.window.data.sync.exchanges(1);
    expect(row).toMatchObject({ carrier: 'bundle', filesReceived: { count: 2, bytes: 300_000 } });
  });

  test('SYN-324 without a size it brings none', async () => {
    const [a, b] = await pair();
    await attach(a, bytesOf(100));
    expect((await a.bundleFor(b.replica)).attachments).toEqual({ count: 0, bytes: 0 });
  });

  test('SYN-325 a file larger than a part is cut; parts in any order and twice come to the same, and one that is missing can come later', async () => {
    const [a, b] = await pair();
    const bytes = bytesOf(700_000);
    const hash = await attach(a, bytes);
    const { files } = await a.bundleFor(b.replica, { partBytes: 60_000, largestFile });
    expect(files.length).toBeGreaterThan(10);
    const [missing, ...others] = [...files.slice(4), ...files.slice(0, 4)].reverse();
    for (const { bytes: part } of [...others, ...others]) await b.open(part);
    expect(await holds(b, hash)).toBe(false);
    const last = await b.open(missing!.bytes);
    expect(last.files.count).toBe(1);
    expect(Buffer.compare(await b.window.data.attachments.read(hash), bytes)).toBe(0);
    expect(await b.audit()).toEqual([]);
  });

  test('SYN-325 what a part began, a hub goes on with, and the other way round', async () => {
    const hub = await startTestHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await a.sync();
    const bytes = bytesOf(500_000);
    const hash = await attach(a, bytes);
    const { files } = await a.bundleFor(b.replica, { partBytes: 60_000, largestFile });
    for (const index of [0, 1, 4, 6]) await b.open(files[index]!.bytes);
    await a.syncFiles();
    let fetched = 0;
    b.onCall = async (call, send) => {
      const answer = await send();
      if (call.path.includes('/blobs/') && call.method === 'GET') fetched += answer.bytes.length;
      return answer;
    };
    await b.syncFiles();
    expect(fetched).toBeLessThan(450_000);
    expect(Buffer.compare(await b.window.data.attachments.read(hash), bytes)).toBe(0);
  });

  test('SYN-326 what the receiver said that it holds is not brought again, but for everything since a date', async () => {
    const [a, b] = await pair();
    await attach(a, bytesOf(1000));
    const count = async (on: SyncedLaptop, to: SyncedLaptop, since?: number) =>
      (await on.bundleFor(to.replica, { largestFile, ...(since === undefined ? {} : { since }) })).attachments
        .count;
    const { files } = await a.bundleFor(b.replica, { largestFile });
    // A stick can be lost: making it says nothing of the receiver.
    expect(await count(a, b)).toBe(1);
    await b.open(files[0]!.bytes);
    // Who brought it holds it.
    expect(await count(b, a)).toBe(0);
    await a.open((await b.bundleFor(a.replica, { largestFile })).files[0]!.bytes);
    expect(await count(a, b)).toBe(0);
    await attach(a, bytesOf(2000), 'new');
    expect(await count(a, b)).toBe(1);
    expect(await count(a, b, 0)).toBe(2);
    expect(await count(a, b, a.window.clock.at - 1500)).toBe(1);
  });

  test('SYN-327 small and new ones go first', async () => {
    const [a, b] = await pair();
    const large = await attach(a, bytesOf(50_000), 'large');
    const [old, young] = [await attach(a, bytesOf(900), 'old'), await attach(a, bytesOf(1000), 'new')];
    const { files } = await a.bundleFor(b.replica, { partBytes: 30_000, largestFile });
    await b.open(files[0]!.bytes);
    expect([await holds(b, young), await holds(b, old), await holds(b, large)]).toEqual([true, true, false]);
    const small = await a.bundleFor(b.replica, { partBytes: 5000, largestFile });
    const order: string[] = [];
    for (const { bytes } of small.files) {
      await b.open(bytes);
      for (const hash of [young, old, large])
        if ((await holds(b, hash)) && !order.includes(hash)) order.push(hash);
    }
    expect(order).toEqual([young, old, large]);
  });

  test('SYN-328 what was damaged at its sender stays there; what comes as something else is thrown away and told', async () => {
    const [a, b] = await pair();
    const [bad, good] = [await attach(a, bytesOf(100), 'bad'), await attach(a, bytesOf(200), 'good')];
    await a.window.database.chunks.update([bad, 0], { bytes: bytesOf(100) });
    const { files, attachments } = await a.bundleFor(b.replica, { largestFile });
    expect(attachments.count).toBe(1);
    expect(await b.open(files[0]!.bytes)).toMatchObject({ entries: 4, files: { count: 1 } });
    expect(await holds(b, good)).toBe(true);
    const { database } = b.window;
    const piece = { hash: bad, size: 100, offset: 0, bytes: bytesOf(100) };
    const taken = await takeFiles(database, a.replica, { pieces: [piece], holds: [] });
    expect([taken.fault?.code, taken.files.count]).toEqual(['OUT-ATT-001', 0]);
    expect(await database.blobs.get(bad)).toBeUndefined();
  });
});
