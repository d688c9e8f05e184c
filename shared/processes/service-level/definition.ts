import type { ProcessDefinition } from '../../definition/process.ts';
import { withRaci } from '../support/raci.ts';
import { agreement } from './agreement.ts';
import { serviceCalendar } from './calendar.ts';
import { serviceLevelSeed } from './seed.ts';
import { serviceLevelMetrics } from './metrics.ts';

const raci = {
  accountable: 'Second Army',
  responsible: ['ASA(ALT)', 'Second Army Functionals'],
  consulted: ['CIO/G-6', 'ASA(ALT)', 'Second Army'],
  informed: ['Total Force'],
};

/** DESMF 9.2.6; ISO/IEC 20000-2, 6.1 and 6.2. */
export const serviceLevelManagement: ProcessDefinition = {
  code: 'SLM',
  name: 'Service Level Management',
  domain: 'SD',
  section: '9.2.6',
  isoClauses: ['6.1', '6.2'],
  purpose:
    'Agrees with those we serve how good each service must be, writes it down in terms that can be measured, and looks at what was really delivered together with them.',
  scope:
    'All agreements on service quality: with customers (SLA), between our own teams (OLA) and with suppliers (UC), from the first wish to the archive.',
  outcomes: [
    'It is known which services exist and what each depends on',
    'Every service has written targets and expected volumes in an SLA',
    'What is delivered is measured against the agreed targets',
    'Those concerned are told how delivery compares with what was promised',
    'When needs change, the agreements change with them',
  ],
  activities: withRaci(raci, [
    [
      'SLM1',
      'Establish Service Level Management Framework',
      'Decide how agreements are made, approved, measured and reviewed here, and keep that decision current.',
    ],
    [
      'SLM2',
      'Capture Service Level Requirements',
      'Sit down with each customer and write which levels the mission needs and what can be afforded.',
    ],
    [
      'SLM3',
      'Review Existing OLAs and UCs',
      'Look through what teams and suppliers promise already, before promising more on top of it.',
    ],
    [
      'SLM4',
      'Define Requirements for OLA or UC',
      'Work out what each supporting team or supplier must hold, with clear edges and hand-overs.',
    ],
    [
      'SLM5',
      'Negotiate or Archive SLA',
      'Bring both sides to one text, have it authorised, put it in force; archive what is over.',
    ],
    [
      'SLM6',
      'Monitor and Report Service Level Achievements',
      'Follow the clocks and measures and report which targets were met or missed.',
    ],
    [
      'SLM7',
      'Conduct Service Review',
      'Go through the results with the customer, name gaps and their causes, agree what follows.',
    ],
    ['SLM8', 'Formulate Service Improvement Plan', 'Turn gaps and wishes into a plan with owners and dates.'],
    [
      'SLM9',
      'Monitor, Manage and Report Service Level Management',
      'Watch whether the process itself does its work: reviews held, agreements current.',
    ],
    [
      'SLM10',
      'Evaluate Service Level Management Performance',
      'Judge from time to time whether the process still fits, and propose changes to it.',
    ],
  ]),
  roles: [
    {
      name: 'Process owner',
      does: 'Answers for the process, its design and its results; authorises agreements for the provider.',
    },
    { name: 'Service level manager', does: 'Negotiates, keeps and reviews agreements day by day.' },
    { name: 'Service owner', does: 'Says what the service can hold and answers for reaching it.' },
  ],
  policies: [
    'A clock follows an agreement that is in force, never a draft.',
    'Targets are set as the customer experiences the service: a wait for our own suppliers does not stop the clock.',
    'Every agreement is looked at on its review date, at least once a year.',
    'An agreement changes only through a new negotiation and authorisation of both sides.',
  ],
  metrics: serviceLevelMetrics,
  recordTypes: [agreement, serviceCalendar],
  seed: serviceLevelSeed,
};
