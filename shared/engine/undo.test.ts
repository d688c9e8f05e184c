import { beforeEach, describe, expect, test } from 'vitest';
import { analyst, manager, sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { Replica } from '#test/support/replica.ts';
import { refOf } from '../changelog/fold.ts';
import type { FieldValues } from '../definition/values.ts';
import type { Command, WrittenEntry } from './commands.ts';

let desk: Replica;
let id: string;
beforeEach(async () => {
  desk = new Replica(sampleCatalogue);
  id = await desk.create(analyst, 'ticket', { title: 'It broke', tags: ['a'] });
});

/** Does it and returns what it wrote. */
async function done(command: Command, actor = analyst): Promise<readonly WrittenEntry[]> {
  const { entries } = await desk.must(actor, command);
  return entries.map((entry) => ({ record: entry.record, ref: refOf(entry) }));
}

const edit = (fields: FieldValues, actor = analyst) => done({ kind: 'edit', record: id, fields }, actor);
const act = (action: string, inputs: FieldValues = {}, actor = analyst) =>
  done({ kind: 'act', record: id, action, inputs }, actor);
const undo = (entries: readonly WrittenEntry[]) => done({ kind: 'undo', entries });
const why = async (entries: readonly WrittenEntry[], actor = analyst): Promise<string> => {
  const result = await desk.do(actor, { kind: 'undo', entries });
  return result.ok ? 'it is undone now' : (result.error[0]?.message ?? '');
};

describe('EXE-12 undo', () => {
  test('EXE-12 it takes back values, members, acts and notes', async () => {
    const before = desk.view(id);
    const written = [
      await edit({ title: 'Other', tags: ['b'] }),
      await act('start'),
      await done({ kind: 'note', record: id, text: 'x', audience: 'internal', minutes: 5 }),
    ];
    for (const entries of written.reverse()) await undo(entries);
    expect(desk.view(id)).toMatchObject({
      fields: before.fields,
      state: 'new',
      life: [],
      noteCount: 0,
      minutesSpent: 0,
      conflicts: [],
      overtaken: [],
    });
  });

  test('EXE-12 it takes back a command with all its effects on other records', async () => {
    const children = [
      await desk.create(analyst, 'ticket', { title: 'a', parent: id }),
      await desk.create(analyst, 'ticket', { title: 'b', parent: id }),
    ];
    const written = await act('finish', { outcome: 'Solved' });
    expect(children.map((child) => desk.view(child).state)).toEqual(['done', 'done']);
    await undo(written);
    for (const one of [id, ...children]) expect(desk.view(one)).toMatchObject({ state: 'new', noteCount: 0 });
  });

  test('EXE-12 that holds for hundreds of records', async () => {
    for (let index = 0; index < 150; index += 1)
      await desk.create(analyst, 'ticket', { title: 'a', parent: id });
    await undo(await act('finish', { outcome: 'Solved' }));
    expect(desk.view(id).state).toBe('new');
  });

  test('EXE-12 undoing an undo does it again', async () => {
    const undone = await undo(await edit({ title: 'Other' }));
    await undo(undone);
    expect(desk.view(id).fields['title']).toBe('Other');
  });

  test('EXE-12 only its author takes it back', async () => {
    const written = await edit({ title: 'Other' });
    expect(await why(written, manager)).toContain('somebody else made it');
  });

  test('EXE-12 not twice', async () => {
    const written = await edit({ title: 'Other' });
    await undo(written);
    expect(await why(written)).toContain('undone already');
  });

  test('EXE-12 not the making of a record, nor a command that made one', async () => {
    const made = desk.states.get(id)?.create?.ref;
    expect(await why([{ record: id, ref: made ?? 'x:1' }])).toContain('it made the record');
    expect(await why(await act('convert'))).toContain('it made the record');
    expect(desk.view(id).state).toBe('dropped');
  });

  test('EXE-12 not what a later change builds on: a value, a member, an act', async () => {
    const value = await edit({ title: 'Other' });
    await edit({ title: 'Third' }, manager);
    expect(await why(value)).toContain('a later change builds on it');
    const member = await edit({ tags: ['a', 'b'] });
    await edit({ tags: ['a'] }, manager);
    expect(await why(member)).toContain('a later change builds on it');
    const first = await act('start');
    await act('finish', { outcome: 'Solved' });
    expect(await why(first)).toContain('a later change builds on it');
  });

  test('EXE-12 together with what builds on it, it may', async () => {
    const all = [...(await act('start')), ...(await act('finish', { outcome: 'Solved' }))];
    await undo(all);
    expect(desk.view(id)).toMatchObject({ state: 'new', life: [], overtaken: [] });
  });

  test('EXE-12 an undo is not undone where something else stands there by now', async () => {
    const undone = await undo(await edit({ title: 'Other' }));
    await edit({ title: 'Third' });
    expect(await why(undone)).toContain('a later change builds on it');
    const stopped = await undo(await act('start'));
    await act('finish', { outcome: 'Solved' });
    expect(await why(stopped)).toContain('a later change builds on it');
  });

  test('EXE-12 a later change elsewhere in the record is no reason', async () => {
    const written = await edit({ title: 'Other' });
    await edit({ details: 'More' });
    await undo(written);
    expect(desk.view(id).fields).toMatchObject({ title: 'It broke', details: 'More' });
  });

  test('EXE-12 not what this device does not have', async () => {
    expect(await why([{ record: id, ref: 'ZZZZZZZZZZZ:1' }])).toContain('not on this device');
    expect(await why([{ record: 'nowhere', ref: 'ZZZZZZZZZZZ:1' }])).toContain('not on this device');
    expect(await why([])).toContain('not on this device');
  });
});
