import type { AttributeCode } from '#shared/assessment/attributes.ts';
import type { Rating } from '#shared/assessment/scale.ts';
import type { Cell } from '#shared/assessment/workbook.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { agreedId, cellFields, ratingId } from '#shared/processes/improvement/plan.ts';
import { runningDays, writePlan } from './assessment-plan.ts';
import { actor, type PersonKey } from './people.ts';
import { day, demoId, hour, minute, type Script } from './script.ts';

/** Assessors by assignment have the role besides those on their record. */
function assessor(person: PersonKey): Actor {
  const { roles, ...rest } = actor(person);
  return { ...rest, roles: [...roles, 'assessor'] };
}

const lead = actor('reyes');
const second = assessor('silva');
const sponsor: Actor = { ...actor('dawson'), roles: [...actor('dawson').roles, 'executiveSponsor'] };

/** Agreed ratings of the first assessment: incident management is the strongest, configuration management hardly begun. */
const agreed: readonly (readonly [
  process: string,
  ratings: Readonly<Partial<Record<AttributeCode, Rating>>>,
])[] = [
  ['IM', { '1.1': 'F', '2.1': 'L', '2.2': 'F', '3.1': 'L', '3.2': 'P' }],
  ['RF', { '1.1': 'F', '2.1': 'P', '2.2': 'L' }],
  ['CfM', { '1.1': 'L', '2.1': 'P', '2.2': 'P' }],
];

/** Steps up to the rating, and who ends each. */
const steps: readonly (readonly [action: string, by: Actor, inputs?: FieldValues])[] = [
  ['allocate', lead],
  ['settleModel', lead],
  ['settleMapping', lead],
  ['settleScope', lead],
  ['settlePurpose', lead],
  ['approvePlan', sponsor],
  ['settleNeeds', lead],
  ['settleSources', lead],
  ['endReview', lead],
  ['endInterviews', lead],
];

/** One assessment that was reported and one in which is rated just now. */
export function writeAssessments(script: Script, at: number): void {
  const first = begin(script, at, 'first', {
    name: 'First look at operation and transition',
    method: 'R3',
    scope: [
      { process: 'IM', instance: '', target: 3 },
      { process: 'RF', instance: '', target: 2 },
      { process: 'CfM', instance: '', target: 2 },
    ],
  });
  const rated = at + 4 * day;
  for (const [process, ratings] of agreed) {
    for (const [attribute, value] of Object.entries(ratings) as [AttributeCode, Rating][]) {
      const cell: Cell = { process, attribute, item: '', instance: '' };
      for (const by of [lead, second]) rate(script, rated, first, by, cell, value);
    }
  }
  script.act(rated + 2 * hour, lead, first, 'openRatings');
  for (const [process, ratings] of agreed) {
    for (const [attribute, value] of Object.entries(ratings) as [AttributeCode, Rating][]) {
      const cell: Cell = { process, attribute, item: '', instance: '' };
      const id = agreedId(first, cell);
      script.make(rated + 3 * hour, lead, 'agreed-rating', id, cellFields(first, cell));
      script.edit(rated + 3 * hour + minute, lead, id, { value });
    }
  }
  script.act(rated + 4 * hour, lead, first, 'endConsensus');
  writeFindings(script, rated + 5 * hour, first);
  script.act(rated + 8 * hour, lead, first, 'report', {
    summary:
      'Incidents are handled well and by the book. Requests follow; the data of configuration items is kept by two people from memory.',
    confidence: 'Two assessors, one day of documents, five interviews. Fair for a first look.',
  });

  const now = begin(script, script.now - 6 * day, 'now', {
    name: 'Incident management before the rotation',
    method: 'R1',
    previous: first,
    scope: [{ process: 'IM', instance: '', target: 2 }],
    from: dateOf(runningDays(script.now).first),
    until: dateOf(runningDays(script.now).last),
    collection:
      'Records of the last month first, then talks with those who keep them. Nobody is asked twice for the same.',
  });
  writePlan(script, now, { lead, second }, script.now - 6 * day + hour);
  for (const [item, value] of [
    ['IM-O1', 'F'],
    ['IM-O2', 'F'],
    ['IM-O3', 'L'],
  ] as const) {
    rate(
      script,
      script.now - day,
      now,
      second,
      { process: 'IM', attribute: '1.1', item, instance: '' },
      value,
    );
  }
}

function begin(script: Script, at: number, key: string, fields: FieldValues): string {
  const id = script.create(at, lead, 'assessment', key, {
    purpose: 'To know where to improve first.',
    sponsor: sponsor.id,
    leadAssessor: lead.id,
    assessors: [lead.id, second.id],
    coordinator: actor('okafor').id,
    participants: [actor('okafor').id, actor('tanaka').id],
    class: '3',
    from: dateOf(at + 2 * day),
    until: dateOf(at + 4 * day),
    plan: 'One day of documents, one of interviews, one of rating and consensus.',
    ...fields,
  });
  steps.forEach(([action, by, inputs], place) =>
    script.act(at + (place + 1) * 3 * hour, by, id, action, inputs),
  );
  return id;
}

function rate(script: Script, at: number, assessment: string, by: Actor, cell: Cell, value: Rating): void {
  const id = ratingId(assessment, by.id, cell);
  script.make(at, by, 'rating', id, cellFields(assessment, cell));
  script.edit(at + minute, by, id, { value });
}

function writeFindings(script: Script, at: number, assessment: string): void {
  const finding = (key: string, kind: string, process: string, name: string) =>
    script.create(at, second, 'finding', key, { assessment, kind, process, name });
  finding('drill', 'strength', 'IM', 'Every shift is handed over in writing');
  finding('memory', 'weakness', 'CfM', 'Relations between items are known to two people only');
  finding('catalogue', 'opportunity', 'RF', 'Most requests are of six kinds that could be models');
  finding('rotation', 'threat', 'CfM', 'Both of them leave with the next rotation');
  const advice = script.create(at + hour, second, 'recommendation', 'relations', {
    assessment,
    process: 'CfM',
    name: 'Record what depends on what before the rotation',
    text: 'Walk the shelters with the two who know, and record each relation while it is seen.',
    findings: [demoId('finding', 'memory'), demoId('finding', 'rotation')],
    effort: 'low',
    benefit: 'high',
    target: 'Each item in use has its relations recorded',
    owner: actor('novak').id,
  });
  script.act(at + 2 * hour, lead, advice, 'takeUp', { dueOn: script.now + 20 * day });
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
