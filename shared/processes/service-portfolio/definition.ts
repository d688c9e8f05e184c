import type { ProcessDefinition } from '../../definition/process.ts';
import { withRaci } from '../support/raci.ts';
import { service } from './service.ts';
import { servicePortfolioMetrics } from './metrics.ts';

const raci = {
  accountable: 'CIO/G-6',
  responsible: ['CIO/G-6', 'ASA(ALT)', 'Second Army Functionals'],
  consulted: ['IT Service Owners'],
  informed: ['Total Force'],
};

/** DESMF 9.1.5. This release holds the portfolio's services; proposals and business cases come with the full process. */
export const servicePortfolioManagement: ProcessDefinition = {
  code: 'SPM',
  name: 'Service Portfolio Management',
  domain: 'SS',
  section: '9.1.5',
  isoClauses: ['5'],
  purpose:
    'Decides which services are worth having: weighs proposals by what they bring to the mission and cost, and follows each service from the first idea to its end.',
  scope: 'Every IT service, whether still an idea, in design, offered, on its way out or retired.',
  outcomes: [
    'Money for services follows the needs of the mission and its partners',
    'There is one list of all services',
    'What the list says about a service has been checked',
    'The mix of services brings the most value for its cost',
    'Proposals are backed by a business case that was examined',
    'Services are ranked and in line with each other',
    'What is offered matches what is asked for',
    'Decisions reach those concerned and resources follow them',
    'Investments are chosen by the goals of stakeholders and the return they bring',
  ],
  activities: withRaci(raci, [
    [
      'SPM1',
      'Establish Service Portfolio Management Framework',
      'Settle how the portfolio is kept, who decides and by which rules.',
    ],
    [
      'SPM2',
      'Create Initial Services Inventory',
      'Once, gather every service that exists or is being made, and put each in its phase.',
    ],
    [
      'SPM3',
      'Define Service Analysis Objectives and Thresholds',
      'Set what a service must show to move from one phase to the next.',
    ],
    [
      'SPM4',
      'Assess and Prioritize Service Proposals',
      'Examine each proposal’s case, cost and risk, and rank it among the others.',
    ],
    ['SPM5', 'Determine Service Approval', 'Decide yes, no or not yet, and bring the portfolio up to date.'],
    [
      'SPM6',
      'Conduct Service Portfolio Review',
      'Look over the whole: balance, overlap, results against plan; retire what no longer pays.',
    ],
    [
      'SPM7',
      'Monitor, Manage and Report Service Portfolio Management',
      'Follow the work of the process and report what does not go as it should.',
    ],
    [
      'SPM8',
      'Evaluate Service Portfolio Management Performance',
      'Judge from time to time whether the process still fits its purpose.',
    ],
  ]),
  roles: [
    {
      name: 'Process owner',
      does: 'Answers for the portfolio process and decides on services with the governance board.',
    },
    { name: 'Service owner', does: 'Answers for one service in every phase of its life.' },
  ],
  policies: [
    'Every service has exactly one owner.',
    'A service is offered only after it was approved into the catalogue.',
    'A service that others depend on is not retired before they are.',
  ],
  metrics: servicePortfolioMetrics,
  recordTypes: [service],
  seed: [],
};
