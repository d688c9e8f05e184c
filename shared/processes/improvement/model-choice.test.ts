import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../definition/permission.ts';
import type { FieldValues } from '../../definition/values.ts';
import { Desk } from '#test/support/desk.ts';
import { viewOf } from '#test/support/views.ts';
import { catalogue } from '../catalogue.ts';
import { keptModelOf, modelCodeOf, modelNameOf, processNamesOf } from './model-choice.ts';

let desk: Desk;
let lead: Actor;
let model: string;

const keep = (state: 'draft' | 'active' | 'retired', edition = '2018'): string =>
  desk.put(
    'reference-model',
    {
      name: 'Ours',
      code: 'OURS',
      edition,
      processes: [{ code: 'INC', name: 'Incident management', outcomes: 4, activities: 2 }],
    },
    undefined,
    { draft: [], active: ['putInUse'], retired: ['retire'] }[state].map((action) => ({ action, inputs: {} })),
  );

beforeEach(() => {
  desk = Desk.seeded();
  lead = desk.person('Lead', 'processOwner', 'assessor');
  model = keep('active');
});

const line = (process: string) => ({ process, instance: '', target: 1 });
const faults = async (fields: FieldValues) =>
  (await desk.try(lead, { kind: 'create', type: 'assessment', fields: { name: 'A', ...fields } })).map(
    ({ code, what }) => `${code} ${what?.field ?? ''}`,
  );

describe('the model of an assessment', () => {
  test('LIB-170 It is the shipped one, or a kept one that is in use.', async () => {
    expect(await faults({})).toEqual([]);
    expect(await faults({ model: 'kept', keptModel: model })).toEqual([]);
    expect(await faults({ model: 'kept' })).toEqual(['OUT-VAL-001 keptModel']);
    expect(await faults({ model: 'kept', keptModel: keep('draft', 'a') })).toEqual(['OUT-VAL-013 keptModel']);
    expect(await faults({ model: 'kept', keptModel: keep('retired', 'b') })).toEqual([
      'OUT-VAL-013 keptModel',
    ]);
  });

  test('LIB-170 An assessment keeps the edition that it began with, also when that is retired.', async () => {
    const id = await desk.create(lead, 'assessment', {
      name: 'A',
      model: 'kept',
      keptModel: model,
      scope: [line('INC')],
    });
    await desk.act(lead, model, 'retire');
    const view = await desk.edit(lead, id, { purpose: 'To see.', scope: [{ ...line('INC'), target: 2 }] });
    expect(keptModelOf(view)).toBe(model);
    expect(modelNameOf(view, desk.config)).toBe('Ours, edition 2018');
  });

  test('LIB-171 Records of before, whose model was a free text, go by the shipped one.', () => {
    const id = desk.put('assessment', {
      name: 'Old',
      model: 'ISO 20000 as we know it',
      leadAssessor: lead.id,
    });
    expect(desk.view(id).fields['model']).toBe('desmf');
    for (const fields of [
      { model: 'desmf' },
      { model: 'anything' },
      {},
      { model: 'kept', keptModel: 'no id' },
    ]) {
      const record = viewOf('assessment', fields);
      expect(keptModelOf(record)).toBeUndefined();
      expect(modelNameOf(record, desk.config)).toBe('DESMF');
      expect(processNamesOf(record, desk.config)?.get('IM')).toBe('Incident Management');
    }
  });

  test('LIB-172 A code that the model does not have is refused, each model by its own.', async () => {
    expect(await faults({ scope: [line('IM')] })).toEqual([]);
    expect(await faults({ scope: [line('INC')] })).toEqual(['OUT-VAL-013 scope']);
    expect(await faults({ scope: [line('INC')], model: 'kept', keptModel: model })).toEqual([]);
    expect(await faults({ scope: [line('IM')], model: 'kept', keptModel: model })).toEqual([
      'OUT-VAL-013 scope',
    ]);
  });

  test('LIB-172 A wrong code of before stops no other work; one that comes by another model is told.', async () => {
    const old = desk.put('assessment', { name: 'Old', leadAssessor: lead.id, scope: [line('XX')] });
    await desk.edit(lead, old, { purpose: 'To see.' });
    const good = await desk.create(lead, 'assessment', { name: 'A', scope: [line('IM')] });
    const problems = await desk.try(lead, {
      kind: 'edit',
      record: good,
      fields: { model: 'kept', keptModel: model },
    });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('has no process “IM”')]);
  });
});

test('LIB-175 Results are compared within a model, across its editions, and never across models.', () => {
  const by = (keptModel?: string) => viewOf('assessment', keptModel ? { model: 'kept', keptModel } : {});
  const compares = (one?: string, other?: string) =>
    modelCodeOf(by(one), desk.config) === modelCodeOf(by(other), desk.config);
  expect(compares()).toBe(true);
  expect(compares(model, keep('retired', '2011'))).toBe(true);
  expect(compares(model)).toBe(false);
  const gone = desk.seed('x', 'gone');
  expect(compares(gone, gone)).toBe(true);
  expect(compares(gone, desk.seed('x', 'other'))).toBe(false);
});

describe('the model of a tailoring', () => {
  const tailoring = (fields: FieldValues) =>
    desk.try(lead, {
      kind: 'create',
      type: 'tailoring',
      fields: { title: 'T', kind: 'name', text: 'Ours', reason: 'Order 1', ...fields },
    });

  test('LIB-174 It names a process of the shipped model, or one that the kept model has.', async () => {
    expect(await tailoring({ process: 'IM' })).toEqual([]);
    expect(await tailoring({ model: 'kept', keptModel: model, keptProcess: 'INC' })).toEqual([]);
    const wrong = await tailoring({ model: 'kept', keptModel: model, keptProcess: 'IM' });
    expect(wrong.map(({ what }) => what?.field)).toEqual(['keptProcess']);
    const none = await tailoring({ model: 'kept', keptModel: model });
    expect(none.map(({ what }) => what?.field)).toEqual(['keptProcess']);
  });

  test('LIB-174 The owner of one process decides nothing about a kept model, whatever its codes.', () => {
    const adopt = catalogue.type('tailoring')?.lifecycle.transitions.find(({ action }) => action === 'adopt');
    const owner: Actor = {
      id: 'p1',
      roles: [],
      teams: [],
      scoped: [{ role: 'processOwner', scope: 'process', of: 'IM' }],
    };
    const fields = { process: 'IM', model: 'kept', keptModel: model, keptProcess: 'INC' };
    expect(adopt?.permit.allows(owner, viewOf('tailoring', fields, { state: 'proposed' }))).toBe(false);
    expect(adopt?.permit.allows(owner, viewOf('tailoring', { process: 'IM' }, { state: 'proposed' }))).toBe(
      true,
    );
    expect(adopt?.permit.allows(lead, viewOf('tailoring', fields, { state: 'proposed' }))).toBe(true);
  });
});
