import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../definition/permission.ts';
import type { FieldValues } from '../definition/values.ts';
import type { Command } from '../engine/commands.ts';
import { day, Desk } from '#test/support/desk.ts';

let desk: Desk;
let owner: Actor;
let analyst: Actor;

beforeEach(() => {
  desk = Desk.seeded();
  owner = desk.person('Owner', 'processOwner');
  analyst = desk.person('Analyst', 'analyst');
});

async function problems(actor: Actor, command: Command): Promise<string> {
  return (await desk.try(actor, command)).map(({ code, message }) => `${code} ${message}`).join('\n');
}

describe('priority matrix', () => {
  const cells = ['1', '2', '3'].flatMap((impact) =>
    ['1', '2', '3'].map((urgency) => ({ impact, urgency, priority: '5' })),
  );
  const matrix = (rows: typeof cells): Command => ({
    kind: 'create',
    type: 'priority-matrix',
    fields: { name: 'Ours', cells: rows },
  });

  test('holds each pair once', async () => {
    expect(await problems(owner, matrix(cells.slice(1)))).toContain(
      'impact High and urgency High is missing',
    );
    const twice = [...cells.slice(0, 8), { impact: '1', urgency: '1', priority: '1' }];
    expect(await problems(owner, matrix(twice))).toContain('stands more than once');
    expect(
      await problems(owner, matrix([...cells.slice(1), { impact: '1', urgency: '1', priority: '6' }])),
    ).toContain('OUT-VAL-004');
  });

  test('the newest active one counts for records that exist', async () => {
    const id = await desk.create(analyst, 'incident', {
      title: 'x',
      requester: analyst.id,
      impact: '1',
      urgency: '1',
    });
    expect(desk.derived(id)['priority']).toBe('1');
    desk.now += 1000;
    const ours = await desk.create(owner, 'priority-matrix', { name: 'Ours', cells });
    expect(desk.derived(id)['priority']).toBe('5');
    await desk.act(owner, ours, 'retire');
    expect(desk.derived(id)['priority']).toBe('1');
  });

  test('is changed by those who answer for the process only', async () => {
    expect(await problems(analyst, matrix(cells))).toContain('OUT-PER-001');
  });
});

describe('service calendar', () => {
  const calendar = (fields: FieldValues): Command => ({
    kind: 'create',
    type: 'service-calendar',
    fields: { name: 'Ours', zone: 'Europe/Berlin', ...fields },
  });

  test.each([
    ['no hours', { hours: [] }, 'no opening hours'],
    ['a weekday that does not exist', { hours: [{ day: 8, from: '08:00', to: '17:00' }] }, 'Weekday'],
    ['a time that does not exist', { hours: [{ day: 1, from: '08:00', to: '25:00' }] }, 'OUT-VAL-002'],
    ['a zone that does not exist', { zone: 'Mars/Base', alwaysOpen: true }, 'Mars/Base'],
  ])('refuses %s', async (_what, fields, says) => {
    expect(await problems(owner, calendar(fields))).toContain(says);
  });

  test('takes breaks, and hours up to midnight', async () => {
    const hours = [
      { day: 1, from: '08:00', to: '12:00' },
      { day: 1, from: '12:00', to: '24:00' },
    ];
    expect(await problems(owner, calendar({ hours }))).toBe('');
  });
});

