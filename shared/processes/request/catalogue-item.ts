import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import {
  choice,
  decimal,
  duration,
  externalReference,
  integer,
  longText,
  reference,
  references,
  table,
  text,
  yesNo,
} from '../support/fields.ts';
import { everyone, manageReference, ownProcess } from '../support/rights.ts';
import { rowsOf } from '../support/rows.ts';

/** Something that can be asked for: who may, what it costs, who decides, and the tasks that fulfil it. */
export const catalogueItem: RecordType = {
  name: 'catalogue-item',
  label: 'Catalogue item',
  plural: 'Catalogue items',
  prefix: 'ITM',
  help: 'A standard wish with its questions, its approval and its tasks. Requests are made of such items.',
  process: 'RF',
  config: true,
  fields: {
    name: text('Name', { required: true, boost: 4 }),
    description: longText('What the requester gets', { maxLength: 4000, boost: 2 }),
    category: reference('Category', 'category', { inverse: 'Catalogue items' }),
    service: reference('Service', 'service', { inverse: 'Catalogue items' }),
    audience: references('For', 'organisation', { help: 'Empty: everybody.' }),
    expectedTime: duration('Usually takes', {
      help: 'PT4H is four hours, P2D two service days. Tells the requester what to expect.',
    }),
    price: decimal('Price', {
      section: 'approval',
      min: 0,
      unit: 'USD',
      help: 'For one piece; empty where nothing is charged.',
    }),
    cost: decimal('Cost to us', { section: 'approval', min: 0, unit: 'USD' }),
    needsApproval: yesNo('Needs approval', { section: 'approval', default: false }),
    approverRole: choice(
      'Who decides',
      [
        { value: 'manager', label: 'Requester’s manager' },
        { value: 'serviceOwner', label: 'Service owner' },
        { value: 'security', label: 'Security officer' },
        { value: 'commander', label: 'Commander' },
      ],
      {
        section: 'approval',
        shown: (record) => record.fields['needsApproval'] === true,
        required: (record) => record.fields['needsApproval'] === true,
      },
    ),
    approvalThreshold: decimal('Money must be released from', {
      section: 'approval',
      min: 0,
      unit: 'USD',
      help: 'If the price of all pieces reaches this sum, a financial approval is needed as well.',
    }),
    questions: table(
      'Questions to the requester',
      {
        label: text('Question', { required: true }),
        kind: choice('Answer', [
          { value: 'text', label: 'Text' },
          { value: 'number', label: 'Number' },
          { value: 'date', label: 'Date' },
          { value: 'yesNo', label: 'Yes or no' },
        ]),
        required: yesNo('Must be answered'),
      },
      { section: 'model', maxRows: 30 },
    ),
    tasks: table(
      'Tasks that fulfil it',
      {
        order: integer('Step', { min: 1, max: 99, required: true }),
        title: text('Task', { required: true }),
        team: reference('Team', 'team'),
        instructions: text('Instructions', { maxLength: 2000 }),
        estimate: duration('Takes'),
      },
      {
        section: 'model',
        maxRows: 50,
        help: 'Each request of this item gets these tasks. Without any, it gets one.',
      },
    ),
    withdrawalReason: text('Reason for withdrawal', {
      readOnly: true,
      shown: (record) => textOf(record, 'withdrawalReason') !== '',
    }),
    externalReference: externalReference(),
  },
  sections: [
    { name: 'details', label: 'Item' },
    { name: 'approval', label: 'Price and approval' },
    { name: 'model', label: 'Questions and tasks' },
  ],
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', class: 'open' },
      published: { label: 'Published', class: 'open', help: 'Can be asked for.' },
      withdrawn: { label: 'Withdrawn', class: 'done', final: true },
    },
    transitions: [
      {
        action: 'publish',
        label: 'Publish item',
        from: ['draft'],
        to: 'published',
        permit: ownProcess,
        needs: ['description'],
        primary: true,
        activity: 'RF1',
      },
      {
        action: 'rework',
        label: 'Rework item',
        from: ['published', 'withdrawn'],
        to: 'draft',
        permit: manageReference,
        activity: 'RF1',
      },
      {
        action: 'withdraw',
        label: 'Withdraw item',
        from: ['draft', 'published'],
        to: 'withdrawn',
        permit: ownProcess,
        needs: ['withdrawalReason'],
        activity: 'RF1',
      },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'category', 'price', 'needsApproval', 'service'],
    sort: [{ column: 'name' }],
    filters: [
      { id: 'published', label: 'Published', query: { where: [{ column: 'state', in: ['published'] }] } },
      { id: 'draft', label: 'Drafts', query: { where: [{ column: 'state', in: ['draft'] }] } },
      {
        id: 'approval',
        label: 'Needs approval',
        query: { where: [{ column: 'needsApproval', in: [true] }] },
      },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'description', 'category', 'needsApproval', 'approverRole', 'price'],
    title: 'name',
    subtitle: ['category'],
  },
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  check: thresholdNeedsPrice,
  migrations: [],
};

function thresholdNeedsPrice(
  record: RecordView,
): readonly { readonly field: string; readonly says: string }[] {
  const { price, approvalThreshold } = record.fields;
  const labels = rowsOf(record, 'questions').map((row) => String(row['label']));
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  return [
    ...(typeof approvalThreshold === 'number' && typeof price !== 'number'
      ? [
          {
            field: 'approvalThreshold',
            says: 'it has no effect without a price of one piece',
          },
        ]
      : []),
    ...(twice === undefined ? [] : [{ field: 'questions', says: `“${twice}” is asked twice` }]),
  ];
}
