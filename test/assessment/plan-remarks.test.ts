import { expect, it } from 'vitest';
import { coverageOf } from '#shared/assessment/coverage.ts';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { assignmentsOf } from '#shared/engine/assignments.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';
import { evidencePiece, plannedSession, processHolders } from '#shared/processes/improvement/plan-parts.ts';
import { planRemarks } from '#shared/processes/improvement/plan-remarks.ts';
import type { PlanFacts } from '#shared/processes/improvement/remark.ts';
import { day, Desk } from '#test/support/desk.ts';

const source: ItemSource = {
  outcomes: (process) => (process === 'IM' ? [{ code: 'IM-O1', text: 'On record' }] : []),
  indicators: (attribute) => [{ code: `PA${attribute}-O1`, text: 'Planned' }],
};

const desk = Desk.seeded();
const lead = desk.person('Reyes, Ana', 'assessor');

function remarks(fields: FieldValues, more: Partial<PlanFacts> = {}): readonly string[] {
  const id = desk.put('assessment', { class: '3', method: 'R3', leadAssessor: lead.id, ...fields });
  const assessment = desk.view(id);
  const { evidence = [] } = more;
  const facts: PlanFacts = {
    assessment,
    sessions: [],
    evidence,
    coverage: coverageOf(planOf(assessment), source, evidence.map(evidencePiece)),
    scheduleFaults: [],
    classFaults: [],
    unknown: [],
    now: desk.now,
    nameOf: (record) => (record === lead.id ? 'Reyes, Ana' : 'Desk lead'),
    ...more,
  };
  return planRemarks(facts).map(({ step, says }) => `${step}: ${says}`);
}

const scope = [{ process: 'IM', instance: '', target: 2 }];

it('ASM-205 an assessment with nothing in it lacks something at each step that can lack something', () => {
  expect(remarks({})).toEqual([
    'allocating: No sponsor is named.',
    'allocating: No assessors are named.',
    'mapping: Nothing says what the unit calls its processes.',
    'scoping: No process is in scope.',
    'purposing: The purpose is not written down.',
    'purposing: Nobody is named as participant.',
    'purposing: No local coordinator is named: who opens doors on site?',
    'planning: The first day is not set.',
    'planning: The last day is not set.',
    'planning: The text of the plan is empty.',
    'planning: The schedule has no sessions.',
    'sourcing: The strategy of data collection is not written.',
    'recommending: The summary for the sponsor is not written.',
    'recommending: Nothing says how far the ratings can be relied on.',
  ]);
});

it('ASM-205 attributes of which nothing says what must be seen are named, and so are those without objective evidence', () => {
  const told = remarks({ scope });
  expect(told).toContain(
    'needing: Nothing says what must be seen for 3 attributes of 3: IM PA 1.1, IM PA 2.1, IM PA 2.2.',
  );
  const evidence = [
    desk.view(desk.put('evidence', { processes: ['IM'], attributes: ['1.1', '2.1', 'PA 2.2'] })),
  ];
  const after = remarks({ scope }, { evidence });
  expect(after.filter((one) => one.startsWith('needing'))).toEqual([]);
  expect(after).toContain(
    'rating: Objective evidence does not cover 3 attributes of 3 in full: IM PA 1.1, IM PA 2.1, IM PA 2.2.',
  );
});

it('ASM-205 what is not asked for, overdue, not received and not judged is counted and named', () => {
  const asked = (fields: FieldValues) =>
    desk.view(
      desk.put('evidence', { kind: 'document', askedOf: lead.id, ...fields }, undefined, [
        { action: 'request', inputs: {} },
      ]),
    );
  const needed = desk.view(desk.put('evidence', { kind: 'document' }));
  const late = asked({ dueOn: desk.now - day });
  const soon = asked({ dueOn: desk.now + day });
  const received = desk.view(
    desk.put('evidence', { kind: 'document' }, undefined, [{ action: 'receive', inputs: {} }]),
  );
  const held = desk.view(
    desk.put('evidence', { kind: 'document' }, undefined, [
      { action: 'receive', inputs: {} },
      { action: 'validate', inputs: {} },
    ]),
  );
  const told = remarks({ scope }, { evidence: [needed, late, soon, received, held] });
  expect(told).toContain(`interviewing: 1 verdict without a reason: ${held.number}.`);
  expect(told).toContain(`sourcing: 1 piece of evidence needed and not asked for: ${needed.number}.`);
  expect(told).toContain(`sourcing: 1 request overdue: ${late.number}.`);
  expect(told).toContain(
    `reviewing: 2 documents asked for and not received: ${late.number}, ${soon.number}.`,
  );
  expect(told).toContain(`interviewing: 1 piece of evidence received and not judged: ${received.number}.`);
});

it('ASM-205 faults of schedule and class are told with the reason, by name', () => {
  const told = remarks(
    { scope, class: '1' },
    {
      sessions: [desk.view(desk.put('assessment-session', { name: 'Desk lead', kind: 'interview' }))],
      scheduleFaults: [
        { kind: 'twoAtOnce', person: lead.id, sessions: ['a', 'b'] },
        { kind: 'outside', session: 'a', says: 'is on 2026-11-09, after the assessment ends (2026-11-04)' },
        { kind: 'noSession', process: 'IM' },
      ],
      classFaults: [
        { kind: 'instances', process: 'IM', has: 1, asks: 4 },
        { kind: 'independence', person: lead.id, process: 'IM', role: 'process owner', who: 'lead' },
      ],
      unknown: ['XX'],
    },
  );
  expect(told).toEqual(
    expect.arrayContaining([
      'allocating: Reyes, Ana is process owner for IM. In class 1 the lead assessor has no part in a process that is assessed. Name somebody else, or take a lower class.',
      'scoping: The reference model does not know “XX”: there would be nothing to rate.',
      'scoping: IM has 1 instance; class 1 asks for at least 4, so that one place does not stand for all. Add instances, or take class 3.',
      'planning: Reyes, Ana is in two sessions at once: “Desk lead” and “Desk lead”.',
      'planning: “Desk lead” is on 2026-11-09, after the assessment ends (2026-11-04).',
      'planning: No session is about IM.',
    ]),
  );
});

it('ASM-201 the owner of a process is who has the role for it, else who has it for the whole unit', () => {
  const owner = desk.person('Owner', 'processOwner');
  const own = desk.person('Own', 'analyst');
  const deputy = desk.person('Deputy', 'analyst');
  desk.put('assignment', {
    role: 'processOwner',
    scope: 'process',
    process: 'IM',
    person: own.id,
    delegate: deputy.id,
  });
  const held = processHolders(
    assignmentsOf(desk.all('assignment')),
    [desk.view(owner.id)],
    ['IM', 'RF'],
    desk.now,
  );
  expect(held.map(({ person, process }) => [process, person])).toEqual([
    ['IM', own.id],
    ['IM', deputy.id],
    ['RF', owner.id],
  ]);
});

it('ASM-200 a session that was called off is not in the schedule', () => {
  const fields = {
    name: 'Talk',
    lead: lead.id,
    participants: [lead.id],
    from: desk.now,
    until: desk.now + 1,
  };
  const held = desk.view(desk.put('assessment-session', fields, undefined, [{ action: 'hold', inputs: {} }]));
  const off = desk.view(
    desk.put('assessment-session', fields, undefined, [{ action: 'callOff', inputs: {} }]),
  );
  expect(plannedSession(held)?.people).toEqual([lead.id]);
  expect(plannedSession(off)).toBeUndefined();
});
