import type { ProcessDefinition } from '../../definition/process.ts';
import { withRaci } from '../support/raci.ts';
import { configurationItem } from './configuration-item.ts';
import { configurationMetrics } from './metrics.ts';

const raci = {
  accountable: 'Second Army',
  responsible: ['Second Army Functionals'],
  consulted: ['CIO/G-6', 'ASA(ALT)', 'Second Army Functionals'],
  informed: ['Total Force'],
};

/** DESMF 9.3.5; ISO/IEC 20000-2, 9.1. */
export const configurationManagement: ProcessDefinition = {
  code: 'CfM',
  name: 'Configuration Management',
  domain: 'ST',
  section: '9.3.5',
  isoClauses: ['9.1'],
  purpose:
    'Knows which parts the services are made of, in which version and state, and above all how they hang together.',
  scope:
    'Equipment, software, systems and documents that a service needs, with their relations to each other and to services.',
  outcomes: [
    'Every item that matters is identified and its relations are known',
    'State and changes of items are recorded, followed and reported',
    'No item changes outside control',
    'Where record and thing differ, it is found and put right',
    'What was released stays as it was released',
    'The make-up of released systems and services is under control',
  ],
  activities: withRaci(raci, [
    [
      'CfM1',
      'Establish Configuration Management Framework',
      'Settle what is kept, how it is named and who may change it.',
    ],
    [
      'CfM2',
      'Perform Configuration Identification',
      'Define classes, attributes and relations, and record each item with them.',
    ],
    [
      'CfM3',
      'Conduct Configuration Control',
      'Keep state and relations true through each item’s life, and take baselines to go back to.',
    ],
    [
      'CfM4',
      'Report Configuration Status',
      'Give those entitled what they need to know about one item or many.',
    ],
    [
      'CfM5',
      'Conduct Configuration Verification & Audit',
      'Hold records against the real things and against the media library, and mend differences.',
    ],
    [
      'CfM6',
      'Monitor, Manage and Report Configuration Management',
      'Follow the work of the process and report what lags.',
    ],
    [
      'CfM7',
      'Evaluate Configuration Management Performance',
      'Judge from time to time whether the process still fits its purpose.',
    ],
  ]),
  roles: [
    { name: 'Process owner', does: 'Answers for the process and its policies.' },
    { name: 'Configuration manager', does: 'Keeps classes, baselines and audits.' },
    { name: 'Item owner', does: 'Answers for the truth of one item’s record.' },
  ],
  policies: [
    'A live item changes only under the number of a change or release.',
    'An item that others depend on is not withdrawn before them.',
    'Every live item has an owner and is verified once a year.',
  ],
  metrics: configurationMetrics,
  recordTypes: [configurationItem],
  seed: [],
};
