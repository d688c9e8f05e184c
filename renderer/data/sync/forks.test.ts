import { describe, expect, test } from 'vitest';
import { copyOf, openLaptop } from '#test/support/open-laptop.ts';
import { startTestHub, type TestHub } from '#test/support/hub.ts';
import { SyncedLaptop } from '#test/support/synced-laptop.ts';
import { readHubs } from './hub-rows.ts';

async function joinAgain(one: SyncedLaptop, hub: TestHub): Promise<void> {
  await expect(one.sync()).rejects.toMatchObject({ problem: { code: 'OUT-SYN-054' } });
  await one.join(hub);
}

describe('copies of one laptop', () => {
  test('SYN-315 are told apart where both wrote as many entries, and the hub’s came while one was writing', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    await a.create({ title: 'shared' });
    await a.sync();
    const copy = await copyOf(a);
    await a.create({ title: 'by the first' });
    await a.sync();
    copy.window.clock.at += 1000;
    await copy.create({ title: 'by the copy' });
    // As after an answer that came while the copy wrote: it knows what the hub holds and did not compare.
    const { database } = copy.window;
    const [row] = await readHubs(database);
    if (!row) throw new Error('There is no hub.');
    const have = (await readHubs(a.window.database))[0]?.have ?? {};
    await database.meta.put({ key: `hub:${row.id}`, value: { ...row, have } });
    await joinAgain(copy, hub);
    await a.sync();
    expect(await a.titles()).toEqual(['by the copy', 'by the first', 'shared']);
    expect(await a.states()).toEqual(await copy.states());
  });

  test('SYN-316 that carry the same unsent entries bring them once', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    const id = await a.create({ title: 'shared' });
    await a.sync();
    const copy = await copyOf(a);
    copy.window.clock.at += 1000;
    await copy.edit(id, { effort: 5 });
    await copy.create({ title: 'on two copies' });
    const second = await copyOf(copy);
    await second.create({ title: 'on the second' });
    await a.create({ title: 'by the first' });
    await a.sync();
    await joinAgain(copy, hub);
    await joinAgain(second, hub);
    for (const one of [a, copy, second]) await one.sync();
    expect(await a.titles()).toEqual(['by the first', 'on the second', 'on two copies', 'shared']);
    for (const one of [copy, second]) {
      expect(await one.vector()).toEqual(await a.vector());
      expect(await one.states()).toEqual(await a.states());
      expect(await one.audit()).toEqual([]);
    }
  });

  test('SYN-317 are found out after the hub was restored from a backup and heard the other one', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    await a.create({ title: 'shared' });
    await a.sync();
    const copy = await copyOf(a);
    const { database } = copy.window;
    copy.window.clock.at += 1000;
    await copy.create({ title: 'one' });
    await copy.create({ title: 'two' });
    await a.create({ title: 'other' });
    await a.sync();
    // The copy believes that its entries were taken, by a hub that has forgotten them since.
    const [row] = await readHubs(database);
    if (!row) throw new Error('There is no hub.');
    const have = await copy.vector();
    await database.meta.put({ key: `hub:${row.id}`, value: { ...row, have, agreed: have, epoch: 'before' } });
    await copy.sync().catch(() => undefined);
    await joinAgain(copy, hub).catch(() => copy.join(hub));
    await a.sync();
    expect(await a.titles()).toEqual(['one', 'other', 'shared', 'two']);
    expect(await a.states()).toEqual(await copy.states());
  });

  test('SYN-332 the branch that was written earlier keeps the replica id, although the hub heard the other one first', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    const id = await a.create({ title: 'shared' });
    await a.sync();
    const { replica } = a;
    const copy = await copyOf(a);
    const b = await openLaptop(hub);
    await copy.edit(id, { effort: 5 });
    await copy.create({ title: 'by the copy' });
    a.window.clock.at += 1000;
    await a.create({ title: 'by the first' });
    await a.sync();
    await b.sync();
    await copy.sync();
    await b.sync();
    await joinAgain(a, hub);
    for (const one of [a, copy, b]) await one.sync();
    expect(await b.titles()).toEqual(['by the copy', 'by the first', 'shared']);
    for (const one of [a, copy]) {
      expect(await one.vector()).toEqual(await b.vector());
      expect(await one.states()).toEqual(await b.states());
    }
    for (const one of [a, copy, b]) {
      expect(await one.audit()).toEqual([]);
      expect(await one.asides()).toEqual([]);
    }
    expect((await b.vector())[replica]).toBe(3);
    expect(await hub.hub.storage.deadLetters.list()).toEqual([]);
  });

  test('SYN-332 a branch that comes in a bundle is settled as one that comes from a hub', async () => {
    const hub = await startTestHub();
    const a = await openLaptop(hub);
    await a.create({ title: 'shared' });
    await a.sync();
    const b = await openLaptop(hub);
    await b.create({ title: 'elsewhere' });
    const copy = await copyOf(a);
    for (const one of [a, b]) await one.sync();
    copy.window.clock.at += 1000;
    await copy.create({ title: 'by the copy' });
    await copy.sync();
    a.window.clock.at += 500;
    await a.create({ title: 'by the first' });
    await b.sync();
    const { files } = await a.bundleFor(b.replica, { since: 0 });
    for (const { bytes } of files) await b.open(bytes);
    expect(await b.titles()).toEqual(['by the copy', 'by the first', 'elsewhere', 'shared']);
    await b.sync();
    await a.sync();
    await joinAgain(copy, hub);
    for (const one of [a, copy, b]) await one.sync();
    expect(await b.vector()).toEqual(await a.vector());
    expect(await copy.states()).toEqual(await b.states());
    expect(await b.audit()).toEqual([]);
  });
});
