import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { Desk } from '#test/support/desk.ts';
import { visibleFields } from '#shared/engine/permit.ts';
import { readReview } from './review.ts';
import { containmentOf, onlookers } from './security.ts';

let desk: Desk;
let analyst: Actor;
let manager: Actor;
let security: Actor;
let user: Actor;
let id: string;

const parts = { reviewEvents: 'a', reviewTimeline: 'b', reviewLessons: 'c', reviewActions: 'd' };
const review = () => readReview(desk.type('incident'), desk.view(id));

beforeEach(async () => {
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  manager = desk.person('Manager', 'majorIncidentManager');
  security = desk.person('Guard', 'securityAnalyst');
  user = desk.person('User', 'requester');
  id = await desk.create(analyst, 'incident', { title: 'Net is down', requester: user.id });
});

async function resolve(): Promise<void> {
  await desk.act(manager, id, 'resolve', {
    closureCode: desk.seed('closure-code', 'closure-solved'),
    resolution: 'Router replaced.',
  });
}

describe('INC-15 the review', () => {
  beforeEach(() => desk.act(manager, id, 'declareMajor', { majorManager: manager.id }));

  test('comes after the resolution, and counts its needed parts', async () => {
    expect(review()).toMatchObject({ status: 'later', filled: 0, needed: 4, isAskedAnew: false });
    await desk.edit(manager, id, { reviewLessons: 'Spare on site.', reviewCause: 'Power.' });
    expect(review()).toMatchObject({ filled: 1 });
    expect(review().parts.find(({ field }) => field === 'reviewCause')).toMatchObject({
      isNeeded: false,
      isFilled: true,
    });
    await resolve();
    expect(review().status).toBe('due');
  });

  test('is done until the incident is reopened', async () => {
    await resolve();
    await desk.act(manager, id, 'completeReview', parts);
    expect(review()).toMatchObject({ status: 'done', filled: 4, completed: { actor: manager.id } });
    await desk.act(user, id, 'reopen', { reopenReason: 'Down again.' });
    expect(review()).toMatchObject({ status: 'later', isAskedAnew: true, completed: undefined });
  });
});

describe('INC-16 a security incident', () => {
  beforeEach(async () => {
    await desk.act(analyst, id, 'start');
    await desk.act(analyst, id, 'markSecurity', { securityCategory: 'malware' });
  });

  test('names who sees it, each once with the most they may see', () => {
    expect(onlookers(desk.view(id))).toEqual([
      { id: analyst.id, as: 'Assignee', seesHandling: true },
      { id: user.id, as: 'Requester', seesHandling: false },
    ]);
  });

  test('an assignee who reported it sees how it is handled', async () => {
    const own = await desk.create(analyst, 'incident', { title: 'Mine', requester: analyst.id });
    await desk.act(analyst, own, 'start');
    expect(onlookers(desk.view(own))).toEqual([{ id: analyst.id, as: 'Assignee', seesHandling: true }]);
  });

  test('containment is missing, recorded, or not for the requester to know', async () => {
    expect(containmentOf(desk.view(id), security)).toEqual({ status: 'missing' });
    await desk.edit(security, id, { containment: 'Port shut.' });
    expect(containmentOf(desk.view(id), analyst)).toEqual({ status: 'recorded', text: 'Port shut.' });
    const seen = visibleFields(desk.type('incident'), user, desk.view(id));
    expect(containmentOf(seen, user)).toEqual({ status: 'hidden' });
  });
});
