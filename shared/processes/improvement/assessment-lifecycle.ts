import type { Lifecycle, State, Transition } from '../../definition/lifecycle.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { act } from '../support/effects.ts';
import { refuse } from '../support/refuse.ts';
import { approvePlan, leadAssessment } from './assessment-rights.ts';
import { unfoundedAmong } from './plan.ts';

/** A step on the way, and the action that ends it. */
interface Step {
  readonly state: string;
  readonly label: string;
  readonly help: string;
  readonly done: Pick<Transition, 'action' | 'label'> & Partial<Transition>;
}

/** Does the same with all agreed ratings that stand in a state. */
function onAgreed(state: string, action: string): Pick<Transition, 'touches' | 'effects'> {
  return {
    touches: { agreed: { type: 'agreed-rating', by: 'assessment' } },
    effects: ({ related }) =>
      related('agreed')
        .filter((rating) => rating.state === state)
        .map((rating) => act(rating, action)),
  };
}

/** The team goes on once its agreed ratings are one each, and those that no assessor gave have a reason. */
const onlySettled: Pick<Transition, 'touches' | 'guard'> = {
  touches: {
    agreed: { type: 'agreed-rating', by: 'assessment' },
    ratings: { type: 'rating', by: 'assessment' },
  },
  guard: ({ related }) => {
    const agreed = related('agreed');
    const split = agreed.filter(({ conflicts }) => conflicts.some(({ field }) => field === 'value'));
    const unfounded = unfoundedAmong(agreed, related('ratings'));
    if (split.length + unfounded.length === 0) return undefined;
    const parts = [
      ...(split.length > 0 ? [`Agreed twice, each time otherwise: ${namesOf(split)}.`] : []),
      ...(unfounded.length > 0 ? [`What no assessor said needs a reason: ${namesOf(unfounded)}.`] : []),
    ];
    return refuse('Ratings agreed', parts.join(' '));
  },
};

const mostNamed = 5;

