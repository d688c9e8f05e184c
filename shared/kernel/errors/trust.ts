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
    title: 'PIN does not do',
    message: 'The PIN {fault}.',
    next: 'Take {shortest} to {longest} digits that are not all the same and do not count up or down.',
  },
  'OUT-KEY-010': {
    title: 'PIN wrong',
    message: 'This is not the PIN of {name}. Tries that are left: {left}.',
    next: 'Type it again, or use the passphrase.',
  },
  'OUT-KEY-011': {
    title: 'No PIN waits',
    message:
      'No PIN of {name} opens this device now. It ends after three wrong tries, with the last window, after 12 hours, and with new keys or a new passphrase.',
    next: 'Sign in with the passphrase; a new PIN can be set under Settings, Accounts.',
  },
  'OUT-KEY-012': {
    title: 'No place for a PIN',
    message: 'A PIN of {name} cannot be kept: nothing here holds keys in memory while a page is closed.',
    next: 'Use the passphrase. The desktop application has such a place, and browsers where the page came over https.',
  },
  'OUT-KEY-013': {
    title: 'Keys changed meanwhile',
    message: 'This device got newer keys in another window.',
    next: 'Load this page anew, then do it again.',
  },
  'OUT-KEY-014': {
    title: 'Authenticator not there',
    message: 'The way in of {name} on this device asks for an authenticator or a card: {reason}',
    next: 'Plug it in or hold it near, and touch it when asked. Without it another person or the recovery code opens this device; the passphrase then removes it under Settings, Accounts.',
  },
  'OUT-KEY-015': {
    title: 'Authenticator without secrets',
    message:
      'This authenticator, or this browser, makes no secrets that keys could be kept under (WebAuthn, extension prf).',
    next: 'Take another one. The passphrase goes on opening this device as before.',
  },
  'OUT-KEY-016': {
    title: 'Card not accepted',
    message: 'The certificate of the card {fault}.',
    next: 'Use the passphrase. An administrator keeps the authorities that this unit trusts, their lists of revoked cards, and which card belongs to whom.',
  },
  'OUT-KEY-017': {
    title: 'Account not proven',
    message:
      'As far as this laptop can tell, this account was made or changed by somebody who had no right to do so.',
    next: 'Exchange with the hub and try again, or have an administrator sign in first.',
  },
} as const satisfies Record<string, ProblemKind>;
