import type { Condition, SavedFilter } from '../../definition/query.ts';
import type { Suggestion, Views } from '../../definition/record-type.ts';
import { hour } from '../support/figures.ts';
import { openStates } from './rules.ts';

export const isOpenNow: Condition = { column: 'state', in: openStates };

const filters: readonly SavedFilter[] = [
  {
    id: 'mine',
    label: 'My work',
    query: { where: [isOpenNow, { column: 'assignee', in: [{ symbol: 'me' }] }] },
  },
  {
    id: 'myTeams',
    label: 'My teams',
    query: { where: [isOpenNow, { column: 'team', in: [{ symbol: 'myTeams' }] }] },
  },
  {
    id: 'unassigned',
    label: 'Unassigned',
    query: { where: [isOpenNow, { column: 'assignee', empty: true }] },
  },
  { id: 'open', label: 'Open', query: { where: [isOpenNow] } },
  {
    id: 'major',
    label: 'Major',
    query: {
      where: [
        { column: 'majorIncident', in: [true] },
        { column: 'state', notIn: ['closed', 'cancelled'] },
      ],
    },
  },
  {
    id: 'pending',
    label: 'Pending',
    query: { where: [{ column: 'state', in: ['pending'] }], sort: [{ column: 'pendingUntil' }] },
  },
  {
    id: 'breached',
    label: 'Breached',
    query: {
      where: [isOpenNow, { column: 'resolutionDue', below: { symbol: 'now', offset: 0 } }],
      sort: [{ column: 'resolutionDue' }],
    },
  },
  {
    id: 'dueSoon',
    label: 'Due in 4 hours',
    query: {
      where: [
        isOpenNow,
        {
          column: 'resolutionDue',
          from: { symbol: 'now', offset: 0 },
          below: { symbol: 'now', offset: 4 * hour },
        },
      ],
      sort: [{ column: 'resolutionDue' }],
    },
  },
  {
    id: 'unanswered',
    label: 'Response overdue',
    query: {
      where: [
        { column: 'state', in: ['new'] },
        { column: 'responseDue', below: { symbol: 'now', offset: 0 } },
      ],
    },
  },
  {
    id: 'resolved',
    label: 'Awaiting confirmation',
    query: { where: [{ column: 'state', in: ['resolved'] }] },
  },
  { id: 'security', label: 'Security', query: { where: [{ column: 'path', in: ['security'] }] } },
  {
    id: 'requestedByMe',
    label: 'Reported by me',
    query: { where: [{ column: 'requester', in: [{ symbol: 'me' }] }] },
  },
  { id: 'all', label: 'All', query: { where: [] } },
];

export const incidentViews: Views = {
  list: ['number', 'state', 'title', 'priority', 'resolutionDue', 'team', 'assignee', 'createdAt'],
  sort: [{ column: 'priority' }, { column: 'createdAt' }],
  filters,
  board: 'state',
  quick: [
    'title',
    'description',
    'requester',
    'contactType',
    'service',
    'category',
    'location',
    'impact',
    'urgency',
  ],
  title: 'title',
  subtitle: ['state', 'requester'],
};

export const incidentSuggestions: readonly Suggestion[] = [
  {
    label: 'Open incidents like this',
    watch: ['title', 'description', 'symptom'],
    type: 'incident',
    where: [isOpenNow],
    fills: 'parent',
  },
  {
    label: 'Articles that may help',
    watch: ['title', 'description', 'symptom'],
    type: 'article',
    where: [{ column: 'state', in: ['published', 'dueForReview'] }],
    fills: 'knowledge',
  },
];
