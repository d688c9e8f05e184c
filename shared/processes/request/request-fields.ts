import type { Field } from '../../definition/field.ts';
import type { Section } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import { contactChoices, impactChoices, satisfactionChoices, urgencyChoices } from '../support/choices.ts';
import {
  choice,
  date,
  decimal,
  externalReference,
  integer,
  longText,
  reference,
  table,
  tags,
  text,
  yesNo,
} from '../support/fields.ts';

export const requestSections: readonly Section[] = [
  { name: 'wish', label: 'Request' },
  { name: 'order', label: 'Items and answers' },
  { name: 'classification', label: 'Classification' },
  { name: 'approval', label: 'Approval' },
  { name: 'work', label: 'Fulfilment' },
  { name: 'closure', label: 'Acceptance and closure' },
];

const wishFields: Readonly<Record<string, Field>> = {
  title: text('Title', { required: true, boost: 4, section: 'wish' }),
  description: longText('Description', { section: 'wish', boost: 2 }),
  requester: reference('Requester', 'person', { section: 'wish', required: true, inverse: 'Requests' }),
  onBehalfOf: reference('For', 'person', {
    section: 'wish',
    inverse: 'Requests made by others',
    help: 'Who gets it, where somebody asks for another person.',
  }),
  contactType: choice('Came in by', contactChoices, { section: 'wish', default: 'phone' }),
  organisation: reference('Organisation', 'organisation', { section: 'wish', inverse: 'Requests' }),
  location: reference('Location', 'location', { section: 'wish', inverse: 'Requests' }),
  neededBy: date('Needed by', { section: 'wish' }),
  items: table(
    'Items',
    {
      item: reference('Item', 'catalogue-item', { required: true }),
      quantity: integer('Number', { min: 1, max: 10_000, required: true }),
      remark: text('Remark'),
    },
    { section: 'order', maxRows: 50, help: 'Empty for a wish that the catalogue does not have.' },
  ),
  answers: table(
    'Answers',
    {
      item: reference('Item', 'catalogue-item'),
      question: text('Question', { required: true }),
      answer: text('Answer', { maxLength: 2000 }),
    },
    { section: 'order', maxRows: 200, help: 'To the questions that the items ask.' },
  ),
  estimatedCost: decimal('Estimated cost', {
    section: 'order',
    min: 0,
    unit: 'USD',
    help: 'Where the catalogue names no price.',
  }),
};

const classificationFields: Readonly<Record<string, Field>> = {
  category: reference('Category', 'category', { section: 'classification', inverse: 'Requests' }),
  service: reference('Service', 'service', { section: 'classification', inverse: 'Requests' }),
  offering: reference('Offering', 'service-offering', { section: 'classification', inverse: 'Requests' }),
  impact: choice('Impact', impactChoices, { section: 'classification', required: true, default: '3' }),
  urgency: choice('Urgency', urgencyChoices, { section: 'classification', required: true, default: '3' }),
  tags: tags('Tags', { section: 'classification' }),
  externalReference: externalReference('classification'),
};

const approvalFields: Readonly<Record<string, Field>> = {
  approver: reference('Approver', 'person', { section: 'approval', readOnly: true, inverse: 'To approve' }),
  approvalNote: longText('Reason for the decision', { section: 'approval', readOnly: true, maxLength: 2000 }),
  approvedOrder: longText('What was approved', { section: 'approval', readOnly: true }),
  fundsReference: text('Money released under', {
    section: 'approval',
    readOnly: true,
    help: 'Charge code, fund cite or document.',
  }),
  rejectReason: longText('Reason for rejection', {
    section: 'approval',
    readOnly: true,
    maxLength: 2000,
    shown: (record) => textOf(record, 'rejectReason') !== '',
  }),
};

const workFields: Readonly<Record<string, Field>> = {
  team: reference('Team', 'team', { section: 'work', readOnly: true, inverse: 'Requests' }),
  assignee: reference('Assignee', 'person', {
    section: 'work',
    readOnly: true,
    inverse: 'Assigned requests',
  }),
  changeReference: text('Change', {
    section: 'work',
    readOnly: true,
    help: 'Number of the change that brings it.',
  }),
  accessReference: text('Access request', {
    section: 'work',
    readOnly: true,
    help: 'Number under which access is granted.',
  }),
  escalatedTo: reference('Escalated to', 'person', {
    section: 'work',
    readOnly: true,
    inverse: 'Escalated requests',
  }),
  escalationReason: longText('Reason for escalation', { section: 'work', readOnly: true, maxLength: 2000 }),
  convertedTo: reference('Became incident', 'incident', {
    section: 'work',
    readOnly: true,
    inverse: 'Was request',
  }),
  convertedFrom: reference('Was incident', 'incident', {
    section: 'work',
    readOnly: true,
    inverse: 'Became request',
  }),
};

const closureFields: Readonly<Record<string, Field>> = {
  resolution: longText('What was given', { section: 'closure', readOnly: true, boost: 2 }),
  closureCode: reference('Closure code', 'closure-code', {
    section: 'closure',
    readOnly: true,
    inverse: 'Requests',
  }),
  userConfirmed: yesNo('Accepted by the user', { section: 'closure', readOnly: true }),
  confirmedBy: reference('Accepted by', 'person', { section: 'closure', readOnly: true }),
  confirmationNote: text('The user’s word', {
    section: 'closure',
    readOnly: true,
    help: 'How and when they accepted it, where the desk records it for them.',
  }),
  satisfaction: choice('Satisfaction', satisfactionChoices, { section: 'closure', readOnly: true }),
  reopenReason: text('Reason for reopening', { section: 'closure', readOnly: true }),
  cancelReason: text('Reason for cancelling', {
    section: 'closure',
    readOnly: true,
    shown: (record) => record.state === 'cancelled',
  }),
};

export const requestFields: Readonly<Record<string, Field>> = {
  ...wishFields,
  ...classificationFields,
  ...approvalFields,
  ...workFields,
  ...closureFields,
};
