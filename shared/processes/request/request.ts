import type { SavedFilter } from '../../definition/query.ts';
import type { Derived, RecordType } from '../../definition/record-type.ts';
import type { RecordView } from '../../definition/record.ts';
import { countActs, lastEntered, stays } from '../../engine/life.ts';
import { priorityChoices, priorityOf } from '../../engine/priority.ts';
import { reassignments } from '../support/assignment.ts';
import { hour } from '../support/figures.ts';
import { everyone } from '../support/rights.ts';
import { unobjected } from '../support/users-word.ts';
import { rowsOf } from '../support/rows.ts';
import { needsApproval, needsFunds, totalPrice } from './money.ts';
import { requestFields, requestSections } from './request-fields.ts';
import { requestClocks, requestLifecycle } from './request-lifecycle.ts';
import { editRequest, requestSight, takePartInRequest } from './rights.ts';
import { liveStates } from './rules.ts';

function fulfilledAt(record: RecordView): number | null {
  return record.state === 'fulfilled' || record.state === 'closed' ? lastEntered(record, 'fulfilled') : null;
}

/** Milliseconds spent waiting for approval, in waits that are over; null where it never waited. */
function approvalTime(record: RecordView): number | null {
  const waits = stays(record).filter((stay) => stay.state === 'awaitingApproval' && stay.until !== undefined);
  return waits.length === 0
    ? null
    : waits.reduce((sum, stay) => sum + (stay.until ?? stay.from) - stay.from, 0);
}

const derived: Readonly<Record<string, Derived>> = {
  priority: { label: 'Priority', kind: 'choice', choices: priorityChoices, compute: priorityOf },
  resolvedAt: { label: 'Fulfilled at', kind: 'instant', compute: fulfilledAt },
  closedAt: {
    label: 'Closed at',
    kind: 'instant',
    compute: (record) => (record.state === 'closed' ? lastEntered(record, 'closed') : null),
  },
  timeToResolve: {
    label: 'Time to fulfil',
    kind: 'milliseconds',
    compute: (record) => {
      const at = fulfilledAt(record);
      return at === null ? null : Math.max(0, at - record.createdAt);
    },
  },
  approvalTime: { label: 'Time for approval', kind: 'milliseconds', compute: approvalTime },
  timeSpent: { label: 'Work time', kind: 'milliseconds', compute: (record) => record.minutesSpent * 60_000 },
  totalPrice: { label: 'Price', kind: 'number', help: 'Of all items by the catalogue.', compute: totalPrice },
  isFromCatalogue: {
    label: 'From the catalogue',
    kind: 'boolean',
    help: 'It names at least one item of the catalogue.',
    compute: (record) => rowsOf(record, 'items').length > 0,
  },
  needsApproval: { label: 'Needs approval', kind: 'boolean', compute: needsApproval },
  needsFunds: { label: 'Needs money released', kind: 'boolean', compute: needsFunds },
  reopenCount: { label: 'Reopened', kind: 'integer', compute: (record) => countActs(record, 'reopen') },
  reassignmentCount: { label: 'Reassigned', kind: 'integer', compute: reassignments },
};

const live = { column: 'state', in: liveStates } as const;

const filters: readonly SavedFilter[] = [
  { id: 'mine', label: 'My work', query: { where: [live, { column: 'assignee', in: [{ symbol: 'me' }] }] } },
  {
    id: 'myTeams',
    label: 'My teams',
    query: { where: [live, { column: 'team', in: [{ symbol: 'myTeams' }] }] },
  },
  { id: 'unassigned', label: 'Unassigned', query: { where: [live, { column: 'assignee', empty: true }] } },
  { id: 'open', label: 'Open', query: { where: [live] } },
  {
    id: 'toApprove',
    label: 'For my approval',
    query: {
      where: [
        { column: 'state', in: ['awaitingApproval'] },
        { column: 'approver', in: [{ symbol: 'me' }] },
      ],
    },
  },
  {
    id: 'awaitingApproval',
    label: 'Awaiting approval',
    query: { where: [{ column: 'state', in: ['awaitingApproval'] }] },
  },
  {
    id: 'breached',
    label: 'Breached',
    query: {
      where: [live, { column: 'resolutionDue', below: { symbol: 'now', offset: 0 } }],
      sort: [{ column: 'resolutionDue' }],
    },
  },
  {
    id: 'dueSoon',
    label: 'Due in 24 hours',
    query: {
      where: [
        live,
        {
          column: 'resolutionDue',
          from: { symbol: 'now', offset: 0 },
          below: { symbol: 'now', offset: 24 * hour },
        },
      ],
      sort: [{ column: 'resolutionDue' }],
    },
  },
  {
    id: 'fulfilled',
    label: 'Awaiting acceptance',
    query: { where: [{ column: 'state', in: ['fulfilled'] }] },
  },
  {
    id: 'requestedByMe',
    label: 'Asked for by me',
    query: { where: [{ column: 'requester', in: [{ symbol: 'me' }] }] },
  },
  { id: 'all', label: 'All', query: { where: [] } },
];

/** A wish for something standard (DESMF 9.4.5). Rules: docs/behaviour/request.md. */
export const request: RecordType = {
  name: 'request',
  label: 'Service request',
  plural: 'Service requests',
  prefix: 'REQ',
  help: 'A wish for something the unit gives: equipment, accounts, software, advice. What is broken is an incident.',
  process: 'RF',
  fields: requestFields,
  sections: requestSections,
  lifecycle: requestLifecycle,
  derived,
  clocks: requestClocks,
  rules: [
    {
      name: 'request-close-unobjected',
      label: 'Close a request that nobody objected to',
      where: [{ column: 'state', in: ['fulfilled'] }],
      occasion: ({ record }) => unobjected('Fulfilled', lastEntered(record, 'fulfilled') ?? record.createdAt),
      deed: { kind: 'act', action: 'close' },
    },
  ],
  views: {
    list: ['number', 'state', 'title', 'priority', 'resolutionDue', 'requester', 'assignee', 'createdAt'],
    sort: [{ column: 'priority' }, { column: 'createdAt' }],
    filters,
    board: 'state',
    quick: ['title', 'description', 'requester', 'items', 'neededBy', 'location', 'urgency'],
    title: 'title',
    subtitle: ['state', 'requester'],
  },
  suggestions: [
    {
      label: 'Catalogue items like this',
      watch: ['title', 'description'],
      type: 'catalogue-item',
      where: [{ column: 'state', in: ['published'] }],
    },
    {
      label: 'Open requests like this',
      watch: ['title', 'description'],
      type: 'request',
      where: [live],
    },
  ],
  create: everyone,
  edit: editRequest,
  ...requestSight,
  note: takePartInRequest,
  migrations: [],
};
