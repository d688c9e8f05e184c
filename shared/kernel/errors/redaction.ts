import type { ProblemKind } from './template.ts';

/** Removing contents that must not be there. */
export const redactionProblems = {
  'OUT-RED-001': {
    title: 'Entry cannot be redacted',
    message: 'An entry of {number} cannot be redacted: {reason}',
    next: 'Choose other entries in the timeline of the record.',
  },
  'OUT-RED-002': {
    title: 'Reason holds what is to go',
    message:
      'The reason says “{said}”, which stands in an entry that is to be redacted. The reason stays for good.',
    next: 'Say why without repeating the text.',
  },
  'OUT-RED-003': {
    title: 'Order cannot be answered',
    message: 'The order to redact entries of {number} cannot be answered: {reason}',
    next: 'Open Audit to see how it stands.',
  },
  'OUT-RED-004': {
    title: 'Contents missing without an order',
    message:
      'Entry {seq} of replica {replica} came without its contents, and no order that two administrators gave is known here.',
    next: 'It is taken in with the order, or from a device that has the contents. Exchange with the device that wrote it.',
  },
  'OUT-RED-005': {
    title: 'Contents withheld',
    message:
      'The contents of entry {seq} of replica {replica} are missing on this device, and no confirmed order says so.',
    next: 'Ask the administrator who sent it. A device that has the contents can send them to a device that is set up anew.',
  },
} as const satisfies Record<string, ProblemKind>;
