import { describe, expect, test } from 'vitest';
import { openWindow } from '#test/support/open-window.ts';
import { actorWith, analyst, sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { auditDatabase, freshName } from '#test/support/workspace.ts';
import { deterministicRecordId } from '#shared/kernel/ids.ts';
import { runScript, type ScriptedCommand } from './batch.ts';

const id = (name: string): string => deterministicRecordId(['script', name]);
const step = (command: ScriptedCommand['command'], at = 1000): ScriptedCommand => ({
  command,
  actor: analyst,
  at,
});
const make = (name: string, fields = {}, at = 1000) =>
  step({ kind: 'create', type: 'ticket', id: id(name), fields: { title: name, ...fields } }, at);

const script: readonly ScriptedCommand[] = [
  make('parent'),
  make('child', { parent: id('parent') }),
  step({ kind: 'note', record: id('child'), text: 'x', audience: 'internal' }, 1500),
  step({ kind: 'act', record: id('parent'), action: 'finish', inputs: { outcome: 'Done' } }, 2000),
];

describe('script', () => {
  test('DAT-20 it runs through the engine, effects and times included, and is one transaction', async () => {
    const window = await openWindow();
    await window.data.runScript(script);
    expect(await window.view(id('child'))).toMatchObject({
      state: 'done',
      createdAt: 1000,
      updatedAt: 2000,
      noteCount: 2,
    });
    expect(await window.database.log.count()).toBe(1);
    expect(await auditDatabase(window.database)).toEqual([]);
    expect(
      await window.data.counts([{ type: 'ticket', where: [{ column: 'state', in: ['done'] }] }]),
    ).toEqual([2]);
  });

  test('DAT-20 one command that is refused refuses all of it', async () => {
    const window = await openWindow();
    const wrong = [...script, step({ kind: 'edit', record: id('child'), fields: { title: '' } })];
    await expect(window.data.runScript(wrong)).rejects.toMatchObject({ problem: { code: 'OUT-VAL-001' } });
    const stranger = [{ ...(script[0] as ScriptedCommand), actor: actorWith('x') }];
    await expect(window.data.runScript(stranger)).rejects.toMatchObject({ problem: { code: 'OUT-PER-001' } });
    expect(await window.database.log.count()).toBe(0);
  });

  test('DAT-21 it goes on with what is there: records, numbers, entries', async () => {
    const window = await openWindow();
    await window.data.runScript(script.slice(0, 2));
    await window.data.runScript(script.slice(2));
    await window.must({ kind: 'create', type: 'ticket', fields: { title: 'By hand' } });
    expect((await window.view(id('child'))).state).toBe('done');
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-21 two windows that run it at once make each record once', async () => {
    const name = freshName();
    const [a, b] = [await openWindow({ name }), await openWindow({ name, isSaver: false })];
    const results = await Promise.allSettled([a.data.runScript(script), b.data.runScript(script)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { problem: { code: 'OUT-VAL-012' } },
    });
    expect(await auditDatabase(a.database)).toEqual([]);
  });

  test('DAT-21 where somebody saved meanwhile, it is run again on what they saved', async () => {
    const window = await openWindow();
    const long = Array.from({ length: 120 }, (_, index) => make(`t${index}`));
    const running = window.data.runScript(long);
    await window.must({ kind: 'create', type: 'ticket', fields: { title: 'By hand' } });
    await running;
    expect(await window.database.records.count()).toBe(121);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-22 a long script is written in pieces of one transaction, and tells how far it is', async () => {
    const window = await openWindow();
    const progress: number[] = [];
    const long = Array.from({ length: 500 }, (_, index) => make(`t${index}`));
    const { database } = window;
    const pointingAt = () => Promise.resolve([]);
    const parts = { database, catalogue: sampleCatalogue, pointingAt };
    expect(await runScript(parts, long, { onProgress: (share) => progress.push(share) })).toBe(500);
    expect(await database.log.count()).toBe(2);
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(0.9);
    expect(await auditDatabase(database)).toEqual([]);
    expect(await runScript(parts, [])).toBe(500);
  });
});
