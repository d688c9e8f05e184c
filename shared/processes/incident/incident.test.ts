import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../definition/permission.ts';
import { day, Desk, hour, minute, monday } from '#test/support/desk.ts';

let desk: Desk;
let user: Actor;
let analyst: Actor;
let technician: Actor;
let manager: Actor;
let team: string;
let otherTeam: string;
let solved: string;

beforeEach(() => {
  desk = Desk.seeded();
  team = desk.put('team', { name: 'Desk' });
  otherTeam = desk.put('team', { name: 'Radio' });
  user = desk.person('User', 'requester');
  analyst = desk.person('Analyst', 'analyst');
  technician = {
    id: desk.put('person', { name: 'Technician', teams: [otherTeam] }),
    roles: ['analyst'],
    teams: [otherTeam],
  };
  manager = desk.person('Manager', 'majorIncidentManager');
  solved = desk.seed('closure-code', 'closure-solved');
});

function log(fields = {}): Promise<string> {
  return desk.create(analyst, 'incident', {
    title: 'No mail',
    requester: user.id,
    impact: '2',
    urgency: '2',
    ...fields,
  });
}

function resolve(id: string, actor = analyst) {
  return desk.act(actor, id, 'resolve', { closureCode: solved, resolution: 'Restarted the server.' });
}

describe('logging and assigning', () => {
  test('INC-1 priority follows from impact and urgency', async () => {
    const id = await log();
    expect(desk.derived(id)['priority']).toBe('3');
    await desk.edit(analyst, id, { impact: '1', urgency: '1' });
    expect(desk.derived(id)['priority']).toBe('1');
  });

  test('INC-2 a requester is needed unless monitoring reported it', async () => {
    const fields = { title: 'Link down' };
    expect(await desk.try(analyst, { kind: 'create', type: 'incident', fields })).toMatchObject([
      { code: 'OUT-VAL-001', what: { field: 'requester' } },
    ]);
    expect(
      await desk.try(analyst, {
        kind: 'create',
        type: 'incident',
        fields: { ...fields, contactType: 'event' },
      }),
    ).toEqual([]);
  });

  test('INC-3 only assignments after the first that change team or assignee count', async () => {
    const id = await log();
    await desk.act(analyst, id, 'assign', { team, assignee: analyst.id });
    expect(desk.derived(id)['reassignmentCount']).toBe(0);
    await desk.act(analyst, id, 'assign', { team });
    expect(desk.derived(id)['reassignmentCount']).toBe(0);
    await desk.act(analyst, id, 'escalateFunctional', { team: otherTeam, escalationReason: 'Radio fault.' });
    await desk.act(technician, id, 'assign', { team: otherTeam, assignee: technician.id });
    expect(desk.derived(id)).toMatchObject({ reassignmentCount: 2, escalationCount: 1 });
  });

  test('INC-4 whoever starts an incident that nobody has takes it', async () => {
    const id = await log();
    expect((await desk.act(analyst, id, 'start')).fields['assignee']).toBe(analyst.id);
    const other = await log();
    await desk.act(analyst, other, 'assign', { team: otherTeam, assignee: technician.id });
    expect((await desk.act(analyst, other, 'start')).fields['assignee']).toBe(technician.id);
  });

  test('INC-5 an assignee belongs to the team, and is taken off when another team gets it', async () => {
    const id = await log();
    expect(await desk.refusal(analyst, id, 'assign', { team, assignee: technician.id })).toContain(
      'does not belong',
    );
    await desk.act(analyst, id, 'assign', { team: otherTeam, assignee: technician.id });
    const moved = await desk.act(analyst, id, 'assign', { team });
    expect(moved.fields['team']).toBe(team);
    expect(moved.fields['assignee'] ?? null).toBeNull();
  });

  test('INC-6 functional escalation goes to another team', async () => {
    const id = await log();
    await desk.act(analyst, id, 'assign', { team });
    const again = { team, escalationReason: 'Too hard.' };
    expect(await desk.refusal(analyst, id, 'escalateFunctional', again)).toContain('with that team already');
  });

  test('a hierarchical escalation names a manager and leaves a note', async () => {
    const id = await log();
    await desk.act(analyst, id, 'escalateHierarchical', {
      escalatedTo: manager.id,
      escalationReason: 'Third day.',
    });
    expect(desk.notes(id)).toEqual(['Escalated to management: Third day.']);
    expect(desk.view(id).state).toBe('new');
  });
});

