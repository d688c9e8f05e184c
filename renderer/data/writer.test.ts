import { describe, expect, test } from 'vitest';
import { openWindow } from '#test/support/open-window.ts';
import { allEntries, auditDatabase, freshName } from '#test/support/workspace.ts';
import { analyst, manager } from '#test/support/sample-catalogue.ts';

describe('writer', () => {
  test('DAT-1 a command is one log row and its records, and nothing besides', async () => {
    const window = await openWindow();
    const parent = await window.create({ title: 'Parent' });
    const child = await window.create({ title: 'Child', parent });
    await window.must({ kind: 'act', record: parent, action: 'finish', inputs: { outcome: 'Solved' } });
    const rows = await window.database.log.orderBy('n').toArray();
    expect(rows.map(({ n, count, from, to }) => [n, count, from, to])).toEqual([
      [1, 1, 1, 1],
      [2, 1, 2, 2],
      [3, 3, 3, 5],
    ]);
    const [one, other] = await window.database.records.bulkGet([parent, child]);
    expect([one?.n, other?.n]).toEqual([3, 5]);
    expect([one?.places, other?.places]).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-1 a refused command writes nothing and gives no number away', async () => {
    const window = await openWindow();
    const refused = await window.data.execute({ kind: 'create', type: 'ticket', fields: {} });
    expect(refused.ok).toBe(false);
    expect(await window.database.log.count()).toBe(0);
    expect((await window.must({ kind: 'create', type: 'ticket', fields: { title: 'x' } })).number).toMatch(
      /-00001$/,
    );
  });

  test('DAT-1 nobody writes before it is known who they are', async () => {
    const window = await openWindow();
    window.data.setActor(undefined);
    const refused = await window.data.execute({ kind: 'create', type: 'ticket', fields: { title: 'x' } });
    expect(refused).toMatchObject({ ok: false, error: [{ code: 'OUT-PER-003' }] });
  });

  test('DAT-2 commands given at once are done one after the other', async () => {
    const window = await openWindow();
    const id = await window.create({ title: 'x', tags: [] });
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        window.must({ kind: 'note', record: id, text: `n${index}`, audience: 'internal', minutes: 1 }),
      ),
    );
    expect((await window.view(id)).minutesSpent).toBe(30);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-3 two windows on one database lose nothing: 200 commands, interleaved', async () => {
    const name = freshName();
    const [a, b] = [await openWindow({ name }), await openWindow({ name, isSaver: false })];
    b.data.setActor(manager);
    const id = await a.create({ title: 'Shared', effort: 0 });
    const made = new Set<string>();
    await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const window = index % 2 === 0 ? a : b;
        const done = await window.must({
          kind: 'create',
          type: 'ticket',
          fields: { title: `t${index}`, parent: id },
        });
        made.add(done.number);
        await window.must({ kind: 'note', record: id, text: `n${index}`, audience: 'internal', minutes: 1 });
      }),
    );
    expect(made.size).toBe(100);
    expect((await a.view(id)).minutesSpent).toBe(100);
    expect(await b.view(id)).toEqual(await a.view(id));
    const entries = await allEntries(a.database);
    expect(entries).toHaveLength(201);
    expect(new Set(entries.map(({ seq }) => seq)).size).toBe(201);
    expect(await auditDatabase(a.database)).toEqual([]);
  });

  test('DAT-3 who was overtaken judges anew on what the other wrote', async () => {
    const name = freshName();
    const [a, b] = [await openWindow({ name }), await openWindow({ name, isSaver: false })];
    const id = await a.create({ title: 'x' });
    await b.view(id);
    const finish = { kind: 'act', record: id, action: 'finish', inputs: { outcome: 'Solved' } } as const;
    const results = await Promise.all([a.data.execute(finish), b.data.execute(finish)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = results.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: [{ code: 'OUT-LIF-002' }] });
    expect((await a.view(id)).life).toHaveLength(1);
    expect(await auditDatabase(a.database)).toEqual([]);
  });

  test('DAT-4 numbers go on after a restart, and are never given twice', async () => {
    const name = freshName();
    const first = await openWindow({ name });
    await first.create({ title: 'x' });
    first.close();
    const again = await openWindow({ name });
    const done = await again.must({ kind: 'create', type: 'ticket', fields: { title: 'y' } });
    expect(done.number).toMatch(/-00002$/);
    expect(await auditDatabase(again.database)).toEqual([]);
  });

  test('DAT-5 a full disk is said in plain words, nothing is half written, and the next save goes on', async () => {
    const window = await openWindow();
    const id = await window.create({ title: 'x' });
    const restore = failNextPut(new DOMException('Full.', 'QuotaExceededError'));
    const refused = await window.data.execute({ kind: 'edit', record: id, fields: { title: 'y' } });
    restore();
    expect(refused).toMatchObject({ ok: false, error: [{ code: 'OUT-STO-001' }] });
    expect(await window.database.log.count()).toBe(1);
    await window.must({ kind: 'edit', record: id, fields: { title: 'z' } });
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-5 a window whose database was closed for an upgrade says so', async () => {
    const window = await openWindow();
    await window.create({ title: 'x' });
    window.database.close();
    const refused = await window.data.execute({ kind: 'create', type: 'ticket', fields: { title: 'y' } });
    expect(refused).toMatchObject({ ok: false, error: [{ code: 'OUT-STO-007' }] });
  });

  test('DAT-6 the change is told with its records once it is on the disk', async () => {
    const window = await openWindow();
    const told: unknown[] = [];
    window.data.onChange((change) => told.push(change));
    const id = await window.create({ title: 'x' });
    expect(told).toEqual([{ n: 1, records: [id], config: false }]);
  });

  test('DAT-7 what a person did can be undone with what the save returned', async () => {
    const window = await openWindow();
    const id = await window.create({ title: 'x' });
    const { entries } = await window.must({ kind: 'edit', record: id, fields: { title: 'y' } });
    expect((await window.data.undo(entries)).ok).toBe(true);
    expect((await window.view(id)).fields['title']).toBe('x');
    window.data.setActor(analyst);
    expect(await auditDatabase(window.database)).toEqual([]);
  });
});

/** Makes the next put of a record fail as the browser does when there is no space left. */
function failNextPut(error: DOMException): () => void {
  const put = Reflect.get(IDBObjectStore.prototype, 'put');
  IDBObjectStore.prototype.put = () => {
    throw error;
  };
  return () => {
    IDBObjectStore.prototype.put = put;
  };
}
