import type { Lifecycle } from '../../definition/lifecycle.ts';
import type { ClockDeclaration } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import { pausingReasons } from './choices.ts';
import { closingActions } from './closing-actions.ts';
import { pathActions } from './path-actions.ts';
import { workActions } from './work-actions.ts';

export const incidentLifecycle: Lifecycle = {
  initial: 'new',
  states: {
    new: { label: 'New', class: 'open', help: 'Logged; nobody has it yet.' },
    assigned: { label: 'Assigned', class: 'open', help: 'A team has it.' },
    inProgress: { label: 'In progress', class: 'open', help: 'Being worked on.' },
    pending: { label: 'Pending', class: 'waiting', help: 'Somebody or something else is awaited.' },
    resolved: {
      label: 'Resolved',
      class: 'done',
      help: 'Service is back; the requester is asked to confirm.',
    },
    closed: { label: 'Closed', class: 'done', final: true },
    cancelled: {
      label: 'Cancelled',
      class: 'refused',
      final: true,
      help: 'Logged in error, or turned into a request.',
    },
  },
  transitions: [...workActions, ...closingActions, ...pathActions],
};

export const incidentClocks: readonly ClockDeclaration[] = [
  {
    name: 'response',
    label: 'Response',
    measure: 'response',
    pausesIn: () => false,
    stopsIn: (state) => state !== 'new' && state !== 'cancelled',
    voidIn: (state) => state === 'cancelled',
    once: true,
  },
  {
    name: 'resolution',
    label: 'Resolution',
    measure: 'resolution',
    pausesIn: (state, record, inputs) => {
      const reason = inputs['pendingReason'] ?? textOf(record, 'pendingReason');
      return state === 'pending' && typeof reason === 'string' && pausingReasons.includes(reason);
    },
    stopsIn: (state) => state === 'resolved' || state === 'closed',
    voidIn: (state) => state === 'cancelled',
  },
];
