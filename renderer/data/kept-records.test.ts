import { expect, test } from 'vitest';
import { viewOf } from '#test/support/views.ts';
import type { Change } from './feed.ts';
import { KeptRecords } from './kept-records.ts';

/** A store of records by id whose reads are counted. */
function store() {
  const records = new Map(
    ['a', 'b', 'c'].map((id) => [id, viewOf('ticket', { title: `${id}1` }, { id })] as const),
  );
  const read: string[][] = [];
  let tell: (change: Change) => void = () => undefined;
  return {
    read,
    actor: { id: 'ann', roles: [], teams: [] },
    loadMany: (ids: readonly string[]) => {
      read.push([...ids]);
      return Promise.resolve(ids.flatMap((id) => records.get(id) ?? []));
    },
    onChange: (listener: (change: Change) => void) => {
      tell = listener;
      return () => undefined;
    },
    write: (id: string, title: string) => records.set(id, viewOf('ticket', { title }, { id })),
    tell: (...ids: readonly string[]) => tell({ n: 1, records: ids, config: false }),
  };
}

test('DAT-40 after a change only the records are read that it is about; the others stay the same objects', async () => {
  const source = store();
  const kept = new KeptRecords(source);
  kept.follow();
  const before = await kept.load(['a', 'b', 'gone']);
  source.write('b', 'b2');
  source.tell('b');
  const after = await kept.load(['a', 'b', 'gone', 'c']);
  expect(source.read).toEqual([
    ['a', 'b', 'gone'],
    ['b', 'c'],
  ]);
  expect(after.map(({ fields }) => fields['title'])).toEqual(['a1', 'b2', 'c1']);
  expect(after[0]).toBe(before[0]);
});

test('DAT-40 a change that names no record, and another person at the desk, read all anew', async () => {
  const source = store();
  const kept = new KeptRecords(source);
  kept.follow();
  await kept.load(['a']);
  source.tell();
  await kept.load(['a']);
  source.actor = { id: 'ben', roles: [], teams: [] };
  await kept.load(['a']);
  expect(source.read).toEqual([['a'], ['a'], ['a']]);
});

test('DAT-40 what was read while it changed is read again', async () => {
  const source = store();
  const kept = new KeptRecords(source);
  kept.follow();
  const early = kept.load(['a']);
  source.write('a', 'a2');
  source.tell('a');
  await early;
  expect((await kept.load(['a']))[0]?.fields['title']).toBe('a2');
});
