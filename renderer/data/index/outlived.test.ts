import { expect, test } from 'vitest';
import { chainEntries, noHead } from '#shared/changelog/chain.ts';
import type { Query } from '#shared/definition/query.ts';
import { newReplicaId } from '#shared/kernel/ids.ts';
import { openWindow } from '#test/support/open-window.ts';
import { sampleCatalogue } from '#test/support/sample-catalogue.ts';
import type { TestWindow } from '#test/support/workspace.ts';
import { receiveEntries } from '../receive.ts';

const all: Query = { type: 'ticket', where: [] };

async function titles(window: TestWindow, query = all): Promise<readonly unknown[]> {
  const { rows } = await window.data.query(query, { offset: 0, limit: 100 });
  return rows.map(({ cells }) => cells['title']);
}

test('IDX-12 a record whose making a hub set aside leaves lists, counts and search, and comes back with another ruling', async () => {
  const window = await openWindow();
  const rogue = await window.create({ title: 'Rogue pump' });
  await window.create({ title: 'Honest pump' });
  const hub = newReplicaId();
  let head = noHead;
  const rule = async (verdict: 'aside' | 'stands') => {
    const chained = chainEntries(hub, head, [
      {
        stamp: { wall: 5, counter: head.seq + 9 },
        actor: '',
        type: 'ticket',
        record: rogue,
        body: {
          kind: 'rule',
          entries: [`${window.data.identity.replica}:1`],
          verdict,
          code: 'OUT-PER-001',
          reason: 'No right',
        },
      },
    ]);
    head = chained.head;
    window.announceForeign(await receiveEntries(window.database, sampleCatalogue, chained.entries));
  };
  await rule('aside');
  expect(await titles(window, all)).toEqual(['Honest pump']);
  expect(await window.data.counts([all])).toEqual([1]);
  expect(await titles(window, { ...all, text: 'pump' })).toEqual(['Honest pump']);
  expect(await window.data.load(rogue)).toBeUndefined();
  await rule('stands');
  expect((await titles(window, { ...all, text: 'pump' })).toSorted()).toEqual(['Honest pump', 'Rogue pump']);
});
