import type { ProblemKind } from './template.ts';

/** Faults of files that people attach to records, on the device and on their way. */
export const attachmentProblems = {
  'OUT-ATT-001': {
    title: 'File in a bundle damaged',
    message: 'What the bundle brought as attachment {hash} is something else. It was thrown away.',
    next: 'All else was taken in. Ask the sender for another bundle, or fetch the file from a hub.',
  },
  'OUT-ATT-002': {
    title: 'Attachment too large',
    message: '“{name}” has {size}; a file may have {limit}.',
    next: 'Split or compress it, or keep it outside Outpost and note where.',
  },
  'OUT-ATT-003': {
    title: 'Name of the file not usable',
    message: 'A file cannot be attached under the name “{name}”.',
    next: 'Give it a name of 1 to {longest} characters, without line breaks, and attach it again.',
  },
  'OUT-ATT-004': {
    title: 'No room for the file',
    message: '“{name}” could not be attached, because this device has no space left for Outpost.',
    next: 'Nothing of it was kept, and nothing else was changed. Free some disk space, then try again from the list.',
  },
  'OUT-ATT-005': {
    title: 'File not readable',
    message: '“{name}” could not be read: {reason}',
    next: 'Check that it is still there and not open for writing, then attach it again.',
  },
  'OUT-ATT-006': {
    title: 'File not here yet',
    message: 'What the file holds is not on this device yet.',
    next: 'Fetch it from a hub first.',
  },
  'OUT-ATT-007': {
    title: 'File damaged on this device',
    message: 'What this device holds under the file is something else. It was thrown away.',
    next: 'Fetch it from a hub again.',
  },
  'OUT-ATT-008': {
    title: 'File damaged on its way',
    message: 'What the hub sent is not the file. It was thrown away.',
    next: 'It is asked for again by itself. Tell the administrator of the hub where that does not help.',
  },
  'OUT-ATT-009': {
    title: 'File not at the hub',
    message: 'No hub holds the file yet.',
    next: 'It comes once the device that has it exchanges with the hub.',
  },
} as const satisfies Record<string, ProblemKind>;
