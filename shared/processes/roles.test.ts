import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../definition/permission.ts';
import type { FieldValues } from '../definition/values.ts';
import { assignmentsOf, rolesOf } from '../engine/assignments.ts';
import type { Command } from '../engine/commands.ts';
import { Desk, day, hour, monday } from '#test/support/desk.ts';

let desk: Desk;
let admin: Actor;
let second: Actor;
let analyst: Actor;
let user: Actor;

beforeEach(() => {
  desk = Desk.seeded();
  admin = desk.person('Adams', 'administrator');
  second = desk.person('Brown', 'administrator');
  analyst = desk.person('Clark', 'analyst');
  user = desk.person('Davis', 'requester');
});

const owner = (person: string, more: FieldValues = {}): FieldValues => ({
  name: 'Owner',
  role: 'processOwner',
  person,
  scope: 'process',
  process: 'IM',
  ...more,
});

async function told(actor: Actor, command: Command): Promise<string> {
  const problems = await desk.try(actor, command);
  return problems.map(({ code, message, next }) => `${code} ${message} ${next ?? ''}`).join('\n');
}

const assign = (actor: Actor, fields: FieldValues): Promise<string> =>
  told(actor, { kind: 'create', type: 'assignment', fields });

/** The person with all the roles they have now. */
function now(person: Actor): Actor {
  const held = rolesOf(desk.view(person.id), assignmentsOf(desk.all('assignment')), desk.now);
  return { id: person.id, teams: [], ...held };
}

describe('giving roles', () => {
  test('PER-210 only administrators give roles, and the refusal names them', async () => {
    const refused = await assign(analyst, owner(user.id));
    expect(refused).toContain('OUT-PER-001');
    expect(refused).toContain('Now that is Adams or Brown.');
    expect(await assign(admin, owner(user.id))).toBe('');
  });

  test('PER-210 roles on a person’s record are the administrator’s too', async () => {
    const edit = { kind: 'edit', record: user.id, fields: { roles: ['administrator'] } } as const;
    expect(await told(analyst, edit)).toContain('OUT-PER-001');
    const made = { kind: 'create', type: 'person', fields: { name: 'X', roles: ['analyst'] } } as const;
    expect(await told(analyst, made)).toContain('OUT-PER-001');
    expect(await told(analyst, { ...edit, fields: { phone: '555' } })).toBe('');
    expect(await told(admin, edit)).toBe('');
  });

  test('PER-211 nobody gives a role to themself, by assignment, delegation or record', async () => {
    expect(await assign(admin, owner(admin.id))).toContain('OUT-PER-004');
    expect(await assign(admin, owner(admin.id))).toContain('Now that is Brown.');
    const own = { kind: 'edit', record: admin.id, fields: { roles: ['administrator', 'analyst'] } } as const;
    expect(await told(admin, own)).toContain('OUT-PER-004');
    const id = await desk.create(admin, 'assignment', owner(user.id));
    const inputs = { delegate: admin.id, delegateUntil: monday + day };
    expect(await told(admin, { kind: 'act', record: id, action: 'delegate', inputs })).toContain(
      'OUT-PER-004',
    );
    expect(await told(second, { kind: 'edit', record: id, fields: { person: second.id } })).toContain(
      'OUT-PER-004',
    );
    expect(await told(second, { kind: 'edit', record: id, fields: { person: admin.id } })).toBe('');
    expect(await told(admin, { kind: 'edit', record: id, fields: { until: monday + 9 * day } })).toContain(
      'OUT-PER-004',
    );
    expect(await told(admin, { kind: 'edit', record: id, fields: { reason: 'Order 7' } })).toBe('');
  });

  test('PER-211 the first administrator does, while there is no other', async () => {
    await desk.act(admin, second.id, 'retire');
    expect(await assign(admin, owner(admin.id))).toBe('');
  });

  test('PER-212 a second owner at the same time is refused, and the present one named', async () => {
    await desk.create(admin, 'assignment', owner(analyst.id, { until: monday + day }));
    const refused = await assign(admin, owner(user.id));
    expect(refused).toContain('OUT-PER-005');
    expect(refused).toContain('Clark');
    expect(refused).toContain('process owner of IM');
    expect(refused).toContain('the right “administer this unit”. Now that is Brown.');
    expect(await assign(admin, owner(user.id, { from: monday + day }))).toBe('');
    expect(await assign(admin, owner(user.id, { process: 'RF' }))).toBe('');
  });

  test('PER-212 one owner of a service, too; what stood before may still be ended', async () => {
    const service = desk.put('service', { name: 'Radio', owner: analyst.id });
    const fields = { name: 'x', role: 'serviceOwner', scope: 'service', service };
    const first = await desk.create(admin, 'assignment', { ...fields, person: analyst.id });
    expect(await assign(admin, { ...fields, person: user.id })).toContain('service owner of Radio');
    // As another laptop wrote it at the same time.
    desk.put('assignment', { ...fields, person: user.id, from: monday });
    expect(await told(admin, { kind: 'edit', record: first, fields: { reason: 'Order 7' } })).toBe('');
    expect((await desk.act(admin, first, 'end')).state).toBe('ended');
  });

  test('PER-213 the last administrator stays', async () => {
    const drop = (who: Actor): Command => ({ kind: 'edit', record: who.id, fields: { roles: [] } });
    expect(await told(admin, drop(second))).toBe('');
    expect(await told(admin, drop(admin))).toContain('OUT-PER-006 Adams is the last one');
    const able: Actor = { ...admin, roles: ['administrator', 'analyst'] };
    expect(await desk.refusal(able, admin.id, 'retire')).toContain('OUT-PER-006');
    // One with an end does not count.
    await desk.create(admin, 'assignment', {
      name: 'x',
      role: 'administrator',
      person: user.id,
      until: monday + day,
    });
    expect(await told(admin, drop(admin))).toContain('OUT-PER-006');
    await desk.create(admin, 'assignment', { name: 'x', role: 'administrator', person: analyst.id });
    expect(await told(admin, drop(admin))).toBe('');
    expect(await desk.refusal({ ...admin, roles: ['administrator'] }, analyst.id, 'retire')).toContain(
      'OUT-PER-006',
    );
  });

  test('PER-214 an owner delegates their own role, and nobody else’s', async () => {
    const id = await desk.create(admin, 'assignment', owner(analyst.id));
    const inputs = { delegate: user.id, delegateUntil: monday + day };
    const delegate: Command = { kind: 'act', record: id, action: 'delegate', inputs };
    expect(await told(user, delegate)).toContain('OUT-PER-001');
    expect(await told(now(analyst), delegate)).toBe('');
    expect(now(user).scoped).toEqual([{ role: 'processOwner', scope: 'process', of: 'IM' }]);
    // Whoever stands in does not hand it on.
    expect(await told(now(user), delegate)).toContain('OUT-PER-001');
    await desk.act(now(analyst), id, 'takeBack');
    expect(now(user).scoped).toEqual([]);
  });

  test('PER-215 a role is given where it can be held, with the part named', async () => {
    expect(await assign(admin, owner(user.id, { process: null }))).toContain('OUT-VAL-001');
    expect(await assign(admin, { ...owner(user.id), role: 'administrator' })).toContain('whole unit');
    expect(await assign(admin, owner(user.id, { from: monday, until: monday - day }))).toContain(
      'ends before it begins',
    );
  });
});

