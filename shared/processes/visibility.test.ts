import { expect, test } from 'vitest';
import fc from 'fast-check';
import { emptyConfig } from '../definition/config.ts';
import type { Actor, ScopedRole } from '../definition/permission.ts';
import { allRoles } from '../definition/roles.ts';
import { columnValues } from '../engine/column-values.ts';
import { meets, resolveConditions } from '../engine/query.ts';
import { viewOf } from '#test/support/views.ts';
import { catalogue } from './catalogue.ts';

const people = ['ann', 'bob', 'cid'] as const;
const scoped: fc.Arbitrary<ScopedRole> = fc.oneof(
  fc.record({
    role: fc.constantFrom(...allRoles),
    scope: fc.constant('process'),
    of: fc.constantFrom('IM', 'RF'),
  }),
  fc.record({
    role: fc.constantFrom(...allRoles),
    scope: fc.constant('service'),
    of: fc.constantFrom('s1', 's2'),
  }),
  fc.record({
    role: fc.constantFrom(...allRoles),
    scope: fc.constant('team'),
    of: fc.constantFrom('t1', 't2'),
  }),
);

const actors: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom(...people),
  roles: fc.oneof(fc.constant([]), fc.subarray([...allRoles])),
  teams: fc.constant([]),
  scoped: fc.array(scoped, { maxLength: 3 }),
});

const somebody = fc.option(fc.constantFrom(...people), { nil: null });

const limited = catalogue.types.filter((type) => type.visible);

test.each(limited.map((type) => [type.name, type] as const))(
  'PER-206 the lists of %s hold exactly the records that its rule lets one see',
  (name, type) => {
    const named = ['requester', 'onBehalfOf', 'assignee', 'majorManager', 'approver', 'author'].filter(
      (field) => type.fields[field],
    );
    const fields = fc.record({
      ...Object.fromEntries(named.map((field) => [field, somebody])),
      ...(type.fields['service'] ? { service: fc.constantFrom('s1', 's2', null) } : {}),
      ...(type.fields['team'] ? { team: fc.constantFrom('t1', 't2', null) } : {}),
      ...(type.fields['path'] ? { path: fc.constantFrom('normal', 'major', 'security') } : {}),
      ...(type.fields['audience'] ? { audience: fc.constantFrom('users', 'desk') } : {}),
    });
    const states = fc.constantFrom(...Object.keys(type.lifecycle.states));
    fc.assert(
      fc.property(actors, fields, states, fc.constantFrom(...people), (actor, values, state, createdBy) => {
        const record = viewOf(name, values, { state, createdBy, updatedBy: createdBy });
        const conditions = resolveConditions(type.visible?.(actor) ?? [], { actor, now: 0, zone: 'UTC' });
        const isListed =
          type.see.allows(actor, undefined) &&
          meets(columnValues(type, record, emptyConfig, record.updatedAt), conditions);
        expect(isListed).toBe(type.see.allows(actor, record));
      }),
    );
  },
);

test('incidents, requests, their parts, articles and what belongs to assessments are limited', () => {
  expect(limited.map((type) => type.name).sort()).toEqual([
    'agreed-rating',
    'article',
    'assessment',
    'assessment-result',
    'assessment-session',
    'evidence',
    'finding',
    'incident',
    'rating',
    'recommendation',
    'report-signature',
    'request',
    'request-item',
    'request-task',
  ]);
});
