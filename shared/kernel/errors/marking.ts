import type { ProblemKind } from './template.ts';

/** Markings that do not allow what was asked. */
export const markingProblems = {
  'OUT-MRK-001': {
    title: 'Marking above the unit’s',
    message: 'A record cannot be marked {marking} here: this unit is marked {limit}.',
    next: 'Take it out of here if it is above what this unit may hold. The administrator of this unit can raise the unit’s marking.',
  },
  'OUT-MRK-002': {
    title: 'Receiver marked lower',
    message:
      '{receiver} may hold no more than {limit}; {record} of the bundle is marked {marking}. No file was written.',
    next: 'Nothing of it may go there. A workspace gets its marking when it is made at the hub; take a hub whose workspace has that of the record.',
  },
  'OUT-MRK-003': {
    title: 'Hub marked lower',
    message:
      'The workspace “{workspace}” of the hub is marked {limit}; this unit is marked {marking}. No record was sent.',
    next: 'Join a hub of the unit’s marking, or let the hub’s administrator make the workspace with that marking.',
  },
} as const satisfies Record<string, ProblemKind>;
