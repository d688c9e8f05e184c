import type { ProblemKind } from './template.ts';

/** A reference model that cannot be used: a shipped one, found by the tests, or one that somebody imports. */
export const libraryProblems = {
  'OUT-LIB-001': {
    title: 'Reference model faulty',
    message: '{part}, {field}: {fault}',
    next: 'Correct this place in the file and import it again. Nothing was taken in.',
  },
  'OUT-LIB-002': {
    title: 'Not a reference model',
    message: '{file} holds no reference model: {fault}',
    next: 'Choose a JSON file of the form that “Save the example” gives.',
  },
  'OUT-LIB-003': {
    title: 'Reference model too large',
    message: '{file} has {size}; a reference model may have {limit}.',
    next: 'Shorten its texts, or split it into two models.',
  },
  'OUT-LIB-004': {
    title: 'Another file than the model’s',
    message: '{file} is not the file that {number} was imported from.',
    next: 'Choose that file, to the byte, or import this one as an edition of its own.',
  },
  'OUT-LIB-005': {
    title: 'Reference model kept already',
    message: '{file} is kept as {number} already.',
    next: 'Open {number}. A changed model is a file of its own.',
  },
  'OUT-LIB-006': {
    title: 'Edition kept already',
    message: 'Edition {edition} of {model} is kept as {number} already.',
    next: 'Give this file another edition, or open {number}.',
  },
} as const satisfies Record<string, ProblemKind>;
