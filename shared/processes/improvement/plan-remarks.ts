import { leastInstances } from '../../assessment/class-rules.ts';
import { isEmpty } from '../../definition/values.ts';
import { listOf, textOf } from '../../definition/record.ts';
import { evidenceRemarks } from './evidence-remarks.ts';
import { assessmentClass } from './plan-parts.ts';
import { count, fieldRemarks, quoted, some, type PlanFacts, type Remark } from './remark.ts';

/** What is missing, step by step in the order of the lifecycle. */
export function planRemarks(facts: PlanFacts): readonly Remark[] {
  return [
    ...teamRemarks(facts),
    ...fieldRemarks(facts, 'mapping', [['mapping', 'Nothing says what the unit calls its processes.']]),
    ...scopeRemarks(facts),
    ...fieldRemarks(facts, 'purposing', [
      ['purpose', 'The purpose is not written down.'],
      ['participants', 'Nobody is named as participant.'],
      ['coordinator', 'No local coordinator is named: who opens doors on site?'],
    ]),
    ...scheduleRemarks(facts),
    ...evidenceRemarks(facts),
    ...fieldRemarks(facts, 'recommending', [
      ['summary', 'The summary for the sponsor is not written.'],
      ['confidence', 'Nothing says how far the ratings can be relied on.'],
    ]),
  ];
}

function teamRemarks(facts: PlanFacts): readonly Remark[] {
  const { assessment, classFaults, nameOf } = facts;
  const level = assessmentClass(assessment);
  return [
    ...fieldRemarks(facts, 'allocating', [
      ['sponsor', 'No sponsor is named.'],
      ['assessors', 'No assessors are named.'],
    ]),
    ...classFaults.flatMap((fault) =>
      fault.kind === 'independence'
        ? [
            {
              step: 'allocating',
              says: `${nameOf(fault.person)} is ${fault.role} for ${fault.process}. In class ${level} ${fault.who === 'lead' ? 'the lead assessor has' : 'assessors have'} no part in a process that is assessed. Name somebody else, or take a lower class.`,
              records: [fault.person],
            },
          ]
        : [],
    ),
  ];
}

function scopeRemarks({ assessment, classFaults, unknown }: PlanFacts): readonly Remark[] {
  const level = assessmentClass(assessment);
  const few = classFaults.filter((fault) => fault.kind === 'instances');
  return [
    ...(isEmpty(assessment.fields['scope'])
      ? [{ step: 'scoping', says: 'No process is in scope.', records: [] }]
      : []),
    ...unknown.map((process) => ({
      step: 'scoping',
      says: `The reference model does not know “${process}”: there would be nothing to rate.`,
      records: [],
    })),
    ...few.map(({ process, has, asks }) => ({
      step: 'scoping',
      says: `${process} has ${count(has, 'instance')}; class ${level} asks for at least ${asks}, so that one place does not stand for all. Add instances, or take class ${has >= leastInstances['2'] ? '2' : '3'}.`,
      records: [],
    })),
  ];
}

function scheduleRemarks(facts: PlanFacts): readonly Remark[] {
  const { sessions, scheduleFaults, nameOf } = facts;
  const none: readonly Remark[] =
    sessions.length === 0 ? [{ step: 'planning', says: 'The schedule has no sessions.', records: [] }] : [];
  const uncovered = scheduleFaults.flatMap((fault) => (fault.kind === 'noSession' ? [fault.process] : []));
  return [
    ...fieldRemarks(facts, 'planning', [
      ['from', 'The first day is not set.'],
      ['until', 'The last day is not set.'],
      ['plan', 'The text of the plan is empty.'],
    ]),
    ...none,
    ...scheduleFaults.flatMap((fault): readonly Remark[] => {
      if (fault.kind === 'noSession') return [];
      if (fault.kind === 'outside')
        return [
          {
            step: 'planning',
            says: `${quoted(nameOf(fault.session))} ${fault.says}.`,
            records: [fault.session],
          },
        ];
      const [one, other] = fault.sessions;
      return [
        {
          step: 'planning',
          says: `${nameOf(fault.person)} is in two sessions at once: ${quoted(nameOf(one))} and ${quoted(nameOf(other))}.`,
          records: [...fault.sessions],
        },
      ];
    }),
    ...(sessions.length > 0 && uncovered.length > 0
      ? [{ step: 'planning', says: `No session is about ${some(uncovered)}.`, records: [] }]
      : []),
  ];
}

/** Everybody whose name remarks may say. */
export function namedInPlan({
  assessment,
  sessions,
}: Pick<PlanFacts, 'assessment' | 'sessions'>): readonly string[] {
  const people = [
    textOf(assessment, 'leadAssessor'),
    ...listOf(assessment, 'assessors'),
    ...sessions.flatMap((session) => [
      session.id,
      textOf(session, 'lead'),
      ...listOf(session, 'participants'),
    ]),
  ];
  return [...new Set(people.filter((id) => id !== ''))];
}
