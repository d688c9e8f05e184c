import { expect, test } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import type { FieldValues } from '../definition/values.ts';
import { Desk, monday } from '#test/support/desk.ts';
import { assignmentsOf } from './assignments.ts';
import { ownersOf, roleFaults, type RoleFacts } from './role-faults.ts';

const incident = catalogue.processes.filter(({ code }) => code === 'IM');

function facts(desk: Desk, processes = incident): RoleFacts {
  return {
    processes,
    services: desk.all('service'),
    people: desk.all('person'),
    assignments: assignmentsOf(desk.all('assignment')),
    now: desk.now,
  };
}

function own(desk: Desk, person: string, more: FieldValues = {}): string {
  const fields = { name: 'x', role: 'processOwner', scope: 'process', process: 'IM', from: monday };
  return desk.put('assignment', { ...fields, person, ...more });
}

const kinds = (desk: Desk) => roleFaults(facts(desk)).map(({ kind }) => kind);

test('PER-220 each process has exactly one owner now', () => {
  const desk = new Desk();
  const [ann, bob] = [desk.person('Ann'), desk.person('Bob')];
  expect(kinds(desk)).toEqual(['noOwner']);
  own(desk, ann.id, { from: monday + 1 });
  expect(kinds(desk)).toEqual(['noOwner']);
  const first = own(desk, ann.id);
  expect(kinds(desk)).toEqual([]);
  const second = own(desk, bob.id);
  expect(roleFaults(facts(desk))).toMatchObject([
    { kind: 'severalOwners', says: expect.stringContaining('Ann and Bob'), records: [first, second] },
  ]);
});

test('PER-220 who has the role for the whole unit owns what nobody else does', () => {
  const desk = new Desk();
  const chief = desk.person('Chief', 'processOwner');
  expect(ownersOf('IM', facts(desk))).toEqual([chief.id]);
  const ann = desk.person('Ann');
  own(desk, ann.id);
  expect(ownersOf('IM', facts(desk))).toEqual([ann.id]);
  expect(kinds(desk)).toEqual([]);
});

test('PER-220 an owner who has left is told', () => {
  const desk = new Desk();
  const gone = desk.put('person', { name: 'Gone' }, undefined, [{ action: 'retire', inputs: {} }]);
  own(desk, gone);
  expect(kinds(desk)).toEqual(['ownerLeft']);
});

test('PER-221 each service in use has one owner, who stays, and the assignment agrees', () => {
  const desk = new Desk();
  const ann = desk.person('Ann', 'processOwner');
  const bob = desk.person('Bob');
  const offered = [{ action: 'offer', inputs: {} }];
  desk.put('service', { name: 'Idea' });
  expect(kinds(desk)).toEqual([]);
  desk.put('service', { name: 'Radio' }, undefined, offered);
  expect(kinds(desk)).toEqual(['noOwner']);
  const mail = desk.put('service', { name: 'Mail', owner: ann.id }, undefined, offered);
  expect(kinds(desk)).toEqual(['noOwner']);
  const given = { name: 'x', role: 'serviceOwner', scope: 'service', service: mail, from: monday };
  desk.put('assignment', { ...given, person: ann.id });
  expect(kinds(desk)).toEqual(['noOwner']);
  desk.put('assignment', { ...given, person: bob.id });
  expect(kinds(desk)).toEqual(['noOwner', 'otherOwner']);
});

test('PER-222 each activity has one who is accountable', () => {
  const desk = new Desk();
  desk.person('Chief', 'processOwner');
  expect(roleFaults(facts(desk, [...catalogue.processes]))).toEqual([]);
  const [process] = incident;
  const [activity] = process?.activities ?? [];
  if (!process || !activity) throw new Error('No activity.');
  const blank = { ...activity, raci: { ...activity.raci, accountable: ' ' } };
  const faults = roleFaults(facts(desk, [{ ...process, activities: [blank] }]));
  expect(faults.map(({ says }) => says)).toEqual([`Nobody is accountable for IM1 ${activity.name}.`]);
});
