import { describe, expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import { allRoles, type Role } from '#shared/definition/roles.ts';
import { permissionMatrix, type Permission } from '#shared/engine/permission-matrix.ts';

const rows = permissionMatrix(catalogue, allRoles);
const cell = (type: string, what: string, role: Role): Permission | undefined =>
  rows.find((row) => row.type.name === type && row.what === what)?.byRole[role];

describe.each(rows.map((row) => [`${row.type.name} ${row.what}`, row] as const))('%s', (_name, row) => {
  test('PER-230 every role has an answer, somebody may, and not everybody may change', () => {
    expect(Object.keys(row.byRole)).toEqual(allRoles);
    const answers = Object.values(row.byRole);
    expect(answers.some((answer) => answer !== 'no')).toBe(true);
    if (!/^(create|note|see.*)$/.test(row.what) || row.what.startsWith('see ')) {
      expect(answers.every((answer) => answer === 'yes')).toBe(false);
    }
  });

  test('PER-231 a requester does nothing to the unit data or configuration', () => {
    const isOwn = ['account', 'assignment', 'assessment'].includes(row.type.name);
    if (!(row.type.config || row.type.process === 'FND') || /^see\b/.test(row.what) || isOwn) return;
    expect(row.byRole['requester']).toBe('no');
  });
});

test('PER-230 the matrix has every record type with every action', () => {
  const expected = catalogue.types.flatMap(({ name, lifecycle }) =>
    ['create', 'see', 'edit', 'note', ...lifecycle.transitions.map(({ action }) => action)].map(
      (what) => `${name} ${what}`,
    ),
  );
  const actual = rows
    .map(({ type, what }) => `${type.name} ${what}`)
    .filter((one) => !/ (see|edit) /.test(one));
  expect(actual).toEqual(expected);
});

test('PER-234 the matrix has a row for each field that is seen or changed by fewer than its record', () => {
  const expected = catalogue.types.flatMap(({ name, fields }) =>
    Object.entries(fields).flatMap(([field, { visibleTo, changedBy, readOnly, isSecret }]) => [
      ...(visibleTo && !isSecret ? [`${name} see ${field}`] : []),
      ...((visibleTo ?? changedBy) && !isSecret && !readOnly ? [`${name} edit ${field}`] : []),
    ]),
  );
  expect(expected).toContain('incident see containment');
  expect(expected).toContain('person edit roles');
  const actual = rows
    .map(({ type, what }) => `${type.name} ${what}`)
    .filter((one) => / (see|edit) /.test(one));
  expect(actual).toEqual(expected);
});

test.each<[type: string, what: string, role: Role, expected: Permission]>([
  ['unit', 'edit', 'administrator', 'yes'],
  ['unit', 'edit', 'processOwner', 'no'],
  ['account', 'create', 'administrator', 'yes'],
  ['account', 'create', 'analyst', 'no'],
  ['account', 'edit', 'requester', 'filtered'],
  ['assignment', 'create', 'administrator', 'yes'],
  ['assignment', 'create', 'processOwner', 'no'],
  ['assignment', 'end', 'processOwner', 'no'],
  ['assignment', 'delegate', 'processOwner', 'no'],
  ['incident', 'create', 'requester', 'yes'],
  ['incident', 'see', 'requester', 'filtered'],
  ['incident', 'see', 'analyst', 'filtered'],
  ['incident', 'see', 'securityAnalyst', 'yes'],
  ['incident', 'see', 'assessor', 'filtered'],
  ['incident', 'edit', 'assessor', 'filtered'],
  ['incident', 'see containment', 'securityAnalyst', 'yes'],
  ['incident', 'see containment', 'analyst', 'filtered'],
  ['incident', 'see containment', 'processOwner', 'filtered'],
  ['incident', 'edit containment', 'assessor', 'filtered'],
  ['person', 'edit roles', 'analyst', 'no'],
  ['person', 'edit roles', 'administrator', 'yes'],
  ['incident', 'declareMajor', 'analyst', 'no'],
  ['request', 'approve', 'approver', 'yes'],
  ['request', 'approve', 'requester', 'filtered'],
  ['request', 'releaseFunds', 'analyst', 'no'],
  ['service', 'offer', 'processOwner', 'yes'],
  ['service', 'offer', 'analyst', 'no'],
  ['service', 'edit', 'serviceManager', 'yes'],
  ['service', 'edit', 'serviceOwner', 'filtered'],
  ['service', 'create', 'serviceOwner', 'no'],
  ['team', 'edit', 'functionOwner', 'filtered'],
  ['incident', 'see', 'functionManager', 'filtered'],
  ['agreement', 'putInForce', 'analyst', 'no'],
  ['agreement', 'edit', 'processOwner', 'yes'],
])('PER-232 %s, %s: %s %s', (type, what, role, expected) => {
  expect(cell(type, what, role)).toBe(expected);
});
