import type { Lifecycle } from '../../definition/lifecycle.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { choice, decimal, instant, longText, reference, references, text } from '../support/fields.ts';
import { deskWork, everyone, manageReference, ownProcess } from '../support/rights.ts';
import { sizeChoices } from './choices.ts';

const places = { low: 1, medium: 2, high: 3 } as const;

/** Small effort and large benefit come first: benefit × (4 − effort), 1 to 9; nothing while one of the two is not known. */
export function rankOf(record: RecordView): number | null {
  const place = (field: string): number | undefined => places[textOf(record, field) as keyof typeof places];
  const [effort, benefit] = [place('effort'), place('benefit')];
  return effort === undefined || benefit === undefined ? null : benefit * (4 - effort);
}

const isCancelled = (record: RecordView) => record.state === 'rejected';

/** The seven steps of improvement, as states. Source: ITIL continual service improvement; DESMF 5.1.3.5, 5.1.4. */
const lifecycle: Lifecycle = {
  initial: 'proposed',
  states: {
    proposed: { label: 'Proposed', class: 'open' },
    defining: {
      label: 'Measure defined',
      class: 'open',
      help: 'What will be measured, and how it stands now.',
    },
    approved: { label: 'Approved', class: 'waiting' },
    implementing: { label: 'Implementing', class: 'open' },
    measuring: {
      label: 'Measuring',
      class: 'open',
      help: 'The actual effect is compared with the predicted one.',
    },
    closed: { label: 'Closed', class: 'done', final: true },
    rejected: { label: 'Rejected', class: 'refused', final: true },
  },
  transitions: [
    {
      action: 'define',
      label: 'Define measure',
      from: ['proposed'],
      to: 'defining',
      permit: manageReference,
      needs: ['owner', 'measure', 'baseline'],
      offers: ['predicted', 'target', 'dueOn'],
      primary: true,
    },
    {
      action: 'approve',
      label: 'Approve improvement',
      from: ['defining'],
      to: 'approved',
      permit: ownProcess,
      notBy: { owner: 'own it' },
      primary: true,
    },
    {
      action: 'begin',
      label: 'Begin implementation',
      from: ['approved'],
      to: 'implementing',
      permit: manageReference,
      primary: true,
    },
    {
      action: 'finish',
      label: 'Implemented, begin measuring',
      from: ['implementing'],
      to: 'measuring',
      permit: manageReference,
      primary: true,
    },
    {
      action: 'close',
      label: 'Close with result',
      from: ['measuring'],
      to: 'closed',
      permit: ownProcess,
      needs: ['actual', 'result'],
      primary: true,
    },
    {
      action: 'rework',
      label: 'Back to implementation',
      from: ['measuring', 'closed'],
      to: 'implementing',
      permit: ownProcess,
    },
    {
      action: 'reject',
      label: 'Reject improvement',
      from: ['proposed', 'defining', 'approved', 'implementing'],
      to: 'rejected',
      permit: ownProcess,
      needs: ['rejectionReason'],
    },
    {
      action: 'reopen',
      label: 'Propose again',
      from: ['rejected'],
      to: 'proposed',
      permit: manageReference,
    },
  ],
};

/** Line of the improvement register. */
export const improvement: RecordType = {
  name: 'improvement',
  label: 'Improvement',
  plural: 'Improvements',
  prefix: 'IMP',
  help: 'Something to be made better, with owner, effort, benefit and a measure that shows whether it worked.',
  process: 'CSI',
  fields: {
    name: text('Title', { required: true, boost: 4 }),
    description: longText('What is to be better'),
    process: text('Process', { maxLength: 32 }),
    services: references('Services', 'service', { inverse: 'Improvements' }),
    owner: reference('Owner', 'person', { inverse: 'Improvements' }),
    effort: choice('Effort', sizeChoices),
    benefit: choice('Benefit', sizeChoices),
    target: text('Target'),
    dueOn: instant('Due'),
    measure: text('Measure', { section: 'measure', help: 'The figure that will show it.' }),
    baseline: decimal('Baseline', { section: 'measure' }),
    predicted: decimal('Predicted', { section: 'measure' }),
    actual: decimal('Actual', { section: 'measure' }),
    result: longText('Result', { section: 'measure', maxLength: 4000 }),
    rejectionReason: text('Reason for rejecting', { section: 'measure', readOnly: true, shown: isCancelled }),
  },
  sections: [
    { name: 'details', label: 'Improvement' },
    { name: 'measure', label: 'Measure and effect' },
  ],
  lifecycle,
  derived: {
    rank: {
      label: 'Rank',
      kind: 'integer',
      help: 'Benefit × (4 − effort): 9 is a quick win, 1 hardly worth it.',
      compute: rankOf,
    },
  },
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'process', 'owner', 'rank', 'target', 'dueOn'],
    sort: [{ column: 'rank', descending: true }],
    filters: [
      { id: 'open', label: 'Open', query: { where: [{ column: 'stateClass', in: ['open', 'waiting'] }] } },
      {
        id: 'quickWins',
        label: 'Quick wins',
        query: {
          where: [
            { column: 'stateClass', in: ['open', 'waiting'] },
            { column: 'rank', from: 6 },
          ],
        },
      },
      { id: 'mine', label: 'Mine', query: { where: [{ column: 'owner', in: [{ symbol: 'me' }] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    board: 'state',
    quick: ['name', 'description', 'process', 'owner', 'effort', 'benefit', 'target', 'dueOn'],
    title: 'name',
    subtitle: ['process'],
  },
  create: deskWork,
  edit: manageReference,
  see: everyone,
  note: deskWork,
  migrations: [],
};
