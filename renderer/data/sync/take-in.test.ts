import { describe, expect, test } from 'vitest';
import { chainEntries, noHead, type Draft } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { entryRef, newRecordId, newReplicaId } from '#shared/kernel/ids.ts';
import { signDirectory } from '#shared/sync/directory.ts';
import { newKeys } from '#shared/sync/keys.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { toPackedRun } from '#shared/sync/wire.ts';
import { openWindow } from '#test/support/open-window.ts';
import { sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { auditDatabase } from '#test/support/workspace.ts';
import { takeIn, type News } from './take-in.ts';

const tickets = 1100;
const wall = 1_790_000_000_000;
const [a, b] = [newReplicaId(), newReplicaId()];
const ids = Array.from({ length: tickets }, (_, index) => newRecordId(wall + index));
const directory = signDirectory(newKeys().sign.secret, { workspace: 'w', version: 1, hub: a, replicas: [] });

const draft = (record: string, at: number, body: Draft['body']): Draft => ({
  stamp: { wall: wall + at, counter: 1 },
  actor: 'person',
  type: 'ticket',
  record,
  body,
});
const titled = (at: number, title: string): readonly Draft[] =>
  ids.map((id, index) =>
    draft(id, at + index, {
      kind: 'set',
      fields: { title: { value: title, base: [entryRef(a, index + 1)] } },
    }),
  );

/** One makes tickets and names each anew; the other names each in between, without having seen that. */
function logs(): { readonly first: readonly Entry[]; readonly second: readonly Entry[] } {
  const made = ids.map((id, index) =>
    draft(id, index, { kind: 'create', number: `TIC-A-${index}`, version: 1, fields: { title: 'x' } }),
  );
  const first = chainEntries(a, noHead, [...made, ...titled(100_000, 'By A')]).entries;
  return { first, second: chainEntries(b, noHead, titled(50_000, 'By B')).entries };
}

const run = (entries: readonly Entry[]): PackedRun =>
  toPackedRun({ replica: entries[0]?.replica ?? '', entries });

describe('taking in', () => {
  test('SYN-318 what comes in many pieces folds as if it came whole, and each piece is told', async () => {
    const { first, second } = logs();
    const window = await openWindow();
    const news: News[] = [];
    const runs = [run(first.slice(0, tickets)), run(first.slice(tickets)), run(second)];
    const parts = {
      database: window.database,
      catalogue: sampleCatalogue,
      onTaken: (one: News) => news.push(one),
    };
    const taken = await takeIn(parts, { directory, isHub: false }, runs, wall);
    expect(taken).toMatchObject({
      n: 3 * tickets,
      entries: 3 * tickets,
      reached: { [a]: 2 * tickets, [b]: tickets },
    });
    expect(taken.refused.size).toBe(0);
    expect(news.map(({ n }) => n)).toEqual([2 * tickets, 3 * tickets]);
    expect(await auditDatabase(window.database)).toEqual([]);
    const [row] = await window.database.records.bulkGet(ids.slice(0, 1));
    expect(row?.state.registers['title']?.map(({ value }) => value)).toEqual(['By A', 'By B']);
  });

  test('SYN-307 a damaged run of one piece stops neither the others of it nor the next piece', async () => {
    const { first, second } = logs();
    const window = await openWindow();
    const damaged = run(first.slice(tickets));
    const bytes = damaged.bytes.slice();
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    const runs = [run(first.slice(0, tickets)), { ...damaged, bytes }, run(second)];
    const taken = await takeIn(
      { database: window.database, catalogue: sampleCatalogue },
      { directory, isHub: false },
      runs,
      wall,
    );
    expect(taken.reached).toEqual({ [a]: tickets, [b]: tickets });
    expect([...taken.refused.keys()]).toEqual([a]);
    expect(await window.database.aside.count()).toBe(1);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('SYN-333 rulings are taken in from hubs only; those of a device are kept aside and stop nothing else', async () => {
    const [hub, made] = [newReplicaId(), newRecordId(wall)];
    const create = draft(made, 0, { kind: 'create', number: 'TIC-A-1', version: 1, fields: { title: 'x' } });
    const ruling: Draft = {
      ...draft(made, 1, {
        kind: 'rule',
        entries: [entryRef(a, 1)],
        verdict: 'aside',
        code: 'OUT-PER-001',
        reason: 'No right',
      }),
      actor: '',
    };
    const key = new Uint8Array(32);
    const known = (replica: string, kind: 'hub' | 'device') => ({
      replica,
      kind,
      name: kind,
      shortCode: '7A',
      signKey: key,
      boxKey: key,
    });
    const replicas = [known(a, 'device'), known(b, 'device'), known(hub, 'hub')];
    const signed = signDirectory(newKeys().sign.secret, { workspace: 'w', version: 1, hub, replicas });
    const window = await openWindow();
    const takes = (runs: readonly PackedRun[]) =>
      takeIn(
        { database: window.database, catalogue: sampleCatalogue },
        { directory: signed, isHub: true },
        runs,
        wall,
      );
    const logOf = (replica: string, drafts: readonly Draft[]) =>
      run(chainEntries(replica, noHead, drafts).entries);
    const taken = await takes([logOf(b, [ruling]), logOf(a, [create])]);
    expect(taken.reached).toEqual({ [a]: 1 });
    expect(taken.refused.get(b)?.code).toBe('OUT-RUL-010');
    expect((await window.data.sync.asides()).map(({ reason }) => reason.code)).toEqual(['OUT-RUL-010']);
    expect((await window.database.records.get(made))?.state.create).toBeDefined();
    await takes([logOf(hub, [ruling])]);
    expect((await window.database.records.get(made))?.state.create).toBeUndefined();
    expect(await auditDatabase(window.database)).toEqual([]);
  });
});
