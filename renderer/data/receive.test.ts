import { describe, expect, test } from 'vitest';
import { openWindow } from '#test/support/open-window.ts';
import { analyst, manager, sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { Replica } from '#test/support/replica.ts';
import { auditDatabase, freshName, TestWindow } from '#test/support/workspace.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { formatNumber } from '#shared/kernel/ids.ts';
import { receiveEntries } from './receive.ts';

const own = (replica: Replica): readonly Entry[] =>
  replica.log.filter((entry) => entry.replica === replica.id);
const take = (window: TestWindow, entries: readonly Entry[]) =>
  receiveEntries(window.database, sampleCatalogue, entries);

/** Two devices that worked on one ticket without meeting. */
async function twoDevices(): Promise<{ a: Replica; b: Replica; id: string }> {
  const [a, b] = [new Replica(sampleCatalogue, 'A'), new Replica(sampleCatalogue, 'B')];
  const id = await a.create(analyst, 'ticket', { title: 'x', tags: ['t'] });
  b.receive(a);
  await a.must(analyst, { kind: 'edit', record: id, fields: { title: 'By A', tags: [] } });
  await a.must(analyst, { kind: 'act', record: id, action: 'start', inputs: {} });
  await b.must(manager, { kind: 'edit', record: id, fields: { title: 'By B', effort: 1 } });
  await b.must(manager, { kind: 'act', record: id, action: 'finish', inputs: { outcome: 'Solved' } });
  // About one entry that is there, and one that comes later on some ways.
  b.rule(id, 'aside', [`${b.id}:1`, `${a.id}:2`]);
  return { a, b, id };
}

describe('entries from elsewhere', () => {
  test('DAT-30 the record is the same whichever log comes first, whole or in pieces', async () => {
    const { a, b, id } = await twoDevices();
    const wanted = new Replica(sampleCatalogue, 'C');
    wanted.receive(a);
    wanted.receive(b);
    const [first, ...rest] = own(a);
    const orders: readonly (readonly (readonly Entry[])[])[] = [
      [own(a), own(b)],
      [own(b), own(a)],
      [[first as Entry], own(b), rest],
      [...own(a).map((entry) => [entry]), ...own(b).map((entry) => [entry])],
    ];
    for (const order of orders) {
      const window = await openWindow();
      for (const entries of order) await take(window, entries);
      expect((await window.database.records.get(id))?.state).toEqual(wanted.states.get(id));
      expect(await auditDatabase(window.database)).toEqual([]);
    }
  });

  test('DAT-31 what is there already is left out: twice, or overlapping, it counts once', async () => {
    const { a } = await twoDevices();
    const window = await openWindow();
    expect(await take(window, own(a).slice(0, 2))).toBe(2);
    expect(await take(window, own(a))).toBe(3);
    expect(await take(window, own(a))).toBe(3);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-31 two windows that receive the same at once keep it once', async () => {
    const { a } = await twoDevices();
    const name = freshName();
    const [one, other] = [await openWindow({ name }), await openWindow({ name, isSaver: false })];
    await Promise.all([take(one, own(a)), take(other, own(a))]);
    expect(await one.database.log.count()).toBe(1);
    expect(await auditDatabase(one.database)).toEqual([]);
  });

  test('DAT-32 a run that does not continue the log is refused, and nothing of it is kept', async () => {
    const { a } = await twoDevices();
    const window = await openWindow();
    await expect(take(window, own(a).slice(1))).rejects.toMatchObject({ problem: { code: 'OUT-LOG-002' } });
    const altered = own(a).map((entry, index) => (index === 1 ? { ...entry, prev: 'other' } : entry));
    await take(window, altered.slice(0, 1));
    await expect(take(window, altered.slice(1))).rejects.toMatchObject({ problem: { code: 'OUT-LOG-001' } });
    expect(await window.database.log.count()).toBe(1);
  });

  test('DAT-33 numbers that came back are not given again', async () => {
    const window = await openWindow();
    const { shortCode } = window.data.identity;
    const back = new Replica(sampleCatalogue, 'A');
    await back.create(analyst, 'ticket', { title: 'x' });
    const [entry] = own(back);
    const numbered =
      entry && entry.body.kind === 'create'
        ? { ...entry, body: { ...entry.body, number: formatNumber('TIC', shortCode, 41) } }
        : undefined;
    await take(window, numbered ? [numbered] : []);
    const done = await window.must({ kind: 'create', type: 'ticket', fields: { title: 'y' } });
    expect(done.number).toBe(formatNumber('TIC', shortCode, 42));
  });

  test('DAT-34 records of types that are not known here are kept, and the window goes on', async () => {
    const { a } = await twoDevices();
    const window = await openWindow();
    const strange = own(a).map((entry) => ({ ...entry, type: 'spaceship' }));
    await take(window, strange.slice(0, 1));
    expect(await window.database.records.count()).toBe(1);
    window.data.announce(1);
    const id = await window.create({ title: 'x' });
    expect(
      (await window.data.query({ type: 'ticket', where: [] }, { offset: 0, limit: 9 })).rows.map(
        (row) => row.id,
      ),
    ).toEqual([id]);
    expect(await window.data.load(strange[0]?.record ?? '')).toBeUndefined();
  });
});