describe('waiting and clocks', () => {
  test('INC-7 a wait needs a reason, and goes on only under another', async () => {
    const id = await log();
    await desk.act(analyst, id, 'start');
    expect(await desk.refusal(analyst, id, 'await')).toContain('OUT-VAL-001');
    await desk.act(analyst, id, 'await', { pendingReason: 'user' });
    expect(await desk.refusal(analyst, id, 'await', { pendingReason: 'user' })).toContain(
      'waits for that already',
    );
    await desk.act(analyst, id, 'await', { pendingReason: 'vendor' });
    const resumed = await desk.act(analyst, id, 'resume');
    expect(resumed.fields['pendingReason'] ?? null).toBeNull();
    await desk.act(analyst, id, 'await', { pendingReason: 'vendor' });
    expect(desk.view(id).life.at(-1)?.inputs).toEqual({ pendingReason: 'vendor' });
  });

  test('INC-8 a wait that changes its reason is one wait', async () => {
    const id = await log();
    await desk.act(analyst, id, 'start');
    await desk.act(analyst, id, 'await', { pendingReason: 'user' });
    await desk.act(analyst, id, 'await', { pendingReason: 'vendor' });
    desk.now += 2 * hour;
    await desk.act(analyst, id, 'resume');
    await desk.act(analyst, id, 'await', { pendingReason: 'parts' });
    expect(desk.derived(id)).toMatchObject({ waitCount: 2, timeWaiting: 2 * hour });
  });

  test('INC-20 the response clock is answered for good by the first step', async () => {
    const id = await log();
    expect(desk.derived(id)).toMatchObject({ responseDue: monday + 2 * hour, responseState: 'running' });
    desk.now += hour;
    await desk.act(analyst, id, 'assign', { team });
    expect(desk.derived(id)).toMatchObject({ responseDue: null, responseState: 'met' });
    desk.now += day;
    await resolve(id);
    await desk.act(user, id, 'reopen', { reopenReason: 'Still broken.' });
    expect(desk.derived(id)['responseState']).toBe('met');
  });

  test('INC-21 the resolution clock pauses for user and change, never for our own suppliers', async () => {
    for (const [pendingReason, pauses] of [
      ['user', true],
      ['change', true],
      ['vendor', false],
      ['parts', false],
      ['problem', false],
    ] as const) {
      desk.now = monday;
      const id = await log();
      await desk.act(analyst, id, 'start');
      desk.now += hour;
      await desk.act(analyst, id, 'await', { pendingReason });
      expect(desk.derived(id)['resolutionState'], pendingReason).toBe(pauses ? 'paused' : 'running');
      desk.now += 5 * hour;
      await desk.act(analyst, id, 'assign', { team });
      desk.now += 5 * hour;
      await desk.act(analyst, id, 'resume');
      expect(desk.derived(id)['resolutionDue'], pendingReason).toBe(monday + day + (pauses ? 10 * hour : 0));
    }
  });

  test('INC-22 reopening resumes the resolution clock with the time that was left', async () => {
    const id = await log();
    await desk.act(analyst, id, 'start');
    desk.now += 20 * hour;
    await resolve(id);
    expect(desk.derived(id)['resolutionState']).toBe('met');
    await desk.act(user, id, 'confirm');
    expect(desk.derived(id)).toMatchObject({ resolutionState: 'met', resolutionDue: null });
    desk.now += 2 * day;
    await desk.act(manager, id, 'reopen', { reopenReason: 'Still broken.' });
    expect(desk.derived(id)).toMatchObject({
      resolutionState: 'running',
      resolutionDue: desk.now + 4 * hour,
      reopenCount: 1,
      resolvedAt: null,
      timeToResolve: null,
    });
  });
});

