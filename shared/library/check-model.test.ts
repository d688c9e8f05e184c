import { expect, test } from 'vitest';
import { soundModel, soundProcess } from '#test/support/reference-model.ts';
import { checkModel } from './check-model.ts';
import type { LibraryActivity, LibraryFunction, Overlay, ReferenceModel, Responsibility } from './model.ts';

const messages = (model: ReferenceModel) => checkModel(model).map(({ message }) => message);
const withProcess = (changes: Parameters<typeof soundProcess>[0]) => {
  const model = soundModel();
  return { ...model, processes: [soundProcess(changes), ...model.processes.slice(1)] };
};

function withActivity(changes: Partial<LibraryActivity>): ReferenceModel {
  const [activity] = soundProcess().activities;
  if (!activity) throw new Error('No activity.');
  return withProcess({ activities: [{ ...activity, ...changes }] });
}

const raci = (changes: Partial<Responsibility>): Responsibility => ({
  accountable: ['owner'],
  responsible: ['doer'],
  consulted: [],
  informed: [],
  ...changes,
});

const nowhere = { document: 'DOC', section: '1' };
const desk: LibraryFunction = {
  code: 'DESK',
  name: 'Desk',
  purpose: 'Answers.',
  scope: 'Calls.',
  benefits: [],
  primary: { domains: ['D'], processes: ['AA'] },
  secondary: { domains: ['X'], processes: ['ZZ'] },
  parties: raci({ accountable: ['One', 'Two'] }),
  sources: [nowhere],
};
const overlay: Overlay = {
  code: 'OV',
  name: 'Overlay',
  purpose: 'Lies over.',
  on: ['ZZ'],
  outcomes: [{ code: 'OV-O1', text: 'There', activities: ['OV9'] }],
  activities: [],
  inputs: [],
  outputs: [],
  sources: [{ document: 'NONE', section: '1' }],
};

test('LIB-120 A model without fault passes.', () => {
  expect(messages(soundModel())).toEqual([]);
});

test.each<[string, ReferenceModel, readonly string[]]>([
  ['domain', withProcess({ domain: 'X' }), ['AA, domain: nothing has the code “X”.']],
  [
    'no outcome',
    withProcess({ outcomes: [] }),
    ['AA, outcomes: is empty; without outcomes nothing can be assessed.'],
  ],
  [
    'outcome twice',
    withProcess({ outcomes: [{ code: 'BB-O1', text: 'Same code', evidence: 'None' }] }),
    ['MODEL, outcomes: “BB-O1” comes twice.'],
  ],
  [
    'two accountable',
    withActivity({ raci: raci({ accountable: ['owner', 'doer'] }) }),
    ['AA, activities.AA1.raci.accountable: names 2; exactly one is accountable.'],
  ],
  [
    'nobody accountable',
    withActivity({ raci: raci({ accountable: [] }) }),
    ['AA, activities.AA1.raci.accountable: names 0; exactly one is accountable.'],
  ],
  [
    'nobody responsible',
    withActivity({ raci: raci({ responsible: [] }) }),
    ['AA, activities.AA1.raci.responsible: names nobody who does the work.'],
  ],
  [
    'unknown role',
    withActivity({ raci: raci({ consulted: ['sage'] }) }),
    ['AA, activities.AA1.raci: nothing has the code “sage”.'],
  ],
  [
    'unknown control',
    withActivity({ control: 'monitor', tasks: [] }),
    ['AA, activities.AA1.control: nothing has the code “monitor”.'],
  ],
  ['no task', withActivity({ tasks: [] }), ['AA, activities.AA1.tasks: names no task.']],
  [
    'role twice',
    withProcess({ roles: [{ code: 'owner', name: 'Owner', does: 'Owns.' }], activities: [] }),
    ['AA, roles: “owner” comes twice.'],
  ],
  [
    'no source',
    withProcess({ sources: [{ part: 'purpose', ...nowhere }] }),
    ['AA, sources: names no source for outcomes.'],
  ],
  [
    'unknown document',
    withProcess({ clauses: [{ document: 'NONE', section: '1' }] }),
    ['AA, sources: nothing has the code “NONE”.'],
  ],
  [
    'interface to nowhere',
    soundModel({ flows: [{ from: 'AA', to: 'ZZ', what: 'Something', source: nowhere }] }),
    ['AA, flows.to: nothing has the code “ZZ”.'],
  ],
  [
    'interface to itself',
    soundModel({ flows: [{ from: 'AA', to: 'AA', what: 'Something', source: nowhere }] }),
    ['AA, flows.to: leads back to where it comes from.'],
  ],
  [
    'process twice',
    soundModel({
      processes: [
        soundProcess(),
        soundProcess({ outcomes: [{ code: 'X-O1', text: 'X', evidence: 'X' }], activities: [] }),
      ],
      flows: [],
    }),
    ['MODEL, processes: “AA” comes twice.'],
  ],
  [
    'function',
    soundModel({ functions: [desk] }),
    [
      'DESK, secondary.domains: nothing has the code “X”.',
      'DESK, secondary.processes: nothing has the code “ZZ”.',
      'DESK, parties.accountable: names 2; exactly one is accountable.',
    ],
  ],
  [
    'overlay',
    soundModel({ overlays: [overlay] }),
    [
      'OV, sources: nothing has the code “NONE”.',
      'OV, on: nothing has the code “ZZ”.',
      'OV, outcomes.OV-O1.activities: nothing has the code “OV9”.',
    ],
  ],
])('LIB-120 A fault is told with its process and field: %s.', (_, model, expected) => {
  expect(messages(model)).toEqual(expected);
});
