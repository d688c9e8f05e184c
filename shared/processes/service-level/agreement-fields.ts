import type { Field, LongTextField } from '../../definition/field.ts';
import type { Section } from '../../definition/record-type.ts';
import { priorityChoices } from '../../engine/priority.ts';
import {
  choice,
  date,
  duration,
  externalReference,
  instant,
  longText,
  reference,
  references,
  table,
  text,
} from '../support/fields.ts';

export const agreementSections: readonly Section[] = [
  { name: 'parties', label: 'Agreement and parties' },
  { name: 'targets', label: 'Hours and targets' },
  { name: 'duties', label: 'Duties of both sides' },
  { name: 'handling', label: 'Priorities, escalation, complaints' },
  { name: 'limits', label: 'Workload and money' },
  { name: 'running', label: 'Running the service' },
];

function content(label: string, section: string, help: string): LongTextField {
  return longText(label, { section, help });
}

/** Everything that ISO/IEC 20000-2:2005, 6.1.2 a) to t) asks an agreement to hold or to point at. */
export const agreementFields: Readonly<Record<string, Field>> = {
  name: text('Name', { required: true, boost: 3, section: 'parties' }),
  kind: choice(
    'Kind',
    [
      {
        value: 'sla',
        label: 'Service level agreement (SLA)',
        help: 'Between us and those we serve. Its targets come before those of the others.',
      },
      {
        value: 'ola',
        label: 'Operational level agreement (OLA)',
        help: 'Between teams of our own side. Its targets count where no SLA has one.',
      },
      {
        value: 'uc',
        label: 'Underpinning contract (UC)',
        help: 'With a supplier outside. Its targets count where neither SLA nor OLA has one.',
      },
    ],
    { required: true, default: 'sla', section: 'parties' },
  ),
  description: content('Services in short', 'parties', 'What is agreed on, in words that the customer uses.'),
  services: references('Services', 'service', {
    section: 'parties',
    inverse: 'Agreements',
    help: 'Empty: it covers every service that has no agreement of its own.',
  }),
  organisations: references('Organisations', 'organisation', {
    section: 'parties',
    inverse: 'Agreements',
    help: 'Whom it is made with. Empty: everybody.',
  }),
  supplier: reference('Supplier', 'organisation', {
    section: 'parties',
    inverse: 'Underpinning contracts',
    shown: (record) => record.fields['kind'] === 'uc',
    required: (record) => record.fields['kind'] === 'uc',
  }),
  validFrom: date('In force from', { section: 'parties' }),
  validUntil: date('In force until', { section: 'parties', help: 'Empty: until it is archived.' }),
  nextReview: instant('Next review', { section: 'parties' }),
  changeControl: content(
    'How it is changed',
    'parties',
    'Who proposes, who agrees, and how a new version becomes valid.',
  ),
  authorisedCustomer: reference('Authorised for the customer', 'person', { section: 'parties' }),
  authorisedProvider: reference('Authorised for the provider', 'person', { section: 'parties' }),
  calendar: reference('Service hours', 'service-calendar', {
    section: 'targets',
    help: 'Clocks run in these hours. Empty: the unit’s default hours.',
  }),
  hoursNote: content(
    'Busy periods and cover out of hours',
    'targets',
    'Critical periods of the customer, and who answers when the desk is closed.',
  ),
  targets: table(
    'Targets',
    {
      recordType: choice(
        'For',
        [
          { value: 'incident', label: 'Incidents' },
          { value: 'request', label: 'Requests' },
          { value: 'request-task', label: 'Request tasks' },
        ],
        { required: true },
      ),
      measure: choice(
        'Measure',
        [
          { value: 'response', label: 'Response' },
          { value: 'resolution', label: 'Resolution or fulfilment' },
        ],
        { required: true },
      ),
      priority: choice('Priority', priorityChoices, {
        help: 'Empty: any priority that has no line of its own.',
      }),
      target: duration('Within', {
        required: true,
        help: 'PT4H is four hours; P1D is one service day of the calendar.',
      }),
    },
    { section: 'targets', maxRows: 60 },
  ),
  otherTargets: content(
    'Other targets',
    'targets',
    'Availability, capacity and whatever else is promised and measured.',
  ),
  interruptions: content(
    'Planned interruptions',
    'targets',
    'How many in a period, how long, and how early they are announced.',
  ),
  customerDuties: content('Duties of the customer', 'duties', 'Security, reachability, equipment care …'),
  providerDuties: content(
    'Duties and liability of the provider',
    'duties',
    'What we must do, and what happens where we do not.',
  ),
  communication: content(
    'Communication and reports',
    'duties',
    'Who is told what, how often, in which form.',
  ),
  emergencyContacts: content(
    'Contacts in an emergency',
    'duties',
    'People who may decide during incidents, recovery and workarounds.',
  ),
  priorityGuide: content(
    'Impact and priority',
    'handling',
    'What counts as high impact and urgency for this customer.',
  ),
  escalation: content('Escalation and notification', 'handling', 'When whom, on both sides.'),
  complaints: content('Complaints', 'handling', 'Where a complaint goes and how it is answered.'),
  interruptionAction: content(
    'When the service fails',
    'handling',
    'First steps, fallback, continuity plan.',
  ),
  workload: content(
    'Workload limits',
    'limits',
    'Lowest and highest number of users, volumes, throughput that the targets hold for.',
  ),
  finance: content('Money', 'limits', 'Charge codes, price, penalties, in outline.'),
  housekeeping: content('Housekeeping', 'running', 'Backups, clean-ups, regular restarts and who does them.'),
  relatedServices: content(
    'Supporting and related services',
    'running',
    'What this depends on and what depends on it.',
  ),
  exceptions: content('Exceptions', 'running', 'Where the terms do not hold.'),
  glossary: content('Terms', 'running', 'Words used in a special sense, or where the glossary is.'),
  archiveReason: text('Reason for archiving', { section: 'parties', readOnly: true }),
  externalReference: externalReference('parties'),
};
