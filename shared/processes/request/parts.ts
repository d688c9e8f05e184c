import type { RecordType } from '../../definition/record-type.ts';
import { assigneeInTeam, assigneeTouch, dropOutsider, takeIfNobodys } from '../support/assignment.ts';
import {
  decimal,
  duration,
  externalReference,
  integer,
  longText,
  reference,
  text,
} from '../support/fields.ts';
import { deskWork } from '../support/rights.ts';
import { detailsSection } from '../support/views.ts';
import { cancelParts, completeTasks, createTasks, finishItem, finishRequest, startItem } from './effects.ts';
import { doTask, itemSight, taskSight } from './rights.ts';
import { tasksAreDone } from './rules.ts';

const itemTouches = {
  request: { field: 'request' },
  siblings: { type: 'request-item', by: 'request', through: 'request' },
  tasks: { type: 'request-task', by: 'item' },
} as const;

const taskTouches = {
  item: { field: 'item' },
  siblings: { type: 'request-task', by: 'item', through: 'item' },
} as const;

const openTask = { column: 'state', in: ['open', 'inProgress'] } as const;

/** One line of a request on its way. Made by starting the fulfilment. */
export const requestItem: RecordType = {
  name: 'request-item',
  label: 'Request item',
  plural: 'Request items',
  prefix: 'RIT',
  help: 'One thing asked for in a request. Its tasks come from the catalogue item and finish it.',
  process: 'RF',
  fields: {
    title: text('Title', { required: true, boost: 2 }),
    request: reference('Request', 'request', { required: true, inverse: 'Items' }),
    item: reference('Catalogue item', 'catalogue-item', { inverse: 'Asked for' }),
    quantity: integer('Number', { min: 1, max: 10_000, default: 1 }),
    price: decimal('Price', { min: 0, unit: 'USD' }),
    requester: reference('Requester', 'person'),
    service: reference('Service', 'service'),
    organisation: reference('Organisation', 'organisation'),
    location: reference('Location', 'location'),
    deliveryNote: longText('Delivery', {
      maxLength: 2000,
      help: 'What was handed over: serial number, hand receipt.',
    }),
    cancelReason: text('Reason for leaving it out', {
      readOnly: true,
      shown: (record) => record.state === 'cancelled',
    }),
    externalReference: externalReference(),
  },
  sections: detailsSection,
  lifecycle: {
    initial: 'open',
    states: {
      open: { label: 'Open', class: 'open' },
      inFulfilment: { label: 'In fulfilment', class: 'open' },
      fulfilled: { label: 'Fulfilled', class: 'done', final: true },
      cancelled: { label: 'Left out', class: 'refused', final: true },
    },
    transitions: [
      {
        action: 'start',
        label: 'Start',
        from: ['open'],
        to: 'inFulfilment',
        permit: deskWork,
        primary: true,
        activity: 'RF3',
      },
      {
        action: 'fulfil',
        label: 'Record as fulfilled',
        from: ['open', 'inFulfilment'],
        to: 'fulfilled',
        permit: deskWork,
        offers: ['deliveryNote'],
        primary: ['inFulfilment'],
        activity: 'RF3',
        touches: itemTouches,
        guard: tasksAreDone,
        effects: finishRequest,
      },
      {
        action: 'completeAll',
        label: 'Complete all tasks',
        from: ['open', 'inFulfilment'],
        to: 'same',
        permit: deskWork,
        confirm:
          'Every open task of the item is recorded as completed, and the item with them. Complete them?',
        activity: 'RF3',
        touches: itemTouches,
        effects: completeTasks,
      },
      {
        action: 'cancel',
        label: 'Leave item out',
        from: ['open', 'inFulfilment'],
        to: 'cancelled',
        permit: deskWork,
        needs: ['cancelReason'],
        activity: 'RF3',
        touches: itemTouches,
        effects: (context) => [...cancelParts('tasks', 'skipReason')(context), ...finishRequest(context)],
      },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'title', 'request', 'quantity', 'requester', 'location'],
    sort: [{ column: 'createdAt', descending: true }],
    filters: [
      { id: 'open', label: 'Open', query: { where: [{ column: 'state', in: ['open', 'inFulfilment'] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    board: 'state',
    quick: ['title', 'request', 'item', 'quantity'],
    title: 'title',
    subtitle: ['request'],
  },
  create: deskWork,
  edit: deskWork,
  ...itemSight,
  note: deskWork,
  onCreate: { effects: createTasks },
  migrations: [],
};

/** One step that fulfils an item. */
export const requestTask: RecordType = {
  name: 'request-task',
  label: 'Request task',
  plural: 'Request tasks',
  prefix: 'RTK',
  help: 'A step of work for one team. The last one that ends finishes its item, and the last item the request.',
  process: 'RF',
  fields: {
    title: text('Title', { required: true, boost: 2 }),
    order: integer('Step', { min: 1, max: 99, default: 1 }),
    instructions: longText('Instructions', { maxLength: 2000 }),
    item: reference('Request item', 'request-item', { required: true, inverse: 'Tasks' }),
    request: reference('Request', 'request', { inverse: 'Tasks' }),
    team: reference('Team', 'team', { readOnly: true, inverse: 'Request tasks' }),
    assignee: reference('Assignee', 'person', { readOnly: true, inverse: 'Assigned tasks' }),
    estimate: duration('Takes'),
    service: reference('Service', 'service'),
    organisation: reference('Organisation', 'organisation'),
    location: reference('Location', 'location'),
    result: longText('Result', { maxLength: 2000 }),
    skipReason: text('Reason for skipping', {
      readOnly: true,
      shown: (record) => ['skipped', 'cancelled'].includes(record.state),
    }),
    externalReference: externalReference(),
  },
  sections: detailsSection,
  lifecycle: {
    initial: 'open',
    states: {
      open: { label: 'Open', class: 'open' },
      inProgress: { label: 'In progress', class: 'open' },
      completed: { label: 'Completed', class: 'done', final: true },
      skipped: { label: 'Skipped', class: 'refused', final: true, help: 'Was not needed this time.' },
      cancelled: { label: 'Cancelled', class: 'refused', final: true, help: 'Its item was left out.' },
    },
    transitions: [
      {
        action: 'assign',
        label: 'Assign task',
        from: ['open', 'inProgress'],
        to: 'same',
        permit: doTask,
        needs: ['team'],
        offers: ['assignee'],
        activity: 'RF3',
        touches: assigneeTouch,
        guard: assigneeInTeam,
        effects: dropOutsider,
      },
      {
        action: 'start',
        label: 'Start task',
        from: ['open'],
        to: 'inProgress',
        permit: doTask,
        primary: true,
        activity: 'RF3',
        touches: taskTouches,
        effects: (context) => [...takeIfNobodys(context), ...startItem(context)],
      },
      {
        action: 'complete',
        label: 'Complete task',
        from: ['open', 'inProgress'],
        to: 'completed',
        permit: doTask,
        offers: ['result'],
        primary: ['inProgress'],
        activity: 'RF3',
        touches: taskTouches,
        effects: (context) => [...takeIfNobodys(context), ...finishItem(context)],
      },
      {
        action: 'skip',
        label: 'Skip task',
        from: ['open', 'inProgress'],
        to: 'skipped',
        permit: doTask,
        needs: ['skipReason'],
        activity: 'RF3',
        touches: taskTouches,
        effects: finishItem,
      },
      {
        action: 'cancel',
        label: 'Cancel task',
        from: ['open', 'inProgress'],
        to: 'cancelled',
        permit: deskWork,
        needs: ['skipReason'],
        activity: 'RF3',
        touches: taskTouches,
        effects: finishItem,
      },
    ],
  },
  derived: {},
  clocks: [
    {
      name: 'resolution',
      label: 'Task',
      measure: 'resolution',
      pausesIn: () => false,
      stopsIn: (state) => state === 'completed' || state === 'skipped',
      voidIn: (state) => state === 'cancelled',
    },
  ],
  views: {
    list: ['number', 'state', 'title', 'order', 'resolutionDue', 'request', 'team', 'assignee'],
    sort: [{ column: 'resolutionDue' }, { column: 'order' }],
    filters: [
      {
        id: 'mine',
        label: 'My work',
        query: { where: [openTask, { column: 'assignee', in: [{ symbol: 'me' }] }] },
      },
      {
        id: 'myTeams',
        label: 'My teams',
        query: { where: [openTask, { column: 'team', in: [{ symbol: 'myTeams' }] }] },
      },
      { id: 'open', label: 'Open', query: { where: [openTask] } },
      {
        id: 'breached',
        label: 'Breached',
        query: { where: [openTask, { column: 'resolutionDue', below: { symbol: 'now', offset: 0 } }] },
      },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    board: 'state',
    quick: ['title', 'item', 'instructions'],
    title: 'title',
    subtitle: ['request'],
  },
  create: deskWork,
  edit: doTask,
  ...taskSight,
  note: doTask,
  migrations: [],
};
