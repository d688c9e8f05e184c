import type { SeedRecord } from '../../definition/process.ts';
import type { FieldValues } from '../../definition/values.ts';

const ranks = ['1', '2', '3'];

const matrix: SeedRecord = {
  key: 'matrix-default',
  type: 'priority-matrix',
  fields: {
    name: 'Standard matrix',
    cells: ranks.flatMap((impact) =>
      ranks.map((urgency) => ({ impact, urgency, priority: String(Number(impact) + Number(urgency) - 1) })),
    ),
  },
};

const closureCodes = (
  [
    ['solved', 'Solved', 'solved', 'all', 'The fault is gone.'],
    ['workaround', 'Worked around', 'workaround', 'incident', 'Service is back; the fault is still there.'],
    ['replaced', 'Equipment replaced', 'solved', 'incident', 'Swapped for a working item.'],
    [
      'instructed',
      'User instructed',
      'solved',
      'incident',
      'Nothing was broken; the user knows now how it works.',
    ],
    ['by-vendor', 'Solved by vendor', 'solved', 'incident', 'A supplier mended it.'],
    ['by-change', 'Solved by change', 'solved', 'incident', 'A change removed the fault.'],
    ['cleared', 'Went away by itself', 'noFault', 'incident', 'Service came back without our doing.'],
    ['no-fault', 'No fault found', 'noFault', 'incident', 'Could not be shown again.'],
    [
      'not-solvable',
      'Cannot be solved',
      'unsolved',
      'incident',
      'Accepted as it is, with the requester’s knowledge.',
    ],
    ['duplicate', 'Duplicate', 'duplicate', 'all', 'Already logged under another number.'],
    ['fulfilled', 'Fulfilled', 'solved', 'request', 'Everything that was asked for was given.'],
    [
      'partly-fulfilled',
      'Partly fulfilled',
      'workaround',
      'request',
      'Some items were left out, with the requester’s knowledge.',
    ],
  ] as const
).map(([key, name, outcome, appliesTo, description]) => ({
  key: `closure-${key}`,
  type: 'closure-code',
  fields: { name, outcome, appliesTo, description },
}));

/** Tree of two levels: [key, name, children]. */
const tree = [
  [
    'computing',
    'Computers and accounts',
    [
      ['laptop', 'Laptop or desktop'],
      ['account', 'Account and password'],
      ['printing', 'Printing'],
      ['peripheral', 'Peripheral'],
    ],
  ],
  [
    'software',
    'Software',
    [
      ['office', 'Office and mail'],
      ['mission', 'Mission application'],
      ['operating-system', 'Operating system'],
    ],
  ],
  [
    'network',
    'Network',
    [
      ['lan', 'Local network'],
      ['wan', 'Wide area link'],
      ['wireless', 'Wireless'],
      ['vpn', 'Remote access'],
    ],
  ],
  [
    'voice',
    'Voice',
    [
      ['telephone', 'Telephone'],
      ['conference', 'Conference and video'],
    ],
  ],
  [
    'radio',
    'Radio',
    [
      ['vhf', 'VHF and UHF'],
      ['hf', 'HF'],
      ['tactical-data', 'Tactical data'],
    ],
  ],
  [
    'satcom',
    'Satellite',
    [
      ['terminal', 'Terminal'],
      ['satellite-link', 'Link'],
    ],
  ],
  [
    'infrastructure',
    'Infrastructure',
    [
      ['server', 'Server and storage'],
      ['power', 'Power and cooling'],
      ['cabling', 'Cabling'],
    ],
  ],
  [
    'security',
    'Security',
    [
      ['malware', 'Malicious software'],
      ['crypto', 'Cryptographic device'],
      ['spill', 'Information spillage'],
    ],
  ],
  ['other', 'Other', []],
] as const;

function categoryRecord(key: string, name: string, parent?: string): SeedRecord {
  const under: FieldValues = parent === undefined ? {} : { parent: `@category-${parent}` };
  return { key: `category-${key}`, type: 'category', fields: { name, appliesTo: 'all', ...under } };
}

const categories = tree.flatMap(([key, name, children]) => [
  categoryRecord(key, name),
  ...children.map(([child, label]) => categoryRecord(`${key}-${child}`, label, key)),
]);

/** What every new unit begins with: matrix, closure codes and a starter tree of categories. */
export const incidentSeed: readonly SeedRecord[] = [matrix, ...closureCodes, ...categories];
