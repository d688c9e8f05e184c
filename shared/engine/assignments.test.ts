import { describe, expect, test } from 'vitest';
import type { RecordView } from '../definition/record.ts';
import type { FieldValues } from '../definition/values.ts';
import { Desk, day, hour, monday } from '#test/support/desk.ts';
import { assignmentsOf, collide, nextChange, rolesOf } from './assignments.ts';

const desk = new Desk();
const maria = desk.person('Maria', 'analyst');
const noor = desk.person('Noor');

function assigned(fields: FieldValues): RecordView {
  return desk.view(
    desk.put('assignment', {
      name: 'x',
      role: 'processOwner',
      person: maria.id,
      scope: 'process',
      process: 'IM',
      from: monday,
      ...fields,
    }),
  );
}

const read = (...records: readonly RecordView[]) => assignmentsOf(records);
const im = { role: 'processOwner', scope: 'process', of: 'IM' } as const;

describe('the roles of a person', () => {
  test('PER-201 are those of the record and those of assignments in force: from ≤ now < until', () => {
    const some = read(assigned({ until: monday + day }));
    const at = (now: number) => rolesOf(desk.view(maria.id), some, now);
    expect(at(monday - 1)).toEqual({ roles: ['analyst'], scoped: [] });
    expect(at(monday)).toEqual({ roles: ['analyst'], scoped: [im] });
    expect(at(monday + day - 1).scoped).toEqual([im]);
    expect(at(monday + day).scoped).toEqual([]);
  });

  test('PER-201 a role for the whole unit counts as one on the record, once', () => {
    const whole = { scope: 'workspace', role: 'analyst' };
    expect(rolesOf(desk.view(maria.id), read(assigned(whole)), monday)).toEqual({
      roles: ['analyst'],
      scoped: [],
    });
    const approver = assigned({ ...whole, role: 'approver', person: noor.id });
    expect(rolesOf(desk.view(noor.id), read(approver), monday).roles).toEqual(['approver']);
  });

  test('PER-202 a delegate has the role for that time, and whoever delegates keeps it', () => {
    const some = read(
      assigned({ delegate: noor.id, delegateFrom: monday + hour, delegateUntil: monday + 3 * hour }),
    );
    const scopedOf = (id: string, now: number) => rolesOf(desk.view(id), some, now).scoped;
    expect(scopedOf(noor.id, monday)).toEqual([]);
    expect(scopedOf(noor.id, monday + hour)).toEqual([im]);
    expect(scopedOf(maria.id, monday + hour)).toEqual([im]);
    expect(scopedOf(noor.id, monday + 3 * hour)).toEqual([]);
  });

  test('PER-202 a delegation ends with the assignment', () => {
    const some = read(assigned({ delegate: noor.id, until: monday + hour }));
    expect(rolesOf(desk.view(noor.id), some, monday).scoped).toEqual([im]);
    expect(rolesOf(desk.view(noor.id), some, monday + hour).scoped).toEqual([]);
  });

  test('PER-201 somebody who has left has none', () => {
    const gone = { ...desk.view(maria.id), state: 'retired' };
    expect(rolesOf(gone, read(assigned({})), monday)).toEqual({ roles: [], scoped: [] });
  });
});

test('PER-203 the next change is the nearest instant at which one begins or ends', () => {
  const some = read(
    assigned({ from: monday + hour, until: monday + day }),
    assigned({ person: 'else', delegate: maria.id, delegateUntil: monday + 2 * hour }),
    assigned({ person: 'else', until: monday + 1 }),
  );
  expect(nextChange(maria.id, some, monday)).toBe(monday + hour);
  expect(nextChange(maria.id, some, monday + hour)).toBe(monday + 2 * hour);
  expect(nextChange(maria.id, some, monday + 2 * hour)).toBe(monday + day);
  expect(nextChange(maria.id, some, monday + day)).toBeUndefined();
});

test.each([
  ['the same role of the same process at the same time', { person: 'b' }, true],
  ['the same person twice', {}, false],
  ['another process', { person: 'b', process: 'RF' }, false],
  ['a role of which there may be several', { person: 'b', role: 'processManager' }, false],
  ['one after the other', { person: 'b', from: monday + day }, false],
  ['the whole unit', { person: 'b', scope: 'workspace' }, false],
])('PER-212 two owners: %s', (_what, fields, expected) => {
  const [one, other] = read(assigned({ until: monday + day }), assigned(fields));
  expect(one && other && collide(one, other)).toBe(expected);
});