describe('agreement', () => {
  const target = { recordType: 'incident', measure: 'resolution', priority: '1', target: 'PT2H' };

  test('needs both signatures, of two people, and targets before it is in force', async () => {
    const id = await desk.create(owner, 'agreement', { name: 'Ours', kind: 'sla' });
    await desk.act(owner, id, 'negotiate');
    const signed = { authorisedCustomer: analyst.id, authorisedProvider: owner.id };
    expect(await desk.refusal(owner, id, 'agree', { authorisedCustomer: analyst.id })).toContain(
      'OUT-VAL-001',
    );
    expect(await desk.refusal(owner, id, 'agree', { ...signed, authorisedCustomer: owner.id })).toContain(
      'both sides',
    );
    await desk.act(owner, id, 'agree', signed);
    expect(await desk.refusal(owner, id, 'putInForce', { validFrom: '2026-11-02' })).toContain('no targets');
    await desk.edit(owner, id, { targets: [target] });
    await desk.act(owner, id, 'putInForce', { validFrom: '2026-11-02' });
    expect(desk.view(id).state).toBe('inForce');
  });

  test('standard levels need no other side, and only they do not', async () => {
    const fields = { name: 'Ours', kind: 'sla', targets: [target] };
    const ours = await desk.create(owner, 'agreement', fields);
    expect((await desk.act(owner, ours, 'adopt')).state).toBe('inForce');
    const theirs = await desk.create(owner, 'agreement', {
      ...fields,
      organisations: [desk.put('organisation', { name: 'Brigade' })],
    });
    expect(await desk.refusal(owner, theirs, 'adopt')).toContain('both sides must agree');
  });

  test('refuses the same target twice and an end before the start', async () => {
    const fields = { name: 'Ours', kind: 'sla' };
    const twice = { ...fields, targets: [target, { ...target, target: 'PT3H' }] };
    expect(await problems(owner, { kind: 'create', type: 'agreement', fields: twice })).toContain(
      'lines 1 and 2',
    );
    const dates = { ...fields, validFrom: '2026-11-02', validUntil: '2026-11-01' };
    expect(await problems(owner, { kind: 'create', type: 'agreement', fields: dates })).toContain(
      'lies after it',
    );
  });

  test('a contract names its supplier', async () => {
    const fields = { name: 'Ours', kind: 'uc' };
    expect(await problems(owner, { kind: 'create', type: 'agreement', fields })).toContain('Supplier');
  });

  test('drives the clocks of its service only while in force', async () => {
    const mail = desk.put('service', { name: 'Mail' });
    const incident = await desk.create(analyst, 'incident', {
      title: 'x',
      requester: analyst.id,
      service: mail,
      impact: '1',
      urgency: '1',
    });
    const usual = desk.derived(incident)['resolutionDue'];
    const id = await desk.create(owner, 'agreement', {
      name: 'Mail',
      kind: 'sla',
      services: [mail],
      targets: [target],
    });
    expect(desk.derived(incident)['resolutionDue']).toBe(usual);
    await desk.act(owner, id, 'negotiate');
    await desk.act(owner, id, 'agree', { authorisedCustomer: analyst.id, authorisedProvider: owner.id });
    await desk.act(owner, id, 'putInForce', { validFrom: '2026-11-01' });
    expect(desk.derived(incident)['resolutionDue']).toBe(desk.view(incident).createdAt + day / 12);
  });
});

describe('service, item and article', () => {
  test('a service has an owner and is not retired before those that need it', async () => {
    const fields = { name: 'Core', description: 'Switching' };
    expect(await problems(owner, { kind: 'create', type: 'service', fields })).toContain('Service owner');
    const core = await desk.create(owner, 'service', { ...fields, owner: owner.id });
    const mail = await desk.create(owner, 'service', {
      ...fields,
      name: 'Mail',
      owner: owner.id,
      dependsOn: [core],
    });
    for (const id of [core, mail]) await desk.act(owner, id, 'offer');
    await desk.act(owner, core, 'beginRetirement', { retirementReason: 'Old.' });
    expect(await desk.refusal(owner, core, 'retire')).toContain('Mail still depends on it');
    await desk.act(owner, mail, 'beginRetirement', { retirementReason: 'Old.' });
    expect((await desk.act(owner, core, 'retire')).state).toBe('retired');
  });

  test('a live item changes under a reference only, and is not withdrawn under another', async () => {
    const make = (name: string, more = {}) =>
      desk.create(analyst, 'configuration-item', { name, class: 'server', owner: owner.id, ...more });
    const host = await make('Host');
    const guest = await make('Guest', { dependsOn: [host] });
    for (const id of [host, guest]) await desk.act(analyst, id, 'goLive');
    expect(await desk.refusal(analyst, host, 'beginChange')).toContain('Change reference');
    expect(await desk.refusal(analyst, host, 'withdraw')).toContain('Guest still depends on it');
    await desk.act(analyst, guest, 'withdraw');
    expect((await desk.act(analyst, host, 'withdraw')).state).toBe('withdrawn');
  });

  test('nobody approves an article of their own, and a draft is for staff', async () => {
    const both: Actor = { ...analyst, roles: ['analyst', 'processOwner'] };
    const id = await desk.create(both, 'article', { title: 'Mail', body: 'Restart it.', audience: 'users' });
    expect(desk.view(id).fields['author']).toBe(both.id);
    const reader = desk.person('Reader', 'requester');
    const see = (): boolean | undefined => desk.type('article').see.allows(reader, desk.view(id));
    await desk.act(both, id, 'submit');
    expect(await desk.refusal(both, id, 'approve')).toContain('author cannot approve');
    await desk.act(owner, id, 'approve');
    expect(see()).toBe(false);
    await desk.act(both, id, 'publish', { reviewOn: desk.now + 180 * day });
    expect(see()).toBe(true);
  });

  test('a person has roles that exist only', async () => {
    const fields = { name: 'X', roles: ['analyst', 'boss'] };
    const make: Command = { kind: 'create', type: 'person', fields };
    expect(await problems(desk.person('Admin', 'administrator'), make)).toContain('“boss” is no role');
  });
});