describe('a role for a part of the unit', () => {
  test('PER-205 an owner decides for their process only', () => {
    const scoped = [{ role: 'processOwner', scope: 'process', of: 'RF' }] as const;
    const held: Actor = { id: user.id, roles: [], teams: [], scoped };
    const permit = (type: string, action: string) =>
      desk.type(type).lifecycle.transitions.find((one) => one.action === action)?.permit;
    expect(permit('catalogue-item', 'publish')?.allows(held, undefined)).toBe(true);
    expect(permit('service', 'offer')?.allows(held, undefined)).toBe(false);
    const whole: Actor = { ...held, roles: ['processOwner'], scoped: [] };
    expect(permit('service', 'offer')?.allows(whole, undefined)).toBe(true);
  });

  test('PER-205 an analyst of a team works on its records only', async () => {
    const [ours, theirs] = [desk.put('team', { name: 'Ours' }), desk.put('team', { name: 'Theirs' })];
    const scoped = [{ role: 'analyst', scope: 'team', of: ours }] as const;
    const held: Actor = { id: user.id, roles: [], teams: [], scoped };
    const incident = (team: string) =>
      desk.put('incident', { title: 'x', requester: analyst.id, impact: '3', urgency: '3', team });
    const edit = (record: string): Command => ({ kind: 'edit', record, fields: { title: 'Changed' } });
    expect(await told(held, edit(incident(ours)))).toBe('');
    expect(await told(held, edit(incident(theirs)))).toContain('OUT-VAL-022');
  });

  test('PER-205 a service owner keeps their own service', async () => {
    const service = desk.put('service', { name: 'Radio', owner: user.id });
    const other = desk.put('service', { name: 'Voice', owner: analyst.id });
    const scoped = [{ role: 'serviceOwner', scope: 'service', of: service }] as const;
    const held: Actor = { id: user.id, roles: [], teams: [], scoped };
    const edit = (record: string): Command => ({ kind: 'edit', record, fields: { contact: '555' } });
    expect(await told(held, edit(service))).toBe('');
    expect(await told(held, edit(other))).toContain('OUT-PER-001');
  });
});

test('PER-216 duties stay separate whatever the role: who made a record may be kept from deciding on it', async () => {
  const everything = desk.person('Evans', 'administrator', 'approver', 'analyst');
  const request = await desk.create(everything, 'request', {
    title: 'Laptop',
    requester: everything.id,
    items: [{ item: desk.seed('catalogue-item', 'item-laptop'), quantity: 1 }],
  });
  desk.now += hour;
  const answers = [{ question: 'For whom?', answer: 'Me' }];
  await desk.edit(everything, request, { answers });
  await desk.act(everything, request, 'submit', { approver: admin.id });
  const refused = await desk.refusal(everything, request, 'approve');
  expect(refused).toContain('OUT-PER-004');
  expect(refused).toContain('asked for it yourself');
  const told = await desk.try(everything, { kind: 'act', record: request, action: 'approve', inputs: {} });
  expect(told[0]?.next).toContain('the right “decide on requests” to do it. Now that is Adams or Brown.');
});
