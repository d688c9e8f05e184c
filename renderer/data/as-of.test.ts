import { expect, test } from 'vitest';
import type { Query } from '#shared/definition/query.ts';
import { openWindow } from '#test/support/open-window.ts';
import { analyst, manager } from '#test/support/sample-catalogue.ts';

const minute = 60_000;
const working: Query = { type: 'ticket', where: [{ column: 'state', in: ['working'] }] };
const all: Query = { type: 'ticket', where: [] };

/** A window and a way to let time go by. */
async function begin() {
  const window = await openWindow();
  const start = window.clock.at;
  const later = (minutes: number) => {
    window.clock.at = start + minutes * minute;
  };
  return { window, start, later };
}

test('ASM-242 a record as it stood: its values and state at that time, nothing before it was made', async () => {
  const { window, start, later } = await begin();
  later(10);
  const id = await window.create({ title: 'Radio is silent', effort: 1 });
  later(20);
  await window.must({ kind: 'edit', record: id, fields: { effort: 2 } });
  later(30);
  await window.must({ kind: 'act', record: id, action: 'start', inputs: {} });
  const at = (minutes: number) => window.data.asOf.record(id, start + minutes * minute);
  expect(await at(9)).toBeUndefined();
  expect(await at(10)).toMatchObject({ state: 'new', fields: { effort: 1 } });
  expect(await at(25)).toMatchObject({ state: 'new', fields: { effort: 2 } });
  expect(await at(30)).toEqual(await window.data.load(id));
});

test('ASM-242 lists as they stood: what they found then and find now, and what was written since', async () => {
  const { window, start, later } = await begin();
  const create = (title: string) => window.create({ title });
  const act = (record: string, action: string) => window.must({ kind: 'act', record, action, inputs: {} });
  later(10);
  const [stays, begins, ends] = [await create('stays'), await create('begins'), await create('ends')];
  await act(stays, 'start');
  await act(ends, 'start');
  later(20);
  await act(begins, 'start');
  await window.must({ kind: 'act', record: ends, action: 'finish', inputs: { outcome: 'Done' } });
  const made = await create('made later');
  const stood = await window.data.asOf.records([working, all], start + 15 * minute);
  expect(stood.then.map((ids) => [...ids].sort())).toEqual([
    [stays, ends].sort(),
    [stays, begins, ends].sort(),
  ]);
  expect(stood.now.map((ids) => [...ids].sort())).toEqual([
    [stays, begins].sort(),
    [stays, begins, ends, made].sort(),
  ]);
  const changed = new Map(stood.changed.map(({ id, then }) => [id, then?.state]));
  expect(changed).toEqual(
    new Map([
      [begins, 'new'],
      [ends, 'working'],
      [made, undefined],
    ]),
  );
  const before = await window.data.asOf.records([all], start + 5 * minute);
  expect(before.then).toEqual([[]]);
  const after = await window.data.asOf.records([working, all], start + 25 * minute);
  expect([after.then, after.changed]).toEqual([after.now, []]);
});

test('ASM-242 a day and a moment in a query are those of that time', async () => {
  const { window, start, later } = await begin();
  later(10);
  const id = await window.create({ title: 'seen', seenAt: start + 12 * minute });
  const past: Query = {
    type: 'ticket',
    where: [{ column: 'seenAt', below: { symbol: 'now', offset: 0 } }],
  };
  later(20);
  const stood = await window.data.asOf.records([past], start + 11 * minute);
  expect([stood.then, stood.now]).toEqual([[[]], [[id]]]);
});

test('ASM-243 nobody sees of the past what they may not see today', async () => {
  const { window, start, later } = await begin();
  window.data.setActor(manager);
  later(10);
  const id = await window.create({ title: 'Radio', secret: 'frequency' });
  later(20);
  await window.must({ kind: 'edit', record: id, fields: { secret: 'another' } });
  const then = () => window.data.asOf.record(id, start + 15 * minute);
  expect((await then())?.fields['secret']).toBe('frequency');
  window.data.setActor(analyst);
  expect((await then())?.fields).not.toHaveProperty('secret');
  window.data.setActor(manager);
  await window.must({ kind: 'edit', record: id, fields: { secret: 'hidden' } });
  expect(await then()).toBeDefined();
  window.data.setActor(analyst);
  expect(await then()).toBeUndefined();
});
