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
    next: 'Choose a JSON file of the form that docs/behaviour/library.md describes.',
  },
  'OUT-LIB-003': {
    title: 'Reference model too large',
    message: '{file} has {size}; a reference model may have {limit}.',
    next: 'Shorten its texts, or split it into two models.',
  },
} as const satisfies Record<string, ProblemKind>;
