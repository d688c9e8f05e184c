import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import { countOf, day, meanOf, shareOf } from '../support/figures.ts';
import { isOpenNow } from './views.ts';

const solved = { type: 'incident', during: 'resolvedAt' } as const;
const logged = { type: 'incident', during: 'createdAt' } as const;
const all = { type: 'incident', where: [] } as const;

/** They missed their target, or are past it and still open. */
const overdue: readonly Condition[] = [
  { column: 'resolutionState', in: ['missed', 'running'] },
  { column: 'resolutionDue', below: { symbol: 'now', offset: 0 } },
];

/** DESMF 5.2: factor, indicator, metric, measures. All look at a period unless they say “now”. */
export const incidentMetrics: readonly Metric[] = [
  shareOf(
    {
      factor: 'Service is restored in time',
      indicator: 'At least 90 % of incidents are resolved within the agreed target',
      name: 'resolvedWithinTarget',
      label: 'Resolved within target',
      signOf: ['IM-O4', 'PA2.1-O3'],
    },
    ['met', 'judged'],
    {
      ...solved,
      whole: [{ column: 'resolutionState', in: ['met', 'missed'] }],
      part: [{ column: 'resolutionState', in: ['met'] }],
    },
  ),
  shareOf(
    {
      factor: 'Service is restored in time',
      indicator: 'At least 95 % of incidents are answered within the agreed target',
      name: 'respondedWithinTarget',
      label: 'Answered within target',
      signOf: ['IM-O2', 'PA2.1-O3'],
    },
    ['met', 'judged'],
    {
      ...logged,
      whole: [{ column: 'responseState', in: ['met', 'missed'] }],
      part: [{ column: 'responseState', in: ['met'] }],
    },
  ),
  meanOf(
    {
      factor: 'Service is restored in time',
      indicator: 'The mean time to resolve does not grow',
      name: 'meanTimeToResolve',
      label: 'Mean time to resolve',
      signOf: ['IM-O4', 'PA2.1-O3'],
    },
    'timeToResolve',
    { query: all, during: 'resolvedAt' },
  ),
  shareOf(
    {
      factor: 'Service is restored in time',
      indicator: 'Every incident that misses its target is escalated',
      name: 'lateEscalated',
      label: 'Escalated, of those that missed their target',
      signOf: ['IM-O3'],
    },
    ['escalated', 'late'],
    {
      ...logged,
      whole: overdue,
      part: [{ column: 'escalationCount', from: 1 }],
    },
  ),
  shareOf(
    {
      factor: 'The desk solves what it can',
      indicator: 'Share solved by whoever took the call',
      name: 'firstContactResolution',
      label: 'Solved at first contact',
      signOf: ['IM-O4'],
    },
    ['first', 'all'],
    { ...solved, part: [{ column: 'firstContact', in: [true] }] },
  ),
  shareOf(
    {
      factor: 'What is resolved stays resolved',
      indicator: 'At most 5 % of incidents are reopened',
      name: 'reopened',
      label: 'Reopened',
      signOf: ['IM-O4'],
    },
    ['reopened', 'all'],
    { ...solved, part: [{ column: 'reopenCount', from: 1 }] },
  ),
  countOf(
    {
      factor: 'Work does not pile up',
      indicator: 'The backlog does not grow',
      name: 'backlog',
      label: 'Open incidents',
      signOf: ['IM-O4', 'PA2.1-O3'],
    },
    'open',
    { query: { type: 'incident', where: [isOpenNow] } },
  ),
  shareOf(
    {
      factor: 'Work does not pile up',
      indicator: 'At most 5 % of open incidents are older than 30 days',
      name: 'backlogAge',
      label: 'Open incidents older than 30 days',
      signOf: ['IM-O4', 'PA2.1-O3'],
    },
    ['old', 'open'],
    {
      type: 'incident',
      whole: [isOpenNow],
      part: [{ column: 'createdAt', below: { symbol: 'now', offset: -30 * day } }],
    },
  ),
  countOf(
    {
      factor: 'Major incidents are rare and managed',
      indicator: 'Number of major incidents',
      name: 'majorIncidents',
      label: 'Major incidents',
      signOf: ['IM-O5'],
    },
    'major',
    {
      query: { type: 'incident', where: [{ column: 'majorIncident', in: [true] }] },
      during: 'createdAt',
    },
  ),
  shareOf(
    {
      factor: 'Major incidents are rare and managed',
      indicator: 'Every major incident is closed, which takes its review',
      name: 'majorReviewed',
      label: 'Major incidents that were reviewed and closed',
      signOf: ['IM-O5'],
    },
    ['reviewed', 'major'],
    {
      ...logged,
      whole: [{ column: 'majorIncident', in: [true] }],
      part: [{ column: 'state', in: ['closed'] }],
    },
  ),
  shareOf(
    {
      factor: 'Records can be trusted',
      indicator: 'At least 95 % of incidents are categorised',
      name: 'categorised',
      label: 'Categorised',
      signOf: ['IM-O1', 'PA2.2-O3'],
    },
    ['categorised', 'all'],
    { ...logged, part: [{ column: 'category', empty: false }] },
  ),
  shareOf(
    {
      factor: 'The right work comes first',
      indicator: 'Every incident has a priority that comes from impact and urgency',
      name: 'prioritised',
      label: 'With a priority from impact and urgency',
      signOf: ['IM-O2'],
    },
    ['prioritised', 'all'],
    {
      ...logged,
      part: [
        { column: 'impact', empty: false },
        { column: 'urgency', empty: false },
        { column: 'priority', empty: false },
      ],
    },
  ),
  shareOf(
    {
      factor: 'The right work comes first',
      indicator: 'Share whose priority was agreed with the requester',
      name: 'priorityAgreed',
      label: 'Priority agreed with the requester',
      signOf: ['IM-O2', 'IM-O6'],
    },
    ['agreed', 'all'],
    { ...logged, part: [{ column: 'priorityConfirmed', in: [true] }] },
  ),
  shareOf(
    {
      factor: 'Records can be trusted',
      indicator: 'Every resolved incident says by a closure code how it ended',
      name: 'closureCoded',
      label: 'Resolved with a closure code',
      signOf: ['IM-O4', 'PA2.2-O3'],
    },
    ['coded', 'all'],
    { ...solved, part: [{ column: 'closureCode', empty: false }] },
  ),
  shareOf(
    {
      factor: 'Users are content',
      indicator: 'Share of closed incidents whose user confirmed',
      name: 'confirmedByUser',
      label: 'Closed on the user’s word',
      signOf: ['IM-O4', 'IM-O6'],
    },
    ['confirmed', 'all'],
    { type: 'incident', during: 'closedAt', part: [{ column: 'userConfirmed', in: [true] }] },
  ),
];
