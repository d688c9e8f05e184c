import type { ProblemKind } from './template.ts';

/** Faults of the exchange with other replicas. Each part numbers its own block: wire and keys from 001, hub 020, client 050, bundles 070. */
export const syncProblems = {
  'OUT-SYN-001': {
    title: 'Changes unreadable',
    message: 'A package of changes could not be read: {fault}',
    next: 'It was set aside and the others went on. It will be asked for again.',
  },
  'OUT-SYN-002': {
    title: 'Message unreadable',
    message: 'A message of the exchange could not be read: {fault}',
    next: 'Outpost tries again by itself. If it happens again, show it to the administrator.',
  },
  'OUT-SYN-003': {
    title: 'Message of a newer version',
    message: 'The other side speaks version {version} of the exchange; this one knows version {known}.',
    next: 'Install the newer version of Outpost. Your work is kept and goes out afterwards.',
  },
  'OUT-SYN-004': {
    title: 'Message too large',
    message: 'A message of the exchange holds more than is allowed: {fault}',
    next: 'Nothing of it was taken in. Show it to the administrator.',
  },
  'OUT-SYN-005': {
    title: 'Start of changes missing',
    message: 'Changes of replica {replica} from {seq} on continue entries that are not here.',
    next: 'Fetch the earlier changes first; Outpost does so with the next exchange.',
  },
  'OUT-SYN-006': {
    title: 'Signature of a log wrong',
    message: 'The signature of replica {replica} at entry {seq} does not fit its log.',
    next: 'The changes were set aside. Show it to the administrator: the log may have been altered on its way.',
  },
  'OUT-SYN-007': {
    title: 'Signature of a request wrong',
    message: 'A request of replica {replica} is not signed with its key.',
    next: 'Check that this device is enrolled in this workspace, or enrol it again.',
  },
  'OUT-SYN-008': {
    title: 'Directory not to be trusted',
    message: 'The directory of devices could not be taken over: {fault}',
    next: 'The directory held before goes on being used. Show it to the administrator.',
  },
  'OUT-SYN-009': {
    title: 'Changes continue another history',
    message: 'Changes of replica {replica} from {seq} on do not continue what is held of it here.',
    next: 'The changes are kept aside. A copy of that device’s database may be in use; show it to the administrator.',
  },
  'OUT-SYN-070': {
    title: 'Not a bundle',
    message: 'The file is not a bundle of Outpost.',
    next: 'Choose a file that ends in .outpost-bundle.',
  },
  'OUT-SYN-071': {
    title: 'Bundle of a newer version',
    message: 'The bundle was written in format {version}; this version reads format {known}.',
    next: 'Install the newer version of Outpost and open it again.',
  },
  'OUT-SYN-072': {
    title: 'Bundle cut off',
    message: 'The bundle ends after {size} bytes; {expected} were expected. It was not copied completely.',
    next: 'Copy the file again from the device that made it. Whole parts of it can be opened.',
  },
  'OUT-SYN-073': {
    title: 'Bundle damaged',
    message: 'Part {part} of the bundle was altered after it was made: {fault}',
    next: 'Copy this part again, or ask the sender for a new one. Other parts can be opened.',
  },
  'OUT-SYN-074': {
    title: 'Bundle for somebody else',
    message: 'The bundle is for the device with the fingerprint {receiver}; this one has {fingerprint}.',
    next: 'Open it there, or ask the sender for one made for this device.',
  },
  'OUT-SYN-075': {
    title: 'Bundle from an unknown device',
    message: 'The bundle comes from replica {sender}, which the directory of this workspace does not hold.',
    next: 'Fetch a newer directory from a hub, or check with the sender, then open it again.',
  },
  'OUT-SYN-076': {
    title: 'Bundle from a revoked device',
    message: 'The bundle comes from {sender}, which was revoked on {date}.',
    next: 'Do not use it. Show it to the administrator.',
  },
  'OUT-SYN-077': {
    title: 'Bundle of another workspace',
    message: 'The bundle belongs to another workspace.',
    next: 'Open it in the workspace in which it was made.',
  },
  'OUT-SYN-078': {
    title: 'Parts of a bundle missing',
    message: 'Parts of the bundle are missing: {parts}.',
    next: 'Open the missing parts too. What has been opened counts already; what continues a missing part is taken in after it.',
  },
  'OUT-SYN-079': {
    title: 'Bundle opened before',
    message: 'Part {part} of the bundle was opened here before.',
    next: 'Nothing is to be done: nothing was taken in twice.',
  },
} as const satisfies Record<string, ProblemKind>;
