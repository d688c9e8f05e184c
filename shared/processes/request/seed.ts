import type { SeedRecord } from '../../definition/process.ts';
import type { FieldValues, TableRow } from '../../definition/values.ts';

interface Shipped {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly expectedTime: string;
  readonly questions: readonly TableRow[];
  readonly tasks: readonly string[];
  readonly more?: FieldValues;
}

function ask(label: string, kind = 'text', required = true): TableRow {
  return { label, kind, required };
}

const shipped: readonly Shipped[] = [
  {
    key: 'password-reset',
    name: 'Password reset',
    description: 'A new first password after the requester’s identity was checked.',
    category: 'computing-account',
    expectedTime: 'PT1H',
    questions: [ask('Which account or system?')],
    tasks: ['Check the requester’s identity', 'Reset the password and hand it over in person'],
  },
  {
    key: 'new-account',
    name: 'New account',
    description: 'A network account with mailbox for somebody who has arrived.',
    category: 'computing-account',
    expectedTime: 'P1D',
    questions: [
      ask('For whom (name, rank)?'),
      ask('Needed from', 'date'),
      ask('Training certificate on file?', 'yesNo'),
    ],
    tasks: [
      'Check the access form and training',
      'Create account and mailbox',
      'Hand over and have the user sign in once',
    ],
    more: { needsApproval: true, approverRole: 'manager' },
  },
  {
    key: 'mailbox',
    name: 'Shared mailbox or list',
    description: 'A mailbox or distribution list for a section.',
    category: 'software-office',
    expectedTime: 'P1D',
    questions: [ask('Name of the mailbox or list'), ask('Members')],
    tasks: ['Create it and set its members', 'Tell the owner how to manage it'],
  },
  {
    key: 'laptop',
    name: 'Laptop',
    description: 'A laptop with the standard image, issued on a hand receipt.',
    category: 'computing-laptop',
    expectedTime: 'P5D',
    questions: [ask('For whom?'), ask('Special software', 'text', false)],
    tasks: [
      'Take one from stock or order it',
      'Install the standard image and updates',
      'Issue on hand receipt',
    ],
    more: { needsApproval: true, approverRole: 'manager', price: 1400, approvalThreshold: 2500 },
  },
  {
    key: 'software',
    name: 'Software installation',
    description: 'Approved software on a government computer.',
    category: 'software',
    expectedTime: 'P2D',
    questions: [ask('Which software and version?'), ask('On which computer?')],
    tasks: ['Check that it is on the approved list and licensed', 'Install and test with the user'],
    more: { needsApproval: true, approverRole: 'security' },
  },
  {
    key: 'radio',
    name: 'Radio',
    description: 'A radio with battery, antenna and fill, on a hand receipt.',
    category: 'radio-vhf',
    expectedTime: 'P2D',
    questions: [ask('Net or purpose'), ask('Returned by', 'date')],
    tasks: ['Check and charge the set', 'Load fill and frequencies', 'Issue on hand receipt'],
  },
  {
    key: 'telephone',
    name: 'Telephone line',
    description: 'A desk telephone with a number of its own.',
    category: 'voice-telephone',
    expectedTime: 'P3D',
    questions: [ask('Where (building, room)?'), ask('Class of service', 'text', false)],
    tasks: ['Assign number and port', 'Run the line and set up the telephone', 'Add it to the directory'],
  },
  {
    key: 'move',
    name: 'Move of workplace',
    description: 'Computers, telephones and network ports to another place.',
    category: 'infrastructure-cabling',
    expectedTime: 'P5D',
    questions: [
      ask('From where to where?'),
      ask('On which day?', 'date'),
      ask('How many workplaces?', 'number'),
    ],
    tasks: ['Check power and ports at the new place', 'Move and connect', 'Correct locations in the records'],
  },
  {
    key: 'conference',
    name: 'Video conference support',
    description: 'Room, link and an operator for a conference.',
    category: 'voice-conference',
    expectedTime: 'P1D',
    questions: [ask('Date'), ask('Start and end, in Zulu'), ask('Far ends')],
    tasks: ['Book room and bridge', 'Test with the far ends', 'Operate the conference'],
  },
];

/** The catalogue that a new unit starts with; it edits, withdraws and adds as it needs. */
export const requestSeed: readonly SeedRecord[] = shipped.map(
  ({ key, name, description, category, expectedTime, questions, tasks, more }) => ({
    key: `item-${key}`,
    type: 'catalogue-item',
    fields: {
      name,
      description,
      category: `@category-${category}`,
      expectedTime,
      questions,
      tasks: tasks.map((title, index) => ({ order: index + 1, title })),
      ...more,
    },
    acts: [{ action: 'publish', inputs: {} }],
  }),
);
