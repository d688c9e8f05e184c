import type { Metric } from '../../definition/process.ts';
import type { Condition, Query } from '../../definition/query.ts';
import { lastMonth, percent } from '../support/figures.ts';
import { isOpenNow } from './views.ts';

function incidents(...where: readonly Condition[]): { readonly query: Query } {
  return { query: { type: 'incident', where } };
}

const solved = lastMonth('resolvedAt');

/** DESMF 5.2: factor, indicator, metric, measures. All look at the last 30 days unless they say “now”. */
export const incidentMetrics: readonly Metric[] = [
  {
    factor: 'Service is restored in time',
    indicator: 'At least 90 % of incidents are resolved within the agreed target',
    name: 'resolvedWithinTarget',
    label: 'Resolved within target',
    unit: 'percent',
    measures: {
      met: incidents(solved, { column: 'resolutionState', in: ['met'] }),
      judged: incidents(solved, { column: 'resolutionState', in: ['met', 'missed'] }),
    },
    value: ({ met, judged }) => percent(met, judged),
  },
  {
    factor: 'Service is restored in time',
    indicator: 'At least 95 % of incidents are answered within the agreed target',
    name: 'respondedWithinTarget',
    label: 'Answered within target',
    unit: 'percent',
    measures: {
      met: incidents(lastMonth('createdAt'), { column: 'responseState', in: ['met'] }),
      judged: incidents(lastMonth('createdAt'), { column: 'responseState', in: ['met', 'missed'] }),
    },
    value: ({ met, judged }) => percent(met, judged),
  },
  {
    factor: 'Service is restored in time',
    indicator: 'The mean time to resolve does not grow',
    name: 'meanTimeToResolve',
    label: 'Mean time to resolve',
    unit: 'milliseconds',
    measures: {
      mean: { ...incidents(solved), of: { column: 'timeToResolve', by: 'mean' } },
      count: incidents(solved),
    },
    value: ({ mean, count }) => (count ? (mean ?? null) : null),
  },
  {
    factor: 'The desk solves what it can',
    indicator: 'Share solved by whoever took the call',
    name: 'firstContactResolution',
    label: 'Solved at first contact',
    unit: 'percent',
    measures: {
      first: incidents(solved, { column: 'firstContact', in: [true] }),
      all: incidents(solved),
    },
    value: ({ first, all }) => percent(first, all),
  },
  {
    factor: 'What is resolved stays resolved',
    indicator: 'At most 5 % of incidents are reopened',
    name: 'reopened',
    label: 'Reopened',
    unit: 'percent',
    measures: {
      reopened: incidents(solved, { column: 'reopenCount', from: 1 }),
      all: incidents(solved),
    },
    value: ({ reopened, all }) => percent(reopened, all),
  },
  {
    factor: 'Work does not pile up',
    indicator: 'The backlog does not grow',
    name: 'backlog',
    label: 'Open now',
    unit: 'count',
    measures: { open: incidents(isOpenNow) },
    value: ({ open }) => open ?? null,
  },
  {
    factor: 'Major incidents are rare and managed',
    indicator: 'Number of major incidents',
    name: 'majorIncidents',
    label: 'Major incidents',
    unit: 'count',
    measures: { major: incidents(lastMonth('createdAt'), { column: 'majorIncident', in: [true] }) },
    value: ({ major }) => major ?? null,
  },
  {
    factor: 'Records can be trusted',
    indicator: 'At least 95 % of incidents are categorised',
    name: 'categorised',
    label: 'Categorised',
    unit: 'percent',
    measures: {
      categorised: incidents(lastMonth('createdAt'), { column: 'category', empty: false }),
      all: incidents(lastMonth('createdAt')),
    },
    value: ({ categorised, all }) => percent(categorised, all),
  },
  {
    factor: 'Users are content',
    indicator: 'Share of closed incidents whose user confirmed',
    name: 'confirmedByUser',
    label: 'Closed on the user’s word',
    unit: 'percent',
    measures: {
      confirmed: incidents(lastMonth('closedAt'), { column: 'userConfirmed', in: [true] }),
      all: incidents(lastMonth('closedAt')),
    },
    value: ({ confirmed, all }) => percent(confirmed, all),
  },
];
