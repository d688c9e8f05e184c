import type { ProblemKind } from './template.ts';

const askAdministrator =
  'It stays in the log. An administrator can look at it under Audit and do the same work again where it was right.';

/** Why a hub sets an entry aside. */
export const rulingProblems = {
  'OUT-RUL-001': {
    title: 'Author not proven',
    message: 'Nothing proves that the person named as its author had signed in on the device that wrote it.',
    next: askAdministrator,
  },
  'OUT-RUL-002': {
    title: 'Author lacked the right',
    message: 'Its author may not {action}: at that time the right “{right}” was missing.',
    next: askAdministrator,
  },
  'OUT-RUL-003': {
    title: 'Author may not write the field',
    message: 'Its author may not write {field} of a {recordType}: {reason}.',
    next: askAdministrator,
  },
  'OUT-RUL-004': {
    title: 'Author decided on their own',
    message: 'Its author may not {action}, because they {reason}.',
    next: askAdministrator,
  },
  'OUT-RUL-005': {
    title: 'Sign-in not proven',
    message: 'The word that somebody signs in here fits no key of their account, or another device.',
    next: askAdministrator,
  },
  'OUT-RUL-006': {
    title: 'Only hubs rule',
    message: 'Replica {replica} is no hub and rules on entries of others.',
    next: askAdministrator,
  },
  'OUT-RUL-007': {
    title: 'Taken back by another person',
    message: 'It takes back what somebody else wrote.',
    next: askAdministrator,
  },
  'OUT-RUL-008': {
    title: 'Record made twice',
    message: 'The {recordType} was there already; it is made once.',
    next: askAdministrator,
  },
  'OUT-RUL-009': {
    title: 'Role given to oneself',
    message: 'Its author gives a role to themself, while another administrator could.',
    next: 'It stays in the log. Another administrator can give the role where it is right.',
  },
  'OUT-RUL-010': {
    title: 'Ruling of a device refused',
    message: 'The log of device {replica} holds rulings from entry {seq} on. Only hubs rule.',
    next: 'Nothing of it from there on was taken in. Find out which program wrote it, and turn the device out.',
  },
} as const satisfies Record<string, ProblemKind>;