describe('resolving and closing', () => {
  test('INC-9 first contact means never handed on, never waiting, never reopened', async () => {
    const id = await log();
    desk.now += 10 * minute;
    await resolve(id);
    expect(desk.derived(id)).toMatchObject({ firstContact: true, timeToResolve: 10 * minute });
    await desk.act(user, id, 'reopen', { reopenReason: 'No.' });
    await resolve(id);
    expect(desk.derived(id)['firstContact']).toBe(false);
  });

  test('resolving needs a closure code and a resolution', async () => {
    const id = await log();
    expect(await desk.refusal(analyst, id, 'resolve', { resolution: 'Done.' })).toContain('Closure code');
    expect(await desk.refusal(analyst, id, 'resolve', { closureCode: solved })).toContain('Resolution');
  });

  test('INC-10 the requester confirms, or the desk on their word', async () => {
    const id = await log();
    await resolve(id);
    expect(await desk.refusal(analyst, id, 'confirm')).toContain('not the requester');
    const closed = await desk.act(analyst, id, 'confirm', { confirmationNote: 'By phone, 08:40Z.' });
    expect(closed).toMatchObject({ state: 'closed', fields: { userConfirmed: true, confirmedBy: user.id } });
    expect(closed.life.at(-1)?.actor).toBe(analyst.id);
    const other = await log();
    await resolve(other);
    expect((await desk.act(user, other, 'confirm', { satisfaction: '5' })).fields['confirmedBy']).toBe(
      user.id,
    );
  });

  test('INC-10 a stranger confirms nothing, and does not even learn that it exists', async () => {
    const id = await log();
    await resolve(id);
    const stranger = desk.person('Stranger', 'requester');
    expect(await desk.refusal(stranger, id, 'confirm', { confirmationNote: 'Fine.' })).toContain(
      'There is no Incident',
    );
  });

  test('INC-11 without a word the desk closes after three days only', async () => {
    const id = await log();
    await resolve(id);
    desk.now += 3 * day - 1;
    expect(await desk.refusal(analyst, id, 'close')).toContain('3 days');
    desk.now += 1;
    expect((await desk.act(analyst, id, 'close')).fields['userConfirmed'] ?? null).toBeNull();
  });

  test('INC-11 what monitoring reported nobody has to confirm', async () => {
    const id = await log({ contactType: 'event', requester: null });
    await resolve(id);
    expect((await desk.act(analyst, id, 'close')).state).toBe('closed');
  });

  test('INC-12 children are resolved and closed with their parent and told so', async () => {
    const parent = await log({ title: 'Server down' });
    const child = await log({ parent });
    const waiting = await log({ parent });
    await desk.act(analyst, waiting, 'start');
    await desk.act(analyst, waiting, 'await', { pendingReason: 'user' });
    const cancelled = await log({ parent });
    await desk.act(analyst, cancelled, 'cancel', { cancelReason: 'Logged twice.' });
    await resolve(parent);
    expect([child, waiting, cancelled].map((id) => desk.view(id).state)).toEqual([
      'resolved',
      'resolved',
      'cancelled',
    ]);
    expect(desk.view(child).fields['resolution']).toContain('Restarted the server.');
    expect(desk.notes(child)).toEqual([
      `Parent incident ${desk.view(parent).number} is resolved, and this one with it.`,
    ]);
    expect(desk.notes(cancelled)).toEqual([]);
    await desk.act(user, parent, 'confirm');
    expect([child, waiting].map((id) => desk.view(id).state)).toEqual(['closed', 'closed']);
  });

  test('INC-12 grandchildren go along, security and major children do not', async () => {
    const parent = await log();
    const child = await log({ parent });
    const grandchild = await log({ parent: child });
    const secret = await log({ parent });
    await desk.act(analyst, secret, 'markSecurity', { securityCategory: 'malware' });
    const big = await log({ parent });
    await desk.act(manager, big, 'declareMajor', { majorManager: manager.id });
    await resolve(parent);
    expect([child, grandchild, secret, big].map((id) => desk.view(id).state)).toEqual([
      'resolved',
      'resolved',
      'new',
      'new',
    ]);
    expect(desk.notes(big).at(-1)).toContain('stays open');
    expect(desk.notes(secret)).toEqual([]);
  });

  test('INC-12 a major child that is resolved is not closed with its parent', async () => {
    const parent = await log();
    const big = await log({ parent });
    await desk.act(manager, big, 'declareMajor', { majorManager: manager.id });
    await resolve(big);
    await resolve(parent);
    await desk.act(user, parent, 'confirm');
    expect([parent, big].map((id) => desk.view(id).state)).toEqual(['closed', 'resolved']);
  });

  test('INC-12 no incident is above itself', async () => {
    const parent = await log();
    const child = await log({ parent });
    const problems = await desk.try(analyst, { kind: 'edit', record: parent, fields: { parent: child } });
    expect(problems).toMatchObject([{ code: 'OUT-VAL-020', what: { field: 'parent' } }]);
  });

  test('INC-13 reopening forgets the confirmation and tells the children', async () => {
    const parent = await log();
    const child = await log({ parent });
    await resolve(parent);
    await desk.act(user, parent, 'confirm', { satisfaction: '4' });
    const open = await desk.act(manager, parent, 'reopen', { reopenReason: 'It came back.' });
    expect(open.state).toBe('inProgress');
    expect([open.fields['userConfirmed'] ?? null, open.fields['satisfaction'] ?? null]).toEqual([null, null]);
    expect(desk.notes(child).at(-1)).toContain('It came back.');
    expect(desk.view(child).state).toBe('closed');
  });

  test('INC-14 a closed incident is reopened by those who may, within 30 days', async () => {
    const id = await log();
    await resolve(id);
    await desk.act(user, id, 'confirm');
    expect(await desk.refusal(user, id, 'reopen', { reopenReason: 'Again.' })).toContain('OUT-PER-001');
    desk.now += 30 * day + 1;
    expect(await desk.refusal(manager, id, 'reopen', { reopenReason: 'Again.' })).toContain('30 days');
  });

  test('INC-18 an incident with open children is neither cancelled nor converted', async () => {
    const parent = await log();
    const child = await log({ parent });
    const { number } = desk.view(child);
    expect(await desk.refusal(analyst, parent, 'cancel', { cancelReason: 'x' })).toContain(number);
    expect(await desk.refusal(analyst, parent, 'convertToRequest')).toContain(number);
  });

  test('INC-19 a conversion carries facts and notes into a request that knows where it came from', async () => {
    const id = await log({
      title: 'Want a second screen',
      service: desk.put('service', { name: 'Workplace' }),
    });
    await desk.note(analyst, id, 'Called at 08:10.');
    const before = await desk.act(analyst, id, 'convertToRequest');
    const [made] = desk.all('request');
    expect(before).toMatchObject({ state: 'cancelled', fields: { convertedTo: made?.id } });
    expect(made?.fields).toMatchObject({
      title: 'Want a second screen',
      requester: user.id,
      impact: '2',
      service: before.fields['service'],
      convertedFrom: id,
    });
    expect(desk.notes(made?.id ?? '')).toEqual(['Called at 08:10.']);
    expect(desk.derived(id)['resolutionState']).toBe('void');
  });
});