function namesOf(records: readonly RecordView[]): string {
  const named = records.slice(0, mostNamed).map((record) => textOf(record, 'name'));
  const more = records.length - named.length;
  return `${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** In the order of DESMF 5.1.3.3; the consensus stands between rating and analysis. */
const steps: readonly Step[] = [
  {
    state: 'allocating',
    label: 'Allocating resources',
    help: 'Who assesses, with whose time, and for which sponsor.',
    done: {
      action: 'allocate',
      label: 'Resources allocated',
      needs: ['leadAssessor', 'assessors', 'sponsor'],
    },
  },
  {
    state: 'modelling',
    label: 'Reference model',
    help: 'The model against which is assessed is chosen and up to date.',
    done: { action: 'settleModel', label: 'Reference model settled', needs: ['model'] },
  },
  {
    state: 'mapping',
    label: 'Mapping processes',
    help: 'What the unit calls its processes, and which of the model they are.',
    done: { action: 'settleMapping', label: 'Local processes mapped', offers: ['mapping'] },
  },
  {
    state: 'scoping',
    label: 'Scoping',
    help: 'Which processes, in which instances, up to which level.',
    done: { action: 'settleScope', label: 'Scope documented', needs: ['scope'] },
  },
  {
    state: 'purposing',
    label: 'Purpose and participants',
    help: 'Why, within which limits, for whom and with whom.',
    done: {
      action: 'settlePurpose',
      label: 'Purpose settled',
      needs: ['purpose'],
      offers: ['constraints', 'stakeholders', 'participants', 'coordinator'],
    },
  },
  {
    state: 'planning',
    label: 'Planning',
    help: 'Deliverable 1, the assessment plan: information, activities, resources, schedule, participants, deliverables.',
    done: {
      action: 'approvePlan',
      label: 'Approve plan',
      needs: ['from', 'until', 'plan'],
      permit: approvePlan,
      notBy: { leadAssessor: 'lead it: the sponsor, or who decides for the process, approves the plan' },
    },
  },
  {
    state: 'needing',
    label: 'Evidence needed',
    help: 'What must be seen to rate each attribute.',
    done: { action: 'settleNeeds', label: 'Needs identified' },
  },
  {
    state: 'sourcing',
    label: 'Evidence sources',
    help: 'Deliverable 2, the data collection: strategy, correspondence, requests.',
    done: { action: 'settleSources', label: 'Sources identified', offers: ['collection'] },
  },
  {
    state: 'reviewing',
    label: 'Document review',
    help: 'Documents are read, and what they show is noted as evidence.',
    done: { action: 'endReview', label: 'Documents reviewed' },
  },
  {
    state: 'interviewing',
    label: 'Interviews',
    help: 'Workshops and interviews. Deliverable 3, the data validation, ends it: each piece of evidence was judged.',
    done: {
      action: 'endInterviews',
      label: 'Evidence validated',
      touches: { evidence: { type: 'evidence', by: 'assessment' } },
      guard: ({ related }) => {
        const open = related('evidence').filter(({ state }) => state === 'received');
        return open.length === 0
          ? undefined
          : refuse('Evidence validated', `Not judged yet: ${open.map(({ number }) => number).join(', ')}.`);
      },
    },
  },
  {
    state: 'rating',
    label: 'Rating',
    help: 'Each assessor rates on their own; nobody sees the ratings of others.',
    done: {
      action: 'openRatings',
      label: 'Open ratings for consensus',
      confirm: 'Everybody sees all ratings from then on, and nobody changes theirs any more. Open them?',
      touches: { ratings: { type: 'rating', by: 'assessment' } },
      effects: ({ related }) =>
        related('ratings')
          .filter(({ state }) => state === 'given')
          .map((rating) => act(rating, 'open')),
    },
  },
  {
    state: 'consensus',
    label: 'Consensus',
    help: 'The team agrees on each rating, and analyses what it shows.',
    done: {
      action: 'endConsensus',
      label: 'Ratings agreed',
      ...onlySettled,
    },
  },
  {
    state: 'recommending',
    label: 'Recommending',
    help: 'Deliverable 4, the capability evaluation: ratings, analysis, recommendations.',
    done: {
      action: 'report',
      label: 'Close with report',
      needs: ['summary', 'confidence'],
      ...onAgreed('agreed', 'seal'),
    },
  },
];

const states: Record<string, State> = Object.fromEntries(
  steps.map(({ state, label, help }): [string, State] => [state, { label, class: 'open', help }]),
);

const forward = steps.map(({ state, done }, place): Transition => ({
  from: [state],
  to: steps[place + 1]?.state ?? 'reported',
  permit: leadAssessment,
  primary: true,
  ...done,
}));

/** Nothing is lost by going back, so a step that was ended too early can be opened again. Opened ratings stay opened. */
const back = steps.slice(1).flatMap(({ state }, place): Transition[] => {
  const before = steps[place];
  return before && state !== 'consensus'
    ? [
        {
          action: `back-to-${before.state}`,
          label: `Back to ${before.label.toLowerCase()}`,
          from: [state],
          to: before.state,
          permit: leadAssessment,
        },
      ]
    : [];
});

/** What cancelled it, where it is cancelled. */
function cancelledFrom({ state, life }: RecordView): string | undefined {
  return state === 'cancelled' ? life.findLast(({ action }) => action === 'cancel')?.from : undefined;
}

/** A cancelled assessment goes on from the step where it stood, and from no other: none is skipped by cancelling. */
function goesOnAt(state: string, label: string): Pick<Transition, 'shown' | 'guard'> {
  return {
    shown: (record) => record.state !== 'cancelled' || cancelledFrom(record) === state,
    guard: ({ record }) => {
      const stood = steps.find((step) => step.state === cancelledFrom(record));
      return stood && stood.state !== state
        ? refuse(label, `It was cancelled at ${stood.label.toLowerCase()}, and goes on from there.`)
        : undefined;
    },
  };
}

const last = 'recommending';

/** From the last step on, `reopen` does it. */
const reopenAt = steps
  .filter(({ state }) => state !== last)
  .map(({ state, label: step }): Transition => {
    const label = `Reopen at ${step.toLowerCase()}`;
    return {
      action: `reopen-at-${state}`,
      label,
      from: ['cancelled'],
      to: state,
      permit: leadAssessment,
      needs: ['reopenReason'],
      primary: true,
      ...goesOnAt(state, label),
    };
  });

/** Lifecycle of an assessment. Source: DESMF 5.1.3.3 (twelve steps) and 5.1.3.4 (deliverables). */
export const assessmentLifecycle: Lifecycle = {
  initial: 'allocating',
  states: {
    ...states,
    reported: {
      label: 'Reported',
      class: 'done',
      final: true,
      help: 'Ratings and report do not change any more.',
    },
    cancelled: { label: 'Cancelled', class: 'refused', final: true },
  },
  transitions: [
    ...forward,
    {
      action: 'openLate',
      label: 'Open ratings that arrived late',
      from: ['consensus'],
      to: 'same',
      permit: leadAssessment,
      touches: { ratings: { type: 'rating', by: 'assessment' } },
      effects: ({ related }) =>
        related('ratings')
          .filter(({ state }) => state === 'given')
          .map((rating) => act(rating, 'open')),
    },
    ...back,
    {
      action: 'reopen',
      label: 'Reopen assessment',
      from: ['reported', 'cancelled'],
      to: last,
      permit: leadAssessment,
      needs: ['reopenReason'],
      ...goesOnAt(last, 'Reopen assessment'),
      ...onAgreed('sealed', 'unseal'),
      confirm: 'A report that was given out may differ from then on. Reopen it?',
    },
    ...reopenAt,
    {
      action: 'cancel',
      label: 'Cancel assessment',
      from: steps.map(({ state }) => state),
      to: 'cancelled',
      permit: leadAssessment,
      needs: ['cancelReason'],
      confirm: 'What was rated and gathered stays. Cancel it?',
    },
  ],
};

/** The actions that end the steps, in their order, up to the one with that name. */
export function actionsTo(last: string): readonly string[] {
  const actions = steps.map(({ done }) => done.action);
  return actions.slice(0, actions.indexOf(last) + 1);
}

/** States in which nothing is rated or agreed any more. */
export const endedStates: readonly string[] = ['reported', 'cancelled'];

/** States in which all see the ratings of all. */
export const openedStates: readonly string[] = ['consensus', 'recommending', ...endedStates];
