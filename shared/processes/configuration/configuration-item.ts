import type { Lifecycle } from '../../definition/lifecycle.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import {
  choice,
  date,
  externalReference,
  longText,
  reference,
  references,
  tags,
  text,
} from '../support/fields.ts';
import { refuse } from '../support/refuse.ts';
import { everyone, manageReference } from '../support/rights.ts';

const classChoices = [
  { value: 'computer', label: 'Laptop or desktop' },
  { value: 'server', label: 'Server' },
  { value: 'network', label: 'Network device' },
  { value: 'radio', label: 'Radio' },
  { value: 'satellite', label: 'Satellite terminal' },
  { value: 'telephone', label: 'Telephone' },
  { value: 'printer', label: 'Printer or scanner' },
  { value: 'power', label: 'Power and cooling' },
  { value: 'crypto', label: 'Cryptographic device' },
  { value: 'software', label: 'Software' },
  { value: 'system', label: 'System' },
  { value: 'document', label: 'Document' },
  { value: 'other', label: 'Other' },
];

const lifecycle: Lifecycle = {
  initial: 'ordered',
  states: {
    ordered: { label: 'Ordered', class: 'waiting' },
    received: { label: 'Received', class: 'open', help: 'Here, in storage or being set up.' },
    inTest: { label: 'In test', class: 'open' },
    live: { label: 'Live', class: 'open', help: 'In use.' },
    underChange: {
      label: 'Under change',
      class: 'waiting',
      help: 'Taken out of normal use by an authorised change.',
    },
    withdrawn: { label: 'Withdrawn', class: 'done', help: 'Out of use, not yet disposed of.' },
    disposed: { label: 'Disposed', class: 'done', final: true },
  },
  transitions: [
    {
      action: 'receive',
      label: 'Receive item',
      from: ['ordered'],
      to: 'received',
      permit: manageReference,
      offers: ['serialNumber', 'assetTag', 'location'],
      primary: true,
      activity: 'CfM3',
    },
    {
      action: 'test',
      label: 'Begin test',
      from: ['received', 'underChange'],
      to: 'inTest',
      permit: manageReference,
      primary: ['received'],
      activity: 'CfM3',
    },
    {
      action: 'goLive',
      label: 'Put in use',
      from: ['ordered', 'received', 'inTest', 'underChange', 'withdrawn'],
      to: 'live',
      permit: manageReference,
      needs: ['owner'],
      offers: ['location', 'service'],
      primary: ['inTest', 'underChange', 'withdrawn'],
      activity: 'CfM3',
    },
    {
      action: 'beginChange',
      label: 'Put under change',
      from: ['live'],
      to: 'underChange',
      permit: manageReference,
      needs: ['changeReference'],
      activity: 'CfM3',
    },
    {
      action: 'withdraw',
      label: 'Withdraw item',
      from: ['received', 'inTest', 'live', 'underChange'],
      to: 'withdrawn',
      permit: manageReference,
      offers: ['changeReference'],
      activity: 'CfM3',
      touches: { users: { type: 'configuration-item', by: 'dependsOn' } },
      guard: ({ related }) => {
        const live = related('users').filter((item) => item.state === 'live');
        return live.length === 0
          ? undefined
          : refuse(
              'Withdraw item',
              `${live.map((item) => textOf(item, 'name')).join(', ')} still depends on it.`,
            );
      },
    },
    {
      action: 'dispose',
      label: 'Record disposal',
      from: ['withdrawn'],
      to: 'disposed',
      permit: manageReference,
      needs: ['disposalRecord'],
      confirm: 'Record that the item is gone for good?',
      activity: 'CfM3',
    },
    {
      action: 'verify',
      label: 'Record as verified',
      from: ['received', 'inTest', 'live', 'underChange', 'withdrawn'],
      to: 'same',
      permit: manageReference,
      needs: ['verifiedOn'],
      activity: 'CfM5',
    },
  ],
};

/** A thing that must be managed to deliver a service; first form, full with the configuration process. */
export const configurationItem: RecordType = {
  name: 'configuration-item',
  label: 'Configuration item',
  plural: 'Configuration items',
  prefix: 'CI',
  help: 'Equipment, software and systems that services are made of. Incidents name the items they are about.',
  process: 'CfM',
  fields: {
    name: text('Name', { required: true, boost: 3 }),
    class: choice('Class', classChoices, { required: true }),
    model: text('Make and model', { maxLength: 120 }),
    serialNumber: text('Serial number', { maxLength: 80, boost: 2 }),
    assetTag: text('Asset tag', { maxLength: 80, boost: 2 }),
    version: text('Version', { maxLength: 80 }),
    owner: reference('Owner', 'person', { inverse: 'Owns items' }),
    usedBy: reference('Used by', 'person', { inverse: 'Uses items' }),
    location: reference('Location', 'location', { inverse: 'Items' }),
    service: reference('Service', 'service', { inverse: 'Items' }),
    supportTeam: reference('Support team', 'team', { inverse: 'Supports items' }),
    supplier: reference('Supplier', 'organisation', { inverse: 'Supplied items' }),
    parent: reference('Part of', 'configuration-item', {
      inverse: 'Parts',
      acyclic: true,
      section: 'relations',
    }),
    dependsOn: references('Depends on', 'configuration-item', { inverse: 'Needed by', section: 'relations' }),
    changeReference: text('Change reference', {
      section: 'control',
      maxLength: 80,
      help: 'Number of the change or release that allows it.',
    }),
    verifiedOn: date('Last verified', {
      section: 'control',
      help: 'Day somebody held the record against the thing itself.',
    }),
    disposalRecord: text('Disposal record', {
      section: 'control',
      readOnly: true,
      help: 'Document or hand receipt that proves the disposal.',
      shown: (record) => ['withdrawn', 'disposed'].includes(record.state),
    }),
    remarks: longText('Remarks', { section: 'control', maxLength: 4000 }),
    tags: tags('Tags'),
    externalReference: externalReference(),
  },
  sections: [
    { name: 'details', label: 'Item' },
    { name: 'relations', label: 'Relations' },
    { name: 'control', label: 'Control' },
  ],
  lifecycle,
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'class', 'serialNumber', 'location', 'service', 'owner'],
    sort: [{ column: 'name' }],
    filters: [
      { id: 'live', label: 'In use', query: { where: [{ column: 'state', in: ['live', 'underChange'] }] } },
      {
        id: 'coming',
        label: 'Coming',
        query: { where: [{ column: 'state', in: ['ordered', 'received', 'inTest'] }] },
      },
      {
        id: 'unverified',
        label: 'Never verified',
        query: {
          where: [
            { column: 'state', in: ['live'] },
            { column: 'verifiedOn', empty: true },
          ],
        },
      },
      {
        id: 'gone',
        label: 'Withdrawn and disposed',
        query: { where: [{ column: 'state', in: ['withdrawn', 'disposed'] }] },
      },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    board: 'state',
    quick: ['name', 'class', 'serialNumber', 'assetTag', 'location', 'service', 'owner'],
    title: 'name',
    subtitle: ['class', 'serialNumber'],
  },
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  migrations: [],
};
