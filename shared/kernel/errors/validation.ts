import type { ProblemKind } from './template.ts';

/** A value that a field, or a record as a whole, cannot hold. */
export const validationProblems = {
  'OUT-VAL-001': {
    title: 'Required field empty',
    message: '{field} is empty, and it is required here.',
    next: 'Fill in {field}.',
  },
  'OUT-VAL-002': {
    title: 'Wrong kind of value',
    message: '{field} takes {expected}; “{value}” is not that.',
    next: 'Enter {expected}.',
  },
  'OUT-VAL-003': {
    title: 'Text too long',
    message: '{field} has {length} characters; at most {limit} fit.',
    next: 'Shorten it, or move the rest into a note or an attachment.',
  },
  'OUT-VAL-004': {
    title: 'Choice unknown',
    message: '“{value}” is not a choice of {field}.',
    next: 'Choose one of: {choices}.',
  },
  'OUT-VAL-005': {
    title: 'Referenced record unknown',
    message: '{field} points at “{value}”, and there is no such {target} in this workspace.',
    next: 'Choose an existing {target}, or create it first.',
  },
  'OUT-VAL-006': {
    title: 'Out of range',
    message: '{field} is {value}; it must be {range}.',
    next: 'Enter a value that is {range}.',
  },
  'OUT-VAL-007': {
    title: 'Date or time unreadable',
    message: '“{value}” cannot be read as a date of the form {pattern}.',
    next: 'Write it like {example}, or choose the form that the value has.',
  },
  'OUT-VAL-008': {
    title: 'Pattern not met',
    message: '{field} is “{value}”, which is not {pattern}.',
    next: 'Write it like {example}.',
  },
  'OUT-VAL-009': {
    title: 'Field unknown',
    message: 'A {recordType} has no field “{field}”.',
    next: 'Check the spelling of the field, or the version of Outpost that wrote it.',
  },
  'OUT-VAL-010': {
    title: 'Too many values',
    message: '{field} has {count} values; at most {limit} are allowed.',
    next: 'Take out what is not needed.',
  },
  'OUT-VAL-011': {
    title: 'Text too short',
    message: '{field} has {length} characters; at least {limit} are needed.',
    next: 'Say more in {field}.',
  },
  'OUT-VAL-012': {
    title: 'Value already taken',
    message: '{field} “{value}” is already used by {other}.',
    next: 'Enter another value, or work on {other}.',
  },
  'OUT-VAL-013': {
    title: 'Fields do not fit together',
    message: '{field} does not fit: {rule}',
    next: 'Change {field}, or the field that it depends on.',
  },
  'OUT-VAL-014': {
    title: 'Time zone unknown',
    message: '“{value}” is not a time zone.',
    next: 'Use an IANA name such as Europe/Berlin, America/New_York or UTC.',
  },
  'OUT-VAL-015': {
    title: 'Date does not exist',
    message: '“{value}” names a day or an hour that no calendar has.',
    next: 'Check day, month and hour; the form read was {pattern}.',
  },
  'OUT-VAL-016': {
    title: 'Local time skipped by the clock change',
    message: 'In {zone} the clocks went forward over {value}; it was taken as {taken}.',
    next: 'Correct the time if another one was meant.',
  },
  'OUT-VAL-017': {
    title: 'Reference to a wrong kind of record',
    message: '{field} takes a {target}; “{value}” is a {actual}.',
    next: 'Choose a {target}.',
  },
  'OUT-VAL-018': {
    title: 'Duration unreadable',
    message: '“{value}” cannot be read as a duration.',
    next: 'Write hours and minutes like PT4H30M, or service days like P1D. Months and years are not durations here.',
  },
  'OUT-VAL-019': {
    title: 'Field not editable',
    message: '{field} is worked out by Outpost and cannot be set.',
    next: 'Change the facts that it is worked out from.',
  },
  'OUT-VAL-020': {
    title: 'Loop of parents',
    message: 'With {field} set to “{value}”, the record would stand above itself.',
    next: 'Choose a record that does not stand under this one.',
  },
  'OUT-VAL-021': {
    title: 'Local time passed twice',
    message: 'In {zone} the clocks went back and {value} came twice; the first was taken, {taken}.',
    next: 'Give the time in UTC if the second was meant.',
  },
  'OUT-VAL-022': {
    title: 'Record does not exist',
    message: 'There is no {recordType} with the id or number “{record}” in this workspace.',
    next: 'Check the number, or import the record first.',
  },
  'OUT-VAL-023': {
    title: 'Date form unknown',
    message: '“{value}” is not a form of dates that Outpost can read.',
    next: 'Build it from YYYY, MM, DD, HH, mm, ss and a, for example DD/MM/YYYY HH:mm.',
  },
} as const satisfies Record<string, ProblemKind>;
