import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { allowedActions } from '#shared/engine/lifecycle.ts';
import { assessment } from '#shared/processes/improvement/assessment.ts';
import { assessmentLifecycle } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { agreedId, cellFields, ratingId } from '#shared/processes/improvement/plan.ts';
import { Desk } from '#test/support/desk.ts';

/** What ends each open state, in the order of the lifecycle. */
const steps = [
  ['allocating', 'allocate'],
  ['modelling', 'settleModel'],
  ['mapping', 'settleMapping'],
  ['scoping', 'settleScope'],
  ['purposing', 'settlePurpose'],
  ['planning', 'approvePlan'],
  ['needing', 'settleNeeds'],
  ['sourcing', 'settleSources'],
  ['reviewing', 'endReview'],
  ['interviewing', 'endInterviews'],
  ['rating', 'openRatings'],
  ['consensus', 'endConsensus'],
  ['recommending', 'report'],
] as const;

const cell = { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: '' } as const;

let desk: Desk;
let lead: Actor;
let sponsor: Actor;
let id: string;

beforeEach(async () => {
  desk = Desk.seeded();
  lead = desk.person('Lead', 'assessor');
  sponsor = desk.person('Sponsor', 'executiveSponsor');
  id = await desk.create(lead, 'assessment', {
    name: 'Look at incidents',
    purpose: 'To improve.',
    sponsor: sponsor.id,
    leadAssessor: lead.id,
    assessors: [lead.id],
    participants: [sponsor.id],
    scope: [{ process: 'IM', instance: '', target: 1 }],
    from: '2026-11-02',
    until: '2026-11-04',
    plan: 'Three days.',
    summary: 'Good.',
    confidence: 'Fair.',
  });
  await desk.create(lead, 'evidence', { name: 'Shift book', assessment: id });
  await desk.create(lead, 'assessment-session', {
    name: 'Desk lead',
    assessment: id,
    from: desk.now,
    until: desk.now + 3_600_000,
  });
});

/** Walks to a state by the usual way, with a rating and an agreed one where they belong. */
async function walkTo(state: string): Promise<void> {
  for (const [at, action] of steps) {
    if (at === state) return;
    if (at === 'rating') {
      const rating = ratingId(id, lead.id, cell);
      desk.put('rating', { ...cellFields(id, cell), assessor: lead.id, value: 'L' }, rating);
    }
    if (at === 'consensus')
      desk.put('agreed-rating', { ...cellFields(id, cell), value: 'L' }, agreedId(id, cell));
    await desk.act(action === 'approvePlan' ? sponsor : lead, id, action);
  }
}

/** All that belongs to the assessment, but for times and what cancelling and reopening themselves write. */
function everything() {
  const parts = ['evidence', 'assessment-session', 'rating', 'agreed-rating', 'assessment'];
  return parts.flatMap((type) =>
    desk.all(type).map(({ id: record, state, fields }) => {
      const kept = Object.entries(fields).filter(([name]) => !/^(cancel|reopen)Reason$/.test(name));
      return { record, state, kept };
    }),
  );
}

const open = Object.entries(assessmentLifecycle.states).flatMap(([state, { final }]) =>
  final ? [] : [state],
);

it('ASM-203 the table of this test names every open state', () => {
  expect(steps.map(([state]) => state)).toEqual(open);
});

describe.each(open)('ASM-203 cancelled at %s', (state) => {
  it('it is reopened where it stood, with nothing lost', async () => {
    await walkTo(state);
    const before = everything();
    const cancelled = await desk.act(lead, id, 'cancel', { cancelReason: 'Moved to another camp.' });
    expect(cancelled.state).toBe('cancelled');
    const ways = allowedActions(assessment, cancelled, lead);
    expect(ways).toHaveLength(1);
    const reopened = await desk.act(lead, id, ways[0]?.action ?? '', { reopenReason: 'Back again.' });
    expect(reopened.state).toBe(state);
    expect(everything()).toEqual(before);
    expect(reopened.fields['cancelReason']).toBe('Moved to another camp.');
  });

  it('no step is skipped on the way back', async () => {
    await walkTo(state);
    await desk.act(lead, id, 'cancel', { cancelReason: 'No time.' });
    const stands = assessmentLifecycle.states[state]?.label.toLowerCase();
    for (const { action, to } of assessmentLifecycle.transitions) {
      if (!action.startsWith('reopen') || to === state) continue;
      expect(await desk.refusal(lead, id, action, { reopenReason: 'Go on.' })).toContain(
        `It was cancelled at ${stands ?? ''}, and goes on from there.`,
      );
    }
  });
});

describe.each(open.slice(1).filter((state) => state !== 'consensus'))('ASM-204 from %s', (state) => {
  it('one step back and forward again loses nothing', async () => {
    await walkTo(state);
    const before = everything();
    const [at, action] = steps[open.indexOf(state) - 1] ?? ['', ''];
    expect((await desk.act(lead, id, `back-to-${at}`)).state).toBe(at);
    const again = await desk.act(action === 'approvePlan' ? sponsor : lead, id, action);
    expect(again.state).toBe(state);
    expect(everything()).toEqual(before);
  });
});

it('ASM-204 ratings that were opened stay open: there is no way back from the consensus', async () => {
  await walkTo('consensus');
  const back = allowedActions(assessment, desk.view(id), lead).filter(({ action }) =>
    action.startsWith('back'),
  );
  expect(back).toEqual([]);
});

it('ASM-203 a reported one is reopened to its last step, and its ratings can be changed again', async () => {
  await walkTo('recommending');
  await desk.act(lead, id, 'report');
  expect(desk.view(agreedId(id, cell)).state).toBe('sealed');
  expect((await desk.act(lead, id, 'reopen', { reopenReason: 'A figure was wrong.' })).state).toBe(
    'recommending',
  );
  expect(desk.view(agreedId(id, cell)).state).toBe('agreed');
});
