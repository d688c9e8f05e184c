import type { ProcessDefinition } from '../../definition/process.ts';
import { withRaci } from '../support/raci.ts';
import { serviceOffering } from './offering.ts';
import { serviceCatalogMetrics } from './metrics.ts';

const raci = {
  accountable: 'CIO/G-6',
  responsible: ['CIO/G-6', 'ASA(ALT)', 'Second Army Functionals'],
  consulted: ['IT Service Owners'],
  informed: ['Total Force'],
};

/** DESMF 9.1.6; ISO/IEC 20000-2, 6.1.1. */
export const serviceCatalogManagement: ProcessDefinition = {
  code: 'SCM',
  name: 'Service Catalog Management',
  domain: 'SS',
  section: '9.1.6',
  isoClauses: ['6.1.1'],
  purpose:
    'Keeps the one list of services that people can have, in words they understand, correct and open to everybody entitled to see it.',
  scope:
    'All services in operation or about to be, with their offerings, levels, contacts and ways to order.',
  outcomes: [
    'There is one place that tells which services are offered',
    'What it says about services in operation or soon to come is correct and complete',
    'Each reader finds a view that explains the services in terms of their use',
  ],
  activities: withRaci(raci, [
    [
      'SCM1',
      'Establish Service Catalog Management Framework',
      'Settle who keeps the catalogue, who approves entries and how it is published.',
    ],
    [
      'SCM2',
      'Define Service Catalog Requirements',
      'Ask users and service owners what the catalogue must show, and to whom.',
    ],
    [
      'SCM3',
      'Plan Service Catalog',
      'Design structure, wording and navigation so that people can act on what they read.',
    ],
    [
      'SCM4',
      'Implement and Modify Service Catalog',
      'Write and change entries; each change is approved before it shows.',
    ],
    [
      'SCM5',
      'Publish Service Catalog',
      'Open approved entries to their audience, and withdraw what is no longer offered.',
    ],
    [
      'SCM6',
      'Monitor, Manage and Report Service Catalog Management',
      'Watch whether entries are current and used, and report what is not.',
    ],
    [
      'SCM7',
      'Evaluate Service Catalog Management Performance',
      'Judge from time to time whether the process still fits its purpose.',
    ],
  ]),
  roles: [
    { name: 'Process owner', does: 'Answers for the catalogue and approves its entries.' },
    { name: 'Catalogue manager', does: 'Writes, publishes and checks entries.' },
  ],
  policies: [
    'Only approved entries are published.',
    'An entry is written for its customers; technical detail stands apart.',
    'A published entry that changes goes through approval again.',
  ],
  metrics: serviceCatalogMetrics,
  recordTypes: [serviceOffering],
  seed: [],
};
