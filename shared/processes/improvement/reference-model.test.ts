import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../definition/permission.ts';
import type { FieldValues } from '../../definition/values.ts';
import type { Command } from '../../engine/commands.ts';
import { Desk } from '#test/support/desk.ts';

const hash = 'ab'.repeat(32);
const processes = [{ code: 'INC', name: 'Incidents', outcomes: 4, activities: 2 }];

let desk: Desk;
let owner: Actor;
/** Owns one process only. */
let ownerOfOne: Actor;
let analyst: Actor;

beforeEach(() => {
  desk = Desk.seeded();
  owner = desk.person('Owner', 'processOwner');
  const one = desk.person('Owner of one');
  ownerOfOne = { ...one, scoped: [{ role: 'processOwner', scope: 'process', of: 'IM' }] };
  analyst = desk.person('Analyst', 'analyst');
});

const codes = async (actor: Actor, command: Command) =>
  (await desk.try(actor, command)).map(({ code }) => code);
const making = (edition: string): Command => ({
  kind: 'create',
  type: 'reference-model',
  fields: { name: 'A model', code: 'ISO', edition, contents: hash, processes },
});

async function made(actor: Actor, withFile = true, more: FieldValues = {}): Promise<string> {
  const fields = { name: 'A model', code: 'ISO', edition: '2018', contents: hash, processes, ...more };
  const id = await desk.create(actor, 'reference-model', fields);
  if (withFile) expect(await codes(actor, attaching(id))).toEqual([]);
  return id;
}
const attaching = (record: string): Command => ({
  kind: 'attach',
  record,
  name: 'model.json',
  size: 10,
  type: 'application/json',
  hash,
  audience: 'internal',
});
const acting = (record: string, action: string): Command => ({ kind: 'act', record, action, inputs: {} });

describe('kept reference models', () => {
  test('LIB-160 A model tells its processes and outcomes without its file.', async () => {
    expect(desk.derived(await made(owner, false))).toMatchObject({ processCount: 1, outcomeCount: 4 });
  });

  test('LIB-161 The owner of any process keeps a model and adds its file; who decides for the process puts it in use.', async () => {
    expect(await codes(analyst, making('2018'))).toEqual(['OUT-PER-001']);
    const id = await made(ownerOfOne);
    expect(await codes(ownerOfOne, acting(id, 'putInUse'))).toEqual(['OUT-PER-001']);
    expect(await codes(analyst, attaching(id))).toEqual(['OUT-PER-001']);
    expect(await codes(owner, acting(id, 'putInUse'))).toEqual([]);
    expect(desk.view(id).state).toBe('active');
    expect(await codes(ownerOfOne, acting(id, 'retire'))).toEqual(['OUT-PER-001']);
    expect(await codes(owner, acting(id, 'retire'))).toEqual([]);
    expect(await codes(owner, acting(id, 'reinstate'))).toEqual([]);
  });

  test('LIB-161 A model that was given no file is not put in use; no draft is made of one that was.', async () => {
    const id = await desk.create(owner, 'reference-model', { name: 'A model', code: 'ISO', edition: '1' });
    expect(await codes(owner, acting(id, 'putInUse'))).toEqual(['OUT-LIF-003']);
    await desk.act(owner, id, 'retire');
    expect(await codes(owner, acting(id, 'reinstate'))).toEqual(['OUT-LIF-003']);
    const used = await made(owner);
    for (const action of ['putInUse', 'retire', 'reinstate']) await desk.act(owner, used, action);
    expect(desk.view(used).state).toBe('active');
  });

  test('LIB-162 What a model in use says, and which edition it is, is changed by nobody; its note is.', async () => {
    const id = await made(owner);
    await desk.edit(owner, id, { edition: '2018 a' });
    await desk.act(owner, id, 'putInUse');
    for (const fields of [
      { contents: 'cd'.repeat(32) },
      { edition: '2019' },
      { code: 'OTHER' },
      { processes: [] },
    ])
      expect(await codes(owner, { kind: 'edit', record: id, fields })).toEqual(['OUT-PER-001']);
    expect(await codes(owner, { kind: 'edit', record: id, fields: { note: 'Ours since May.' } })).toEqual([]);
    expect(await codes(ownerOfOne, { kind: 'edit', record: id, fields: { note: 'x' } })).toEqual([
      'OUT-PER-001',
    ]);
  });
});
