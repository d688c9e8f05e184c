import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { TestWindow } from '#test/support/workspace.ts';
import { lookForRoleFaults } from './look-for-role-faults.ts';

const admin: Actor = { id: 'first', roles: ['administrator'], teams: [] };
let window: TestWindow;
let people: readonly string[];

beforeEach(async () => {
  window = await TestWindow.open({ catalogue });
  window.data.setActor(admin);
  people = await Promise.all(['Ann', 'Bob'].map((name) => window.create({ name }, 'person')));
});

const look = async (): Promise<readonly string[]> => {
  await window.data.reloadConfig();
  return (await lookForRoleFaults(window.data, window.data.now())).map(({ title }) => title);
};
const own = (process: string, person: string | undefined): Promise<string> => {
  const fields = { name: 'x', role: 'processOwner', scope: 'process', process, from: 0 };
  return window.create({ ...fields, person: person ?? null }, 'assignment');
};

test('PER-224 administrators are told once of what broke, and again when it breaks anew', async () => {
  expect(await look()).toEqual([`${catalogue.processes.length} roles are not held as they must be`]);
  expect(await look()).toEqual([]);
  const given = await own('IM', people[0]);
  expect(await look()).toEqual([]);
  await window.must({ kind: 'act', record: given, action: 'end', inputs: {} });
  expect(await look()).toEqual(['Incident Management has no process owner.']);
  expect(await look()).toEqual([]);
});

test('PER-224 nobody else is told', async () => {
  window.data.setActor({ ...admin, roles: ['analyst', 'processOwner'] });
  expect(await look()).toEqual([]);
});
