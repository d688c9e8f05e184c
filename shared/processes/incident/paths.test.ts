import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../definition/permission.ts';
import { incident } from './incident.ts';
import { Desk, hour } from '#test/support/desk.ts';

let desk: Desk;
let user: Actor;
let analyst: Actor;
let manager: Actor;
let security: Actor;
let solved: string;
let id: string;

beforeEach(async () => {
  desk = Desk.seeded();
  user = desk.person('User', 'requester');
  analyst = desk.person('Analyst', 'analyst');
  manager = desk.person('Manager', 'majorIncidentManager');
  security = desk.person('Security', 'securityAnalyst');
  solved = desk.seed('closure-code', 'closure-solved');
  id = await desk.create(analyst, 'incident', { title: 'All links down', requester: user.id });
});

const review = {
  reviewEvents: 'Power failed.',
  reviewTimeline: '08:00 down',
  reviewLessons: 'Test it.',
  reviewActions: 'S6',
};

function resolve(actor = analyst) {
  return desk.act(actor, id, 'resolve', { closureCode: solved, resolution: 'Power is back.' });
}

describe('the major path', () => {
  test('INC-15 it is declared by those who may, with a manager, and stakeholders are told', async () => {
    expect(await desk.refusal(analyst, id, 'declareMajor', { majorManager: manager.id })).toContain(
      'OUT-PER-001',
    );
    expect(await desk.refusal(manager, id, 'declareMajor')).toContain('Major incident manager');
    const major = await desk.act(manager, id, 'declareMajor', {
      majorManager: manager.id,
      businessImpact: 'No command net.',
    });
    expect(major).toMatchObject({ state: 'new', fields: { path: 'major' } });
    expect(major.lastStakeholderUpdateAt).toBe(desk.now);
    expect(desk.notes(id)).toEqual(['Declared a major incident. No command net.']);
    expect(desk.derived(id)['majorIncident']).toBe(true);
  });

  test('INC-15 it keeps a manager while it is major', async () => {
    await desk.act(manager, id, 'declareMajor', { majorManager: manager.id });
    const problems = await desk.try(analyst, { kind: 'edit', record: id, fields: { majorManager: null } });
    expect(problems).toMatchObject([{ code: 'OUT-VAL-001', what: { field: 'majorManager' } }]);
  });

  test('INC-15 it closes only after its review, and after reopening needs a new one', async () => {
    await desk.act(manager, id, 'declareMajor', { majorManager: manager.id });
    await resolve();
    expect(await desk.refusal(user, id, 'confirm')).toContain('review is not complete');
    expect(await desk.refusal(analyst, id, 'close')).toContain('review is not complete');
    expect(await desk.refusal(manager, id, 'completeReview', { reviewEvents: 'x' })).toContain('Lessons');
    await desk.act(manager, id, 'completeReview', review);
    await desk.act(user, id, 'reopen', { reopenReason: 'Down again.' });
    await resolve();
    expect(await desk.refusal(user, id, 'confirm')).toContain('review is not complete');
    await desk.act(manager, id, 'completeReview');
    expect((await desk.act(user, id, 'confirm')).state).toBe('closed');
  });

  test('INC-15 stood down, it closes like any other', async () => {
    await desk.act(manager, id, 'declareMajor', { majorManager: manager.id, nextUpdateDue: desk.now + hour });
    const normal = await desk.act(manager, id, 'standDownMajor', { standDownReason: 'One site only.' });
    expect([normal.fields['path'], normal.fields['nextUpdateDue'] ?? null]).toEqual(['normal', null]);
    await resolve();
    expect((await desk.act(user, id, 'confirm')).state).toBe('closed');
  });

  test('INC-17 every update is kept as a note to stakeholders', async () => {
    await desk.act(manager, id, 'declareMajor', { majorManager: manager.id });
    desk.now += hour;
    await desk.act(analyst, id, 'postUpdate', { stakeholderUpdate: 'Generator on its way.' });
    desk.now += hour;
    const told = await desk.act(analyst, id, 'postUpdate', { stakeholderUpdate: 'Running on generator.' });
    expect(desk.notes(id).slice(1)).toEqual(['Generator on its way.', 'Running on generator.']);
    expect(told.lastStakeholderUpdateAt).toBe(desk.now);
  });
});

describe('the security path', () => {
  test('INC-16 only security analysts, assignee and requester see it', async () => {
    const before = desk.view(id);
    expect(incident.see.allows(analyst, before)).toBe(true);
    const secret = await desk.act(analyst, id, 'markSecurity', { securityCategory: 'intrusion' });
    const seen = (actor: Actor) => incident.see.allows(actor, secret);
    expect([analyst, manager, security, user].map(seen)).toEqual([false, false, true, true]);
    const assigned = { ...secret, fields: { ...secret.fields, assignee: analyst.id } };
    expect(incident.see.allows(analyst, assigned)).toBe(true);
    expect(await desk.refusal(analyst, id, 'start')).toContain('There is no Incident');
  });

  test('INC-16 its handling is hidden even from its requester', async () => {
    const secret = await desk.act(security, id, 'markSecurity', {
      securityCategory: 'intrusion',
      containment: 'Cut off.',
    });
    const rule = incident.fields['containment']?.visibleTo;
    expect(rule?.allows(user, secret)).toBe(false);
    expect(rule?.allows(security, secret)).toBe(true);
  });

  test('INC-16 it is resolved only once contained', async () => {
    await desk.act(security, id, 'markSecurity', { securityCategory: 'malware' });
    const inputs = { closureCode: solved, resolution: 'Reimaged.' };
    expect(await desk.refusal(security, id, 'resolve', inputs)).toContain('containment');
    await desk.edit(security, id, { containment: 'Taken off the network at 09:00Z.' });
    expect((await desk.act(security, id, 'resolve', inputs)).state).toBe('resolved');
  });

  test('INC-16 declaring it major keeps it hidden, and a review is still owed', async () => {
    await desk.act(analyst, id, 'markSecurity', { securityCategory: 'denial', containment: 'Filtered.' });
    const both: Actor = { ...security, roles: ['securityAnalyst', 'majorIncidentManager'] };
    const major = await desk.act(both, id, 'declareMajor', { majorManager: manager.id });
    expect(major.fields['path']).toBe('security');
    expect(major.lastStakeholderUpdateAt).toBeUndefined();
    await resolve(security);
    expect(await desk.refusal(user, id, 'confirm')).toContain('review');
  });

  test('INC-16 a security analyst ends the path, and it is major again if it was', async () => {
    await desk.act(manager, id, 'declareMajor', { majorManager: manager.id });
    await desk.act(analyst, id, 'markSecurity', { securityCategory: 'denial' });
    const normal = await desk.act(security, id, 'clearSecurity', {
      securityClearReason: 'A cable, no attack.',
    });
    expect(normal.fields['path']).toBe('major');
  });
});
