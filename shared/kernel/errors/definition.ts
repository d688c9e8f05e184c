import type { ProblemKind } from './template.ts';

/** A fault in a declaration, found at start-up, or in a calendar or target that a person set up. */
export const definitionProblems = {
  'OUT-DEF-001': {
    title: 'Declaration faulty',
    message: 'The declaration of {process} is faulty at {path}: {fault}',
    next: 'Correct {path} in that process’s definition.',
  },
  'OUT-DEF-002': {
    title: 'Field declaration faulty',
    message: 'Process {process}, record type {recordType}, field {field}: {fault}',
    next: 'Correct the field in that process’s definition.',
  },
  'OUT-DEF-003': {
    title: 'Lifecycle declaration faulty',
    message: 'Process {process}, record type {recordType}, transition {transition}: {fault}',
    next: 'Correct the lifecycle in that process’s definition.',
  },
  'OUT-DEF-004': {
    title: 'Declared twice',
    message: '{thing} “{name}” is declared by {process} and by {other}.',
    next: 'Rename or remove one of them.',
  },
  'OUT-DEF-005': {
    title: 'Accountability not single',
    message: 'Process {process}, activity {activity}: {count} roles are accountable; exactly one must be.',
    next: 'Correct the activity’s RACI row.',
  },
  'OUT-DEF-006': {
    title: 'Record migration missing',
    message: 'Process {process}, record type {recordType}: no migration leads from version {version}.',
    next: 'Add the migration, or install the version of Outpost that wrote the record.',
  },
  'OUT-CAL-001': {
    title: 'Service calendar never open',
    message: 'The service calendar has no opening hours, so no service time can pass.',
    next: 'Add opening hours for at least one weekday, or mark the calendar as always open.',
  },
  'OUT-CAL-002': {
    title: 'Opening hours unreadable',
    message: 'Opening hours, line {line}: {fault}',
    next: 'Give a weekday from 1 (Monday) to 7 (Sunday) and two times such as 08:00 and 17:00.',
  },
  'OUT-CAL-003': {
    title: 'Holiday unreadable',
    message: 'Holidays, line {line}: {fault}',
    next: 'Give a date such as 2026-12-25 and, for a part of the day, both times.',
  },
  'OUT-CAL-004': {
    title: 'Target without length',
    message: 'The target “{value}” is zero or less.',
    next: 'Give a target longer than nothing, such as PT4H.',
  },
} as const satisfies Record<string, ProblemKind>;
