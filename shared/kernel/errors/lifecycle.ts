import type { ProblemKind } from './template.ts';

/** An act that the lifecycle table or a permission does not allow. */
export const lifecycleProblems = {
  'OUT-LIF-001': {
    title: 'Action unknown',
    message: 'A {recordType} has no action “{action}”.',
    next: 'Choose one of the actions on the record’s page.',
  },
  'OUT-LIF-002': {
    title: 'Action not allowed in this state',
    message: '“{action}” is not allowed while the {recordType} is {state}.',
    next: 'Allowed now: {allowed}.',
  },
  'OUT-LIF-003': {
    title: 'Condition of the action not met',
    message: '“{action}” was refused: {reason}',
    next: 'Mend that first, then repeat the action.',
  },
  'OUT-LIF-004': {
    title: 'Action needs more information',
    message: '“{action}” needs {fields}.',
    next: 'Fill in {fields} and repeat the action.',
  },
  'OUT-LIF-005': {
    title: 'Record changed meanwhile',
    message: 'Somebody else moved the {recordType} from {seenState} to {state} before “{action}” was done.',
    next: 'Look at the timeline, then choose among the actions allowed now: {allowed}.',
  },
  'OUT-LIF-006': {
    title: 'Record is closed to changes',
    message: 'The {recordType} is {state}; {field} can no longer be changed.',
    next: 'Reopen the record, or add a note.',
  },
  'OUT-PER-001': {
    title: 'Right missing',
    message: 'You may not {action}: the right “{right}” is missing.',
    next: 'It can be given by {givers}.',
  },
  'OUT-PER-002': {
    title: 'Field hidden',
    message: 'You may not see or change {field} of a {recordType}: the right “{right}” is missing.',
    next: 'It can be given by {givers}.',
  },
  'OUT-PER-003': {
    title: 'Nobody is signed in',
    message: 'To {action}, Outpost must know who you are.',
    next: 'Choose your name at the top right, then repeat it.',
  },
  'OUT-PER-004': {
    title: 'Duties must stay separate',
    message: 'You may not {action}, because you {reason}.',
    next: 'Ask another person with the right “{right}” to do it.',
  },
  'OUT-PER-005': {
    title: 'Role is held by somebody else',
    message: 'There is one {held} at a time, and {holder} is it by {assignment}.',
    next: 'Choose a time after it, or have it ended first: that takes the right “administer this unit”.',
  },
  'OUT-PER-006': {
    title: 'Last administrator',
    message: '{holder} is the last one with the right “administer this unit”; somebody has to keep it.',
    next: 'Make another person administrator first, with no end to it.',
  },
} as const satisfies Record<string, ProblemKind>;
