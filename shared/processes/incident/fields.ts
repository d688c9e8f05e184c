import type { Field } from '../../definition/field.ts';
import type { Section } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import { contactChoices, impactChoices, satisfactionChoices, urgencyChoices } from '../support/choices.ts';
import {
  choice,
  externalReference,
  instant,
  longText,
  reference,
  references,
  tags,
  text,
  yesNo,
} from '../support/fields.ts';
import { pathChoices, pendingReasons } from './choices.ts';
import { majorFields, securityFields } from './path-fields.ts';
import { isMajor } from './rules.ts';

export const incidentSections: readonly Section[] = [
  { name: 'report', label: 'Report' },
  { name: 'classification', label: 'Classification' },
  { name: 'work', label: 'Work' },
  { name: 'links', label: 'Related' },
  { name: 'major', label: 'Major incident', shown: isMajor },
  { name: 'review', label: 'Major incident review', shown: isMajor },
  { name: 'security', label: 'Security', shown: (record) => textOf(record, 'path') === 'security' },
  { name: 'closure', label: 'Resolution and closure' },
];

const reportFields: Readonly<Record<string, Field>> = {
  title: text('Title', {
    required: true,
    boost: 4,
    section: 'report',
    help: 'What does not work, for whom, where: in one line.',
  }),
  description: longText('Description', { section: 'report', boost: 2 }),
  requester: reference('Requester', 'person', {
    section: 'report',
    inverse: 'Incidents',
    required: (record) => textOf(record, 'contactType') !== 'event',
    help: 'Who reports it and confirms that service is back.',
  }),
  onBehalfOf: reference('For', 'person', {
    section: 'report',
    inverse: 'Incidents reported by others',
    help: 'Where somebody reports for another person.',
  }),
  contactType: choice('Came in by', contactChoices, { section: 'report', default: 'phone' }),
  organisation: reference('Organisation', 'organisation', { section: 'report', inverse: 'Incidents' }),
  location: reference('Location', 'location', { section: 'report', inverse: 'Incidents' }),
  occurredAt: instant('Began', { section: 'report', help: 'When service was lost, if that is known.' }),
  detectedAt: instant('Noticed', { section: 'report' }),
};

const classificationFields: Readonly<Record<string, Field>> = {
  category: reference('Category', 'category', { section: 'classification', inverse: 'Incidents' }),
  symptom: text('Symptom', {
    section: 'classification',
    help: 'What the user sees, as opposed to what is broken.',
  }),
  service: reference('Service', 'service', {
    section: 'classification',
    inverse: 'Incidents',
    help: 'Decides which agreement’s targets count.',
  }),
  offering: reference('Offering', 'service-offering', { section: 'classification', inverse: 'Incidents' }),
  configurationItems: references('Configuration items', 'configuration-item', {
    section: 'classification',
    inverse: 'Incidents',
  }),
  impact: choice('Impact', impactChoices, { section: 'classification', required: true, default: '3' }),
  urgency: choice('Urgency', urgencyChoices, { section: 'classification', required: true, default: '3' }),
  priorityConfirmed: yesNo('Priority agreed with the requester', { section: 'classification' }),
  path: choice('Path', pathChoices, {
    section: 'classification',
    readOnly: true,
    default: 'normal',
    help: 'Set by declaring a major incident or marking a security incident.',
  }),
  tags: tags('Tags', { section: 'classification' }),
};

const workFields: Readonly<Record<string, Field>> = {
  team: reference('Team', 'team', { section: 'work', readOnly: true, inverse: 'Incidents' }),
  assignee: reference('Assignee', 'person', {
    section: 'work',
    readOnly: true,
    inverse: 'Assigned incidents',
  }),
  pendingReason: choice('Waiting for', pendingReasons, {
    section: 'work',
    readOnly: true,
    required: (record) => record.state === 'pending',
    shown: (record) => record.state === 'pending',
  }),
  pendingUntil: instant('Remind at', {
    section: 'work',
    shown: (record) => record.state === 'pending',
    help: 'When to ask again if nothing has come.',
  }),
  pendingNote: text('Waiting for what', {
    section: 'work',
    readOnly: true,
    shown: (record) => record.state === 'pending',
  }),
  vendor: reference('Vendor', 'organisation', { section: 'work', inverse: 'Incidents with the vendor' }),
  vendorReference: text('Vendor’s number', { section: 'work', boost: 2 }),
  workaround: longText('Workaround in use', { section: 'work', help: 'How the user can go on meanwhile.' }),
  escalatedTo: reference('Escalated to', 'person', {
    section: 'work',
    readOnly: true,
    inverse: 'Escalations',
  }),
  escalationReason: longText('Reason for escalation', { section: 'work', readOnly: true, maxLength: 2000 }),
};

const linkFields: Readonly<Record<string, Field>> = {
  parent: reference('Parent incident', 'incident', {
    section: 'links',
    inverse: 'Child incidents',
    acyclic: true,
    help: 'One disturbance reported many times: the parent is resolved and its children with it.',
  }),
  relatedIncidents: references('Related incidents', 'incident', {
    section: 'links',
    inverse: 'Related from',
  }),
  knowledge: references('Articles used', 'article', { section: 'links', inverse: 'Used in incidents' }),
  problemReference: text('Problem', {
    section: 'links',
    help: 'Number of the problem or known error behind it.',
  }),
  changeReference: text('Change', { section: 'links', help: 'Number of the change that shall mend it.' }),
  causedByChange: text('Caused by change', {
    section: 'links',
    help: 'Number of the change that brought it about.',
  }),
  convertedTo: reference('Became request', 'request', {
    section: 'links',
    readOnly: true,
    inverse: 'Was incident',
  }),
  convertedFrom: reference('Was request', 'request', {
    section: 'links',
    readOnly: true,
    inverse: 'Became incident',
  }),
  externalReference: externalReference('links'),
};

const closureFields: Readonly<Record<string, Field>> = {
  resolution: longText('Resolution', {
    section: 'closure',
    readOnly: true,
    boost: 2,
    help: 'What was done, so that the next shift can do it again.',
  }),
  closureCode: reference('Closure code', 'closure-code', {
    section: 'closure',
    readOnly: true,
    inverse: 'Incidents',
  }),
  userConfirmed: yesNo('Confirmed by the user', { section: 'closure', readOnly: true }),
  confirmedBy: reference('Confirmed by', 'person', { section: 'closure', readOnly: true }),
  confirmationNote: text('The user’s word', {
    section: 'closure',
    readOnly: true,
    help: 'How and when they said that service is back, where the desk records it for them.',
  }),
  satisfaction: choice('Satisfaction', satisfactionChoices, { section: 'closure', readOnly: true }),
  reopenReason: text('Reason for reopening', { section: 'closure', readOnly: true }),
  cancelReason: text('Reason for cancelling', {
    section: 'closure',
    readOnly: true,
    shown: (record) => record.state === 'cancelled',
  }),
};

export const incidentFields: Readonly<Record<string, Field>> = {
  ...reportFields,
  ...classificationFields,
  ...workFields,
  ...linkFields,
  ...majorFields,
  ...securityFields,
  ...closureFields,
};
