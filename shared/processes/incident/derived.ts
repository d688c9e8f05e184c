import type { Derived } from '../../definition/record-type.ts';
import type { RecordView } from '../../definition/record.ts';
import { countActs, lastEntered, stays } from '../../engine/life.ts';
import { priorityChoices, priorityOf } from '../../engine/priority.ts';
import { assigningActions, reassignments } from '../support/assignment.ts';
import { isMajor } from './rules.ts';

/** When the resolution that still holds was reached, or nothing. */
export function resolvedAt(record: RecordView): number | null {
  return record.state === 'resolved' || record.state === 'closed' ? lastEntered(record, 'resolved') : null;
}

/** INC-8: times it began to wait; going on to wait for something else is the same wait. */
export function waitCount(record: RecordView): number {
  return record.life.filter((step) => step.to === 'pending' && step.from !== 'pending').length;
}

function waitingTime(record: RecordView): number {
  return stays(record).reduce(
    (sum, stay) =>
      stay.state === 'pending' && stay.until !== undefined ? sum + stay.until - stay.from : sum,
    0,
  );
}

/** INC-9: solved by whoever took the call: never handed on, never waiting, never reopened. */
function isFirstContact(record: RecordView): boolean {
  return (
    resolvedAt(record) !== null &&
    countActs(record, ...assigningActions, 'reopen', 'escalateHierarchical') === 0 &&
    waitCount(record) === 0
  );
}

export const incidentDerived: Readonly<Record<string, Derived>> = {
  priority: {
    label: 'Priority',
    kind: 'choice',
    choices: priorityChoices,
    help: 'From impact and urgency by the priority matrix.',
    compute: priorityOf,
  },
  majorIncident: { label: 'Major incident', kind: 'boolean', compute: isMajor },
  resolvedAt: { label: 'Resolved', kind: 'instant', compute: resolvedAt },
  closedAt: {
    label: 'Closed',
    kind: 'instant',
    compute: (record) => (record.state === 'closed' ? lastEntered(record, 'closed') : null),
  },
  timeToResolve: {
    label: 'Time to resolve',
    kind: 'milliseconds',
    help: 'From opening to the last resolution, waits included.',
    compute: (record) => {
      const at = resolvedAt(record);
      return at === null ? null : Math.max(0, at - record.createdAt);
    },
  },
  timeWaiting: {
    label: 'Time waiting',
    kind: 'milliseconds',
    help: 'In waits that are over.',
    compute: waitingTime,
  },
  timeSpent: {
    label: 'Work time',
    kind: 'milliseconds',
    help: 'Sum of the minutes that notes claim.',
    compute: (record) => record.minutesSpent * 60_000,
  },
  reopenCount: { label: 'Reopened', kind: 'integer', compute: (record) => countActs(record, 'reopen') },
  waitCount: { label: 'Waits', kind: 'integer', compute: waitCount },
  reassignmentCount: { label: 'Reassigned', kind: 'integer', compute: reassignments },
  escalationCount: {
    label: 'Escalated',
    kind: 'integer',
    compute: (record) => countActs(record, 'escalateFunctional', 'escalateHierarchical'),
  },
  firstContact: { label: 'Solved at first contact', kind: 'boolean', compute: isFirstContact },
};
