import type { ProblemKind } from './template.ts';

/** Faults of keys and signing in. */
export const trustProblems = {
  'OUT-KEY-001': {
    title: 'Contents not readable with this key',
    message: '{place} on this device was encrypted with another key, or was altered.',
    next: 'Nothing was changed. Sign in with an account of this device; if that fails again, tell the administrator.',
  },
  'OUT-KEY-002': {
    title: 'Passphrase wrong',
    message: 'This is not the passphrase of {name}.',
    next: 'Type it again; look at the keyboard’s layout and Caps Lock. An administrator can set a new one.',
  },
  'OUT-KEY-003': {
    title: 'Wait before the next try',
    message: 'After {count} wrong tries the next one for {name} is possible in {wait}.',
    next: 'Wait, or let another person sign in. The waiting time grows with each wrong try.',
  },
  'OUT-KEY-004': {
    title: 'Recovery code mistyped',
    message: 'This is no recovery code: a character is missing, too many or wrong.',
    next: 'Compare it with the paper, group by group.',
  },
  'OUT-KEY-005': {
    title: 'Recovery code of another unit',
    message: 'The recovery code does not fit this device.',
    next: 'Use the code that was written down when this unit was set up.',
  },
  'OUT-KEY-006': {
    title: 'Passphrase too easy',
    message: 'The passphrase {fault}.',
    next: 'Take {length} characters or more, such as four words that do not belong together.',
  },
  'OUT-KEY-007': {
    title: 'Passphrases differ',
    message: 'The two passphrases are not the same.',
    next: 'Type both again.',
  },
  'OUT-KEY-008': {
    title: 'Kept keys damaged',
    message: 'The keys of this device that are kept beside its journal cannot be read.',
    next: 'Nothing was changed. Put keys.json of the journal folder back from a backup, then start Outpost again.',
  },
  'OUT-KEY-009': {
    title: 'Account not proven',
    message:
      'As far as this laptop can tell, this account was made or changed by somebody who had no right to do so.',
    next: 'Exchange with the hub and try again, or have an administrator sign in first.',
  },
} as const satisfies Record<string, ProblemKind>;
