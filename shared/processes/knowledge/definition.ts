import type { ProcessDefinition } from '../../definition/process.ts';
import { withRaci } from '../support/raci.ts';
import { article } from './article.ts';
import { knowledgeMetrics } from './metrics.ts';

const raci = {
  accountable: 'Second Army',
  responsible: ['Second Army'],
  consulted: ['CIO/G-6', 'ASA(ALT)', 'Second Army Functionals'],
  informed: ['Total Force'],
};

/** DESMF 9.3.6; ISO/IEC 20000-2, 3.2 and 8.2. */
export const knowledgeManagement: ProcessDefinition = {
  code: 'KM',
  name: 'Knowledge Management',
  domain: 'ST',
  section: '9.3.6',
  isoClauses: ['3.2', '8.2'],
  purpose:
    'Brings what somebody already found out to the next person who needs it, at the moment of need, checked and current.',
  scope:
    'Solutions, workarounds, instructions, checklists and contacts that help to give and restore services.',
  outcomes: [
    'Data and knowledge are looked after from their making to their end',
    'There are standards for writing knowledge down and passing it on',
    'It is settled how the knowledge on services is organised',
    'It is known where knowledge comes from on each tier and who answers for it',
    'What other systems know and the services need can be reached',
    'Knowledge is gathered, put in order, published and kept right',
    'How often knowledge lets each tier resolve calls is measured, reported and raised',
  ],
  activities: withRaci(raci, [
    [
      'KM1',
      'Establish Knowledge Management Framework',
      'Settle how knowledge is written, checked and kept, and whose duty it is.',
    ],
    [
      'KM2',
      'Create and Maintain Knowledge Architecture',
      'Decide kinds, keywords and structure, no heavier than people will use.',
    ],
    [
      'KM3',
      'Acquire Knowledge Assets',
      'Write down what was learned while the case is fresh, from incidents and from experts.',
    ],
    [
      'KM4',
      'Analyze Knowledge Assets',
      'Have somebody who knows the matter check it before others rely on it.',
    ],
    [
      'KM5',
      'Publish and Manage Knowledge Assets',
      'Open it to its readers, keep it right, retire it when it no longer holds.',
    ],
    [
      'KM6',
      'Monitor, Manage and Report Knowledge Management',
      'See which articles help and which are missing, on every tier.',
    ],
    [
      'KM7',
      'Evaluate Knowledge Management Performance',
      'Judge from time to time whether the process still fits its purpose.',
    ],
  ]),
  roles: [
    { name: 'Process owner', does: 'Answers for the process and its standards.' },
    { name: 'Knowledge manager', does: 'Keeps structure, reviews and publication going.' },
    { name: 'Author', does: 'Writes an article and mends it.' },
    { name: 'Reviewer', does: 'Knows the matter and checks the article.' },
  ],
  policies: [
    'Nobody approves an article of their own.',
    'Every published article has a date on which it is looked at again.',
    'Nothing is written above the marking of this workspace.',
  ],
  metrics: knowledgeMetrics,
  recordTypes: [article],
  seed: [],
};
