import type { Lifecycle } from '../../definition/lifecycle.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import { conformanceKinds, conformancePhases } from '../support/conformance-choices.ts';
import { choice, externalReference, longText, reference, references, tags, text } from '../support/fields.ts';
import { refuse } from '../support/refuse.ts';
import { everyone, manageReference, ownProcess } from '../support/rights.ts';

const lifecycle: Lifecycle = {
  initial: 'pipeline',
  states: {
    pipeline: {
      label: 'Pipeline',
      class: 'waiting',
      help: 'Proposed, being designed or built; not yet offered.',
    },
    catalogue: { label: 'In catalogue', class: 'open', help: 'In operation and offered.' },
    retiring: {
      label: 'Retiring',
      class: 'waiting',
      help: 'Still running for those who have it; not offered any more.',
    },
    retired: { label: 'Retired', class: 'done', final: true },
  },
  transitions: [
    {
      action: 'offer',
      label: 'Move to catalogue',
      from: ['pipeline'],
      to: 'catalogue',
      permit: ownProcess,
      needs: ['owner', 'description'],
      primary: true,
      activity: 'SPM5',
    },
    {
      action: 'beginRetirement',
      label: 'Begin retirement',
      from: ['catalogue'],
      to: 'retiring',
      permit: ownProcess,
      needs: ['retirementReason'],
      activity: 'SPM6',
    },
    {
      action: 'keep',
      label: 'Keep offering',
      from: ['retiring'],
      to: 'catalogue',
      permit: ownProcess,
      activity: 'SPM6',
    },
    {
      action: 'retire',
      label: 'Retire service',
      from: ['retiring'],
      to: 'retired',
      permit: ownProcess,
      primary: true,
      activity: 'SPM6',
      touches: { parts: { type: 'service', by: 'dependsOn' } },
      guard: ({ related }) => {
        const users = related('parts').filter((other) => other.state === 'catalogue');
        return users.length === 0
          ? undefined
          : refuse(
              'Retire service',
              `${users.map((other) => textOf(other, 'name')).join(', ')} still depends on it.`,
            );
      },
    },
    {
      action: 'decline',
      label: 'Decline proposal',
      from: ['pipeline'],
      to: 'retired',
      permit: ownProcess,
      needs: ['retirementReason'],
      activity: 'SPM5',
    },
  ],
};

/** A service of the portfolio, with exactly one owner (DESMF 7.3). */
export const service: RecordType = {
  name: 'service',
  label: 'Service',
  plural: 'Services',
  prefix: 'SVC',
  help: 'What the unit gives to those it serves: e-mail, radio net, tactical telephone. Incidents and requests name it.',
  process: 'SPM',
  fields: {
    name: text('Name', { required: true, boost: 3 }),
    description: longText('What it gives', { maxLength: 4000 }),
    owner: reference('Service owner', 'person', {
      required: true,
      inverse: 'Owns services',
      help: 'The one person who answers for the service from design to retirement.',
    }),
    type: choice(
      'Type',
      [
        { value: 'missionFacing', label: 'For the mission', help: 'Users know and use it.' },
        { value: 'supporting', label: 'Supporting', help: 'Other services stand on it.' },
        { value: 'shared', label: 'Given by another provider' },
      ],
      { default: 'missionFacing' },
    ),
    criticality: choice('Importance', [
      { value: '1', label: 'Vital', help: 'The mission fails without it.' },
      { value: '2', label: 'Important' },
      { value: '3', label: 'Useful' },
    ]),
    supportTeam: reference('Support team', 'team', { inverse: 'Supports services' }),
    hours: reference('Service hours', 'service-calendar'),
    customers: references('Customers', 'organisation', { inverse: 'Uses services' }),
    dependsOn: references('Depends on', 'service', { inverse: 'Needed by' }),
    contact: text('Point of contact', { maxLength: 200 }),
    security: longText('Security arrangements', { maxLength: 4000 }),
    retirementReason: text('Reason for retiring', {
      readOnly: true,
      shown: (record) => textOf(record, 'retirementReason') !== '',
    }),
    tags: tags('Tags'),
    externalReference: externalReference(),
    conformanceKind: choice('Service type', conformanceKinds, {
      section: 'conformance',
      help: 'As DoDI 8440.01 divides services. A statement of conformance takes it over.',
    }),
    conformancePhase: choice('Phase', conformancePhases, {
      section: 'conformance',
      help: 'The phase of conformance that the service is in. The DoD CIO sets what has to be reached before the next.',
    }),
    component: reference('Component', 'organisation', {
      section: 'conformance',
      inverse: 'Services',
      help: 'The component that provides the service and answers for its conformance.',
    }),
  },
  sections: [
    { name: 'details', label: 'Service' },
    { name: 'conformance', label: 'Conformance' },
  ],
  lifecycle,
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'type', 'criticality', 'owner', 'supportTeam', 'hours'],
    sort: [{ column: 'name' }],
    filters: [
      { id: 'catalogue', label: 'In catalogue', query: { where: [{ column: 'state', in: ['catalogue'] }] } },
      { id: 'pipeline', label: 'Pipeline', query: { where: [{ column: 'state', in: ['pipeline'] }] } },
      { id: 'mine', label: 'Mine', query: { where: [{ column: 'owner', in: [{ symbol: 'me' }] }] } },
      {
        id: 'retired',
        label: 'Retiring and retired',
        query: { where: [{ column: 'state', in: ['retiring', 'retired'] }] },
      },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    board: 'state',
    quick: ['name', 'description', 'owner', 'type', 'supportTeam'],
    title: 'name',
    subtitle: ['type', 'owner'],
  },
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  migrations: [],
};
