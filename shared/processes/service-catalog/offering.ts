import type { RecordType } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import { decimal, externalReference, longText, reference, references, text } from '../support/fields.ts';
import { everyone, manageReference, ownProcess } from '../support/rights.ts';

/** A service as it is offered to some customers: its levels, hours and price. */
export const serviceOffering: RecordType = {
  name: 'service-offering',
  label: 'Service offering',
  plural: 'Service offerings',
  prefix: 'OFR',
  help: 'One way a service can be had, for example e-mail with or without a mobile device. Only published ones are offered.',
  process: 'SCM',
  fields: {
    name: text('Name', { required: true, boost: 3 }),
    service: reference('Service', 'service', { required: true, inverse: 'Offerings' }),
    description: longText('What the customer gets', { maxLength: 4000 }),
    audience: references('For', 'organisation', { help: 'Empty: everybody the service is for.' }),
    agreement: reference('Agreement', 'agreement', { inverse: 'Offerings' }),
    hours: reference('Service hours', 'service-calendar'),
    price: decimal('Price', { min: 0, unit: 'USD', help: 'Per user and month, where it is charged.' }),
    supportTeam: reference('Support team', 'team'),
    technicalNote: longText('Technical view', {
      maxLength: 4000,
      help: 'For those who run it: parts, dependencies, limits.',
    }),
    withdrawalReason: text('Reason for withdrawal', {
      readOnly: true,
      shown: (record) => textOf(record, 'withdrawalReason') !== '',
    }),
    externalReference: externalReference(),
  },
  sections: [{ name: 'details', label: 'Offering' }],
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', class: 'open' },
      approved: { label: 'Approved', class: 'waiting', help: 'May be published.' },
      published: { label: 'Published', class: 'open', help: 'Offered to its audience.' },
      withdrawn: { label: 'Withdrawn', class: 'done', final: true },
    },
    transitions: [
      {
        action: 'approve',
        label: 'Approve entry',
        from: ['draft'],
        to: 'approved',
        permit: ownProcess,
        needs: ['description'],
        primary: true,
        activity: 'SCM4',
      },
      {
        action: 'publish',
        label: 'Publish entry',
        from: ['approved'],
        to: 'published',
        permit: manageReference,
        primary: true,
        activity: 'SCM5',
      },
      {
        action: 'rework',
        label: 'Rework entry',
        from: ['approved', 'published', 'withdrawn'],
        to: 'draft',
        permit: manageReference,
        activity: 'SCM4',
      },
      {
        action: 'withdraw',
        label: 'Withdraw entry',
        from: ['draft', 'approved', 'published'],
        to: 'withdrawn',
        permit: ownProcess,
        needs: ['withdrawalReason'],
        activity: 'SCM5',
      },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'service', 'audience', 'agreement', 'price'],
    sort: [{ column: 'name' }],
    filters: [
      { id: 'published', label: 'Published', query: { where: [{ column: 'state', in: ['published'] }] } },
      {
        id: 'preparing',
        label: 'In preparation',
        query: { where: [{ column: 'state', in: ['draft', 'approved'] }] },
      },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'service', 'description', 'hours'],
    title: 'name',
    subtitle: ['service'],
  },
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  migrations: [],
};
