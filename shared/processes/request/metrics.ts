import type { Metric } from '../../definition/process.ts';
import type { Condition, Query } from '../../definition/query.ts';
import { lastMonth, percent } from '../support/figures.ts';
import { liveStates } from './rules.ts';

function requests(...where: readonly Condition[]): { readonly query: Query } {
  return { query: { type: 'request', where } };
}

const fulfilled = lastMonth('resolvedAt');
const created = lastMonth('createdAt');

/** DESMF 5.2: factor, indicator, metric, measures. All look at the last 30 days unless they say “now”. */
export const requestMetrics: readonly Metric[] = [
  {
    factor: 'Requests are fulfilled in time',
    indicator: 'At least 90 % of requests are fulfilled within the agreed target',
    name: 'fulfilledWithinTarget',
    label: 'Fulfilled within target',
    unit: 'percent',
    measures: {
      met: requests(fulfilled, { column: 'resolutionState', in: ['met'] }),
      judged: requests(fulfilled, { column: 'resolutionState', in: ['met', 'missed'] }),
    },
    value: ({ met, judged }) => percent(met, judged),
  },
  {
    factor: 'Requests are fulfilled in time',
    indicator: 'The mean time to fulfil does not grow',
    name: 'meanTimeToFulfil',
    label: 'Mean time to fulfil',
    unit: 'milliseconds',
    measures: {
      mean: { ...requests(fulfilled), of: { column: 'timeToResolve', by: 'mean' } },
      count: requests(fulfilled),
    },
    value: ({ mean, count }) => (count ? (mean ?? null) : null),
  },
  {
    factor: 'Decisions do not hold work up',
    indicator: 'Approvals take less than two days on average',
    name: 'meanApprovalTime',
    label: 'Mean time for approval',
    unit: 'milliseconds',
    measures: {
      mean: {
        ...requests(created, { column: 'approvalTime', empty: false }),
        of: { column: 'approvalTime', by: 'mean' },
      },
      count: requests(created, { column: 'approvalTime', empty: false }),
    },
    value: ({ mean, count }) => (count ? (mean ?? null) : null),
  },
  {
    factor: 'People ask for what can be given',
    indicator: 'At most 10 % of requests are rejected',
    name: 'rejected',
    label: 'Rejected',
    unit: 'percent',
    measures: {
      rejected: requests(created, { column: 'state', in: ['rejected'] }),
      all: requests(created),
    },
    value: ({ rejected, all }) => percent(rejected, all),
  },
  {
    factor: 'What is given is right',
    indicator: 'At most 5 % of requests are reopened',
    name: 'requestsReopened',
    label: 'Reopened',
    unit: 'percent',
    measures: {
      reopened: requests(fulfilled, { column: 'reopenCount', from: 1 }),
      all: requests(fulfilled),
    },
    value: ({ reopened, all }) => percent(reopened, all),
  },
  {
    factor: 'Work does not pile up',
    indicator: 'The backlog does not grow',
    name: 'requestBacklog',
    label: 'Open now',
    unit: 'count',
    measures: { open: requests({ column: 'state', in: liveStates }) },
    value: ({ open }) => open ?? null,
  },
  {
    factor: 'Money is spent on purpose',
    indicator: 'Sum of what was ordered from the catalogue',
    name: 'orderedValue',
    label: 'Value of requests (USD)',
    unit: 'count',
    measures: {
      sum: {
        ...requests(created, { column: 'state', notIn: ['rejected', 'cancelled'] }),
        of: { column: 'totalPrice', by: 'sum' },
      },
    },
    value: ({ sum }) => sum ?? null,
  },
];
