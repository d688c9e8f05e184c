import type { ProcessDefinition } from '../../definition/process.ts';
import { withRaci } from '../support/raci.ts';
import { incident } from './incident.ts';
import { incidentMetrics } from './metrics.ts';
import { category, closureCode, priorityMatrix } from './reference-types.ts';
import { incidentSeed } from './seed.ts';

const raci = {
  accountable: 'Second Army',
  responsible: ['Second Army Functionals'],
  consulted: ['CIO/G-6', 'Second Army'],
  informed: ['Total Force'],
};

/** DESMF 9.4.3; ISO/IEC 20000-2, 8.1 and 8.2. */
export const incidentManagement: ProcessDefinition = {
  code: 'IM',
  name: 'Incident Management',
  domain: 'SO',
  section: '9.4.3',
  isoClauses: ['8.1', '8.2'],
  purpose:
    'Gets users back to work as fast as possible when a service fails or is about to, and keeps the harm to the mission small. It looks for a way to restore, not for the cause.',
  scope:
    'Every disturbance of a service and every threat of one, on three paths: normal; major, where the harm is greatest; and security, where somebody means harm or information is at risk. Wishes for something new are requests.',
  outcomes: [
    'Every incident is on record and sorted by what it concerns',
    'Each has a priority and has been looked into',
    'Where time runs out against what was agreed, the next level is brought in',
    'Service is restored and the record closed',
    'Each major incident is looked back on',
    'Those concerned know how their incident stands',
  ],
  activities: withRaci(raci, [
    [
      'IM1',
      'Establish Incident Management Framework',
      'Settle how incidents are handled here: paths, matrix, categories, who may declare what. Keep it current.',
    ],
    [
      'IM2',
      'Identify, Report and Log Incident',
      'Notice or take the report and write it down at once, with who, what and where.',
    ],
    [
      'IM3',
      'Categorize and Prioritize Incident',
      'Say what it concerns, how bad and how urgent it is, choose its path, and give it to a team. What is a wish becomes a request.',
    ],
    [
      'IM4',
      'Investigate and Diagnose Incident',
      'Gather facts, look for known errors, articles and like incidents, find a way to restore; escalate in time.',
    ],
    [
      'IM5',
      'Resolve and Recover Incident',
      'Carry out the way found, by workaround or change, and bring service back to what was agreed.',
    ],
    [
      'IM6',
      'Close Incident',
      'Have the user confirm, complete the record, check its category, review what was major.',
    ],
    [
      'IM7',
      'Monitor, Manage and Report Incident Management',
      'Follow clocks, backlog and trends, hand over each shift, report what is off course.',
    ],
    [
      'IM8',
      'Evaluate Incident Management Performance',
      'Judge from time to time whether the process still fits its purpose, and propose changes to it.',
    ],
  ]),
  roles: [
    { name: 'Process owner', does: 'Answers for the process: its design, its rules and its results.' },
    {
      name: 'Incident manager',
      does: 'Runs the process day by day, watches clocks and backlog, takes escalations.',
    },
    {
      name: 'Service desk analyst',
      does: 'Takes reports, logs, sorts, solves what can be solved at once, keeps users informed.',
    },
    { name: 'Technician', does: 'Looks into what the desk hands on and restores service.' },
    {
      name: 'Major incident manager',
      does: 'Coordinates one major incident from declaration to review and speaks for it.',
    },
    {
      name: 'Security analyst',
      does: 'Handles security incidents: contains, secures evidence, reports to authorities.',
    },
  ],
  policies: [
    'Every report is logged, even if it is solved in the same call.',
    'Priority follows from impact and urgency by the matrix, not from rank or volume of voice.',
    'The requester says whether service is back; the desk records their word and names it as such.',
    'A major incident has one manager at all times and is closed only after a review.',
    'A security incident is seen only by those who handle it, and is resolved only once contained.',
    'The clock stops while the user or an agreed change window is awaited, never for our own suppliers.',
    'A closed incident is reopened within 30 days; later the same fault is a new incident that names the old one.',
  ],
  metrics: incidentMetrics,
  recordTypes: [incident, category, closureCode, priorityMatrix],
  seed: incidentSeed,
};
