import type { ProblemKind } from './template.ts';

const askAdministrator =
  'Leave this device as it is, export the entries, and tell the administrator: another device or a backup holds the log as it was.';

/** What a check of the whole log finds, and what is wrong with an exported audit file. */
export const verifyProblems = {
  'OUT-VER-001': {
    title: 'Log not as it was written',
    message:
      '{count} of the log and its records on this device are not as they were written. The first: {first}',
    next: 'Open Audit to see all of them. Leave this device as it is and tell the administrator.',
  },
  'OUT-VER-002': {
    title: 'Log row cannot be opened',
    message:
      'Entries {from} to {to} of replica {replica} were altered on the disk, or sealed with another key.',
    next: askAdministrator,
  },
  'OUT-VER-003': {
    title: 'Log row not sealed',
    message:
      'Entries {from} to {to} of replica {replica} stand on the disk unencrypted, though all were encrypted here.',
    next: askAdministrator,
  },
  'OUT-VER-004': {
    title: 'Log row damaged',
    message: 'Entries {from} to {to} of replica {replica} cannot be read: {fault}.',
    next: askAdministrator,
  },
  'OUT-VER-005': {
    title: 'Log row under other numbers',
    message:
      'The row that should hold entries {from} to {to} of replica {replica} holds others, or stands in another place.',
    next: askAdministrator,
  },
  'OUT-VER-006': {
    title: 'Entries missing or moved',
    message: 'Entry {seq} of replica {replica} is not where it belongs; entry {found} stands there.',
    next: askAdministrator,
  },
  'OUT-VER-007': {
    title: 'Entry altered',
    message: 'Entry {seq} of replica {replica} is not the one that was chained: its hash is another.',
    next: askAdministrator,
  },
  'OUT-VER-008': {
    title: 'Signature of a log does not fit',
    message: 'The signature behind entry {seq} of replica {replica} is not its author’s.',
    next: askAdministrator,
  },
  'OUT-VER-009': {
    title: 'Record missing',
    message:
      'The log has entries of a record ({record}), first entry {seq} of replica {replica}, and the record is not there.',
    next: askAdministrator,
  },
  'OUT-VER-010': {
    title: 'Record not what its entries say',
    message: 'The stored record {record} is not what its entries come to.',
    next: askAdministrator,
  },
  'OUT-VER-011': {
    title: 'Record cannot be opened',
    message: 'The stored record {record} was altered on the disk, or sealed with another key.',
    next: askAdministrator,
  },
  'OUT-VER-012': {
    title: 'Verified entries gone',
    message: 'Entry {seq} of replica {replica} was verified here before, and is no longer there as it was.',
    next: askAdministrator,
  },
  'OUT-VER-013': {
    title: 'Ruling in the log of a device',
    message: 'Entry {seq} of replica {replica} rules on entries of others, and the replica is no hub.',
    next: askAdministrator,
  },
  'OUT-VER-020': {
    title: 'No audit file',
    message: '{file} is not a signed export of the audit page, or only a part of one.',
    next: 'Choose the .json file as it was saved.',
  },
  'OUT-VER-021': {
    title: 'Audit file altered',
    message: '{file} was altered after it was signed: {fault}.',
    next: 'Do not rely on it. Ask whoever made it for the file as it was saved.',
  },
} as const satisfies Record<string, ProblemKind>;
