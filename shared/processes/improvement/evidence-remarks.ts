import { textOf } from '../../definition/record.ts';
import { isOverdue } from './plan-parts.ts';
import { about, count, fieldRemarks, some, type PlanFacts, type Remark } from './remark.ts';

/** What is missing from needs to rating: what must be seen, who is asked, what came and what it is worth. */
export function evidenceRemarks(facts: PlanFacts): readonly Remark[] {
  return [...needRemarks(facts), ...sourceRemarks(facts), ...gatheringRemarks(facts)];
}

function needRemarks({ coverage }: PlanFacts): readonly Remark[] {
  const bare = coverage.cells.filter(({ pieces }) => pieces.length === 0);
  if (bare.length === 0) return [];
  const names = bare.map(({ process, attribute }) => `${process} PA ${attribute}`);
  return [
    {
      step: 'needing',
      says: `Nothing says what must be seen for ${count(bare.length, 'attribute')} of ${coverage.cells.length}: ${some(names)}.`,
      records: [],
    },
  ];
}

function sourceRemarks(facts: PlanFacts): readonly Remark[] {
  const { evidence, now } = facts;
  const unasked = evidence.filter(({ state }) => state === 'needed');
  const late = evidence.filter((record) => isOverdue(record, now));
  return [
    ...fieldRemarks(facts, 'sourcing', [['collection', 'The strategy of data collection is not written.']]),
    ...about(unasked, 'sourcing', (n) => `${count(n, 'piece')} of evidence needed and not asked for`),
    ...about(late, 'sourcing', (n) => `${count(n, 'request')} overdue`),
  ];
}

function gatheringRemarks({ sessions, evidence, coverage }: PlanFacts): readonly Remark[] {
  const awaited = evidence.filter(
    (record) => record.state === 'requested' && textOf(record, 'kind') === 'document',
  );
  const talks = sessions.filter(
    (record) => record.state === 'planned' && ['interview', 'workshop'].includes(textOf(record, 'kind')),
  );
  const unjudged = evidence.filter(({ state }) => state === 'received');
  const unexplained = evidence.filter(
    (record) => ['valid', 'unreliable', 'missing'].includes(record.state) && textOf(record, 'verdict') === '',
  );
  const unseen = coverage.cells.filter(({ standing }) => standing !== 'seen');
  const names = unseen.map(({ process, attribute }) => `${process} PA ${attribute}`);
  return [
    ...about(awaited, 'reviewing', (n) => `${count(n, 'document')} asked for and not received`),
    ...about(
      talks,
      'interviewing',
      (n) => `${count(n, 'interview or workshop', 'interviews and workshops')} not held`,
    ),
    ...about(unjudged, 'interviewing', (n) => `${count(n, 'piece')} of evidence received and not judged`),
    ...about(unexplained, 'interviewing', (n) => `${count(n, 'verdict')} without a reason`),
    ...(unseen.length > 0
      ? [
          {
            step: 'rating',
            says: `Objective evidence does not cover ${count(unseen.length, 'attribute')} of ${coverage.cells.length} in full: ${some(names)}.`,
            records: [],
          },
        ]
      : []),
  ];
}
