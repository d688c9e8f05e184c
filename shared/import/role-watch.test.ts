import { beforeEach, expect, test } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import {
  csvBytes,
  importer,
  importLines,
  peopleTemplate,
  quietWatch,
  sessionFor,
} from '#test/support/import-run.ts';
import { MemoryWorkspace } from '#test/support/memory-workspace.ts';
import type { Actor } from '../definition/permission.ts';
import type { ImportTemplate } from './template.ts';

const people: ImportTemplate = {
  ...peopleTemplate,
  key: { column: 'name', field: 'name' },
  columns: [
    { column: 'name', field: 'name' },
    { column: 'roles', field: 'roles' },
    { column: 'state', field: 'state' },
  ],
};
const named = { type: 'person', by: 'name', create: false } as const;
const assignments: ImportTemplate = {
  ...peopleTemplate,
  recordType: 'assignment',
  key: { column: 'title', field: 'name' },
  columns: [
    { column: 'title', field: 'name' },
    { column: 'role', field: 'role' },
    { column: 'who', field: 'person', reference: named },
    { column: 'for', field: 'scope' },
    { column: 'process', field: 'process' },
    { column: 'from', field: 'from' },
    { column: 'until', field: 'until' },
    { column: 'stand in', field: 'delegate', reference: named },
    { column: 'state', field: 'state' },
  ],
};
const headings = 'title,role,who,for,process,from,until,stand in,state';

let workspace: MemoryWorkspace;
let actor: Actor;

beforeEach(async () => {
  workspace = new MemoryWorkspace(catalogue);
  const unit = [
    'name,roles,state',
    'Adams,administrator,',
    'Brown,administrator,',
    'Clark,analyst,',
    'Davis,,',
  ];
  await importLines(people, unit, workspace);
  const adams = workspace.records('person').find(({ fields }) => fields['name'] === 'Adams');
  actor = { ...importer, id: adams?.id ?? '' };
});

/** Code and line of each refusal, and its whole text. */
async function refusals(template: ImportTemplate, ...lines: readonly string[]) {
  const session = sessionFor(workspace, csvBytes(...lines), actor);
  const { tally } = await session.dryRun(template, quietWatch);
  const found = tally.problems.map(({ code, what }) => `${code} ${String(what?.line)}`);
  if (found.length === 0) await session.commit(template, quietWatch);
  else
    await expect(session.commit(template, quietWatch)).rejects.toMatchObject({
      problems: [{ code: 'OUT-IMP-011' }],
    });
  return { found, text: tally.problems.map(({ message }) => message).join(' ') };
}

test('IMP-19 nobody gives themself a role by a row of people', async () => {
  const { found } = await refusals(
    people,
    'name,roles,state',
    'Clark,analyst;approver,',
    'Adams,administrator;approver,',
  );
  expect(found).toEqual(['OUT-PER-004 3']);
});

test('IMP-19 nobody gives themself a role by an assignment or as a stand-in', async () => {
  const owner = 'processOwner';
  const { found } = await refusals(
    assignments,
    headings,
    `a,${owner},Adams,process,IM,2026-11-01,,,`,
    `b,${owner},Clark,process,RF,2026-11-01,,Adams,`,
    `c,${owner},Clark,process,RF,2026-11-01,,Davis,`,
  );
  expect(found).toEqual(['OUT-PER-004 2', 'OUT-PER-004 3']);
});

test('IMP-19 a second holder of a role of which there is one is refused, who stands in the file too', async () => {
  const first = await refusals(
    assignments,
    headings,
    'a,processOwner,Clark,process,IM,2026-11-01,2026-12-01,,',
  );
  expect(first.found).toEqual([]);
  const { found, text } = await refusals(
    assignments,
    headings,
    'b,processOwner,Davis,process,IM,2026-11-15,,,',
    'c,processOwner,Davis,process,IM,2026-12-01,,,',
    'd,processOwner,Brown,process,IM,2026-12-05,,,',
  );
  expect(found).toEqual(['OUT-PER-005 2', 'OUT-PER-005 4']);
  expect(text).toContain('Clark is it by');
  expect(text).toContain('Davis is it by');
});

test('IMP-19 no file takes the last administrator away, by role or by leaving', async () => {
  const { found, text } = await refusals(people, 'name,roles,state', 'Brown,analyst,', 'Adams,analyst,');
  expect(found).toEqual(['OUT-PER-006 3']);
  expect(text).toContain('Adams is the last one');
  const left = await refusals(people, 'name,roles,state', 'Brown,,retired', 'Adams,,retired');
  expect(left.found).toEqual(['OUT-PER-006 3']);
  const handed = await refusals(
    people,
    'name,roles,state',
    'Davis,administrator,',
    'Brown,,retired',
    'Adams,,retired',
  );
  expect(handed.found).toEqual([]);
});

test('IMP-19 keys of accounts come with no file', async () => {
  const accounts: ImportTemplate = {
    ...peopleTemplate,
    recordType: 'account',
    key: { column: 'name', field: 'name' },
    columns: [
      { column: 'name', field: 'name' },
      { column: 'who', field: 'person', reference: named },
      { column: 'key', field: 'credential' },
    ],
  };
  const bytes = csvBytes('name,who,key', 'Clark,Clark,{}');
  await expect(sessionFor(workspace, bytes, actor).dryRun(accounts, quietWatch)).rejects.toMatchObject({
    problems: [{ code: 'OUT-PER-002' }],
  });
});

test('IMP-19 who may not give roles does not make people with roles on the way either', async () => {
  const clark = { ...actor, roles: ['analyst'] as const };
  const made = { type: 'person', by: 'name', create: true, fields: { roles: 'administrator' } };
  const incidents: ImportTemplate = {
    ...peopleTemplate,
    recordType: 'incident',
    key: { column: 'number', field: 'externalReference' },
    columns: [
      { column: 'title', field: 'title' },
      { column: 'who', field: 'requester', reference: made },
    ],
    fixed: { contactType: 'phone', impact: '2', urgency: '2' },
  };
  const bytes = csvBytes('number,title,who', 'X1,Down,Stranger');
  await expect(sessionFor(workspace, bytes, clark).dryRun(incidents, quietWatch)).rejects.toMatchObject({
    problems: [{ code: 'OUT-PER-001', what: { field: 'roles' } }],
  });
});
