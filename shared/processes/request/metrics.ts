import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import { countOf, meanOf, shareOf } from '../support/figures.ts';
import { liveStates } from './rules.ts';

const fulfilled = { type: 'request', during: 'resolvedAt' } as const;
const made = { type: 'request', during: 'createdAt' } as const;
const all = { type: 'request', where: [] } as const;

/** They missed their target, or are past it and still open. */
const overdue: readonly Condition[] = [
  { column: 'resolutionState', in: ['missed', 'running'] },
  { column: 'resolutionDue', below: { symbol: 'now', offset: 0 } },
];

/** DESMF 5.2: factor, indicator, metric, measures. All look at a period unless they say “now”. */
export const requestMetrics: readonly Metric[] = [
  shareOf(
    {
      factor: 'Requests are fulfilled in time',
      indicator: 'At least 90 % of requests are fulfilled within the agreed target',
      name: 'fulfilledWithinTarget',
      label: 'Fulfilled within target',
      signOf: ['RF-O3', 'PA2.1-O3'],
    },
    ['met', 'judged'],
    {
      ...fulfilled,
      whole: [{ column: 'resolutionState', in: ['met', 'missed'] }],
      part: [{ column: 'resolutionState', in: ['met'] }],
    },
  ),
  meanOf(
    {
      factor: 'Requests are fulfilled in time',
      indicator: 'The mean time to fulfil does not grow',
      name: 'meanTimeToFulfil',
      label: 'Mean time to fulfil',
      signOf: ['RF-O3', 'PA2.1-O3'],
    },
    'timeToResolve',
    { query: all, during: 'resolvedAt' },
  ),
  shareOf(
    {
      factor: 'Requests are fulfilled in time',
      indicator: 'Every request that misses its target is escalated',
      name: 'lateRequestsEscalated',
      label: 'Escalated, of those that missed their target',
      signOf: ['RF-O4'],
    },
    ['escalated', 'late'],
    {
      ...made,
      whole: overdue,
      part: [{ column: 'escalatedTo', empty: false }],
    },
  ),
  meanOf(
    {
      factor: 'Decisions do not hold work up',
      indicator: 'Approvals take less than two days on average',
      name: 'meanApprovalTime',
      label: 'Mean time for approval',
      signOf: ['RF-O2'],
    },
    'approvalTime',
    { query: all, during: 'createdAt' },
  ),
  shareOf(
    {
      factor: 'Decisions come before work',
      indicator: 'Every request that needs approval was approved before it was fulfilled',
      name: 'approvedFirst',
      label: 'Approved before fulfilment, of those that need it',
      signOf: ['RF-O2'],
    },
    ['approved', 'needed'],
    {
      ...fulfilled,
      whole: [{ column: 'needsApproval', in: [true] }],
      part: [{ column: 'approvalTime', empty: false }],
    },
  ),
  shareOf(
    {
      factor: 'People ask for what can be given',
      indicator: 'At most 10 % of requests are rejected',
      name: 'rejected',
      label: 'Rejected',
      signOf: ['RF-O2'],
    },
    ['rejected', 'all'],
    { ...made, part: [{ column: 'state', in: ['rejected'] }] },
  ),
  shareOf(
    {
      factor: 'People ask for what can be given',
      indicator: 'At least 80 % of requests are made from the catalogue',
      name: 'fromCatalogue',
      label: 'Made from the catalogue',
      signOf: ['RF-O1'],
    },
    ['fromCatalogue', 'all'],
    { ...made, part: [{ column: 'isFromCatalogue', in: [true] }] },
  ),
  shareOf(
    {
      factor: 'Records can be trusted',
      indicator: 'At least 95 % of requests are categorised',
      name: 'requestsCategorised',
      label: 'Categorised',
      signOf: ['RF-O1', 'PA2.2-O3'],
    },
    ['categorised', 'all'],
    { ...made, part: [{ column: 'category', empty: false }] },
  ),
  shareOf(
    {
      factor: 'What is given is right',
      indicator: 'At most 5 % of requests are reopened',
      name: 'requestsReopened',
      label: 'Reopened',
      signOf: ['RF-O3'],
    },
    ['reopened', 'all'],
    { ...fulfilled, part: [{ column: 'reopenCount', from: 1 }] },
  ),
  shareOf(
    {
      factor: 'What is given is right',
      indicator: 'Share of closed requests that the user accepted',
      name: 'acceptedByUser',
      label: 'Closed on the user’s word',
      signOf: ['RF-O3', 'RF-O5'],
    },
    ['accepted', 'all'],
    { type: 'request', during: 'closedAt', part: [{ column: 'userConfirmed', in: [true] }] },
  ),
  countOf(
    {
      factor: 'Work does not pile up',
      indicator: 'The backlog does not grow',
      name: 'requestBacklog',
      label: 'Open requests',
      signOf: ['RF-O3', 'PA2.1-O3'],
    },
    'open',
    { query: { type: 'request', where: [{ column: 'state', in: liveStates }] } },
  ),
  countOf(
    {
      factor: 'Money is spent on purpose',
      indicator: 'Sum of what was ordered from the catalogue',
      name: 'orderedValue',
      label: 'Value of requests (USD)',
      signOf: ['RF-O1'],
    },
    'sum',
    {
      query: { type: 'request', where: [{ column: 'state', notIn: ['rejected', 'cancelled'] }] },
      during: 'createdAt',
      of: { column: 'totalPrice', by: 'sum' },
    },
  ),
];
