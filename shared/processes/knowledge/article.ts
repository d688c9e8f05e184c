import type { Lifecycle } from '../../definition/lifecycle.ts';
import { anyRole } from '../../definition/permission.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import { sight } from '../../engine/sight.ts';
import {
  choice,
  instant,
  externalReference,
  longText,
  reference,
  references,
  tags,
  text,
} from '../support/fields.ts';
import { refuse } from '../support/refuse.ts';
import { deskWork, manageReference, ownProcess, seesWork } from '../support/rights.ts';

const approveArticles = anyRole(
  'approveArticles',
  'approve articles',
  'approver',
  'processOwner',
  'administrator',
);

const lifecycle: Lifecycle = {
  initial: 'draft',
  states: {
    draft: { label: 'Draft', class: 'open' },
    review: { label: 'In review', class: 'waiting' },
    approved: { label: 'Approved', class: 'waiting', help: 'May be published.' },
    published: { label: 'Published', class: 'open', help: 'Found and offered while incidents are logged.' },
    dueForReview: {
      label: 'Due for review',
      class: 'open',
      help: 'Still shown; somebody must check that it holds.',
    },
    retired: { label: 'Retired', class: 'done', final: true },
  },
  transitions: [
    {
      action: 'submit',
      label: 'Submit for review',
      from: ['draft'],
      to: 'review',
      permit: deskWork,
      needs: ['body'],
      offers: ['reviewer'],
      primary: true,
      activity: 'KM3',
    },
    {
      action: 'sendBack',
      label: 'Send back to author',
      from: ['review', 'approved'],
      to: 'draft',
      permit: deskWork,
      needs: ['reviewComment'],
      activity: 'KM4',
    },
    {
      action: 'approve',
      label: 'Approve article',
      from: ['review'],
      to: 'approved',
      permit: approveArticles,
      offers: ['reviewComment'],
      primary: true,
      activity: 'KM4',
      guard: ({ record, actor }) =>
        textOf(record, 'author') === actor.id
          ? refuse('Approve article', 'The author cannot approve it; another person must.')
          : undefined,
    },
    {
      action: 'publish',
      label: 'Publish article',
      from: ['approved'],
      to: 'published',
      permit: manageReference,
      needs: ['reviewOn'],
      primary: true,
      activity: 'KM5',
    },
    {
      action: 'markDue',
      label: 'Ask for review',
      from: ['published'],
      to: 'dueForReview',
      permit: deskWork,
      offers: ['reviewComment'],
      activity: 'KM6',
    },
    {
      action: 'confirm',
      label: 'Confirm it still holds',
      from: ['dueForReview'],
      to: 'published',
      permit: manageReference,
      needs: ['reviewOn'],
      primary: true,
      activity: 'KM5',
    },
    {
      action: 'revise',
      label: 'Revise article',
      from: ['published', 'dueForReview', 'retired'],
      to: 'draft',
      permit: deskWork,
      confirm: 'It is not offered until it is published again. Revise it?',
      activity: 'KM4',
    },
    {
      action: 'retire',
      label: 'Retire article',
      from: ['draft', 'review', 'approved', 'published', 'dueForReview'],
      to: 'retired',
      permit: ownProcess,
      needs: ['retireReason'],
      activity: 'KM5',
    },
  ],
};

/** What the desk knows, written once and offered while people type; first form. */
export const article: RecordType = {
  name: 'article',
  label: 'Article',
  plural: 'Articles',
  prefix: 'KB',
  help: 'How to restore or give a service, in steps that the next shift can follow. Published ones are offered while incidents are logged.',
  process: 'KM',
  fields: {
    title: text('Title', { required: true, boost: 4 }),
    kind: choice(
      'Kind',
      [
        { value: 'solution', label: 'Solution' },
        { value: 'workaround', label: 'Workaround' },
        { value: 'howTo', label: 'How to' },
        { value: 'checklist', label: 'Checklist' },
        { value: 'contact', label: 'Contacts' },
      ],
      { default: 'solution' },
    ),
    symptoms: longText('Symptoms', {
      maxLength: 4000,
      boost: 2,
      help: 'What the user sees, in the user’s words: it is searched.',
    }),
    body: longText('Text', { help: 'Markdown. Numbered steps work best.' }),
    keywords: tags('Keywords', { boost: 3 }),
    audience: choice(
      'Readers',
      [
        { value: 'users', label: 'Everybody' },
        { value: 'desk', label: 'Service desk (tier 1)' },
        { value: 'technicians', label: 'Technicians (tier 2 and up)' },
      ],
      { default: 'desk' },
    ),
    service: reference('Service', 'service', { inverse: 'Articles' }),
    category: reference('Category', 'category', { inverse: 'Articles' }),
    configurationItems: references('Configuration items', 'configuration-item', { inverse: 'Articles' }),
    author: reference('Author', 'person', {
      section: 'control',
      inverse: 'Articles',
      default: ({ actor }) => actor,
    }),
    owner: reference('Owner', 'person', { section: 'control', help: 'Answers for it being right.' }),
    reviewer: reference('Reviewer', 'person', { section: 'control' }),
    reviewOn: instant('Review on', { section: 'control' }),
    reviewComment: longText('Review comment', { section: 'control', readOnly: true, maxLength: 2000 }),
    retireReason: text('Reason for retiring', {
      section: 'control',
      readOnly: true,
      shown: (record) => textOf(record, 'retireReason') !== '',
    }),
    externalReference: externalReference('control'),
  },
  sections: [
    { name: 'text', label: 'Article' },
    { name: 'control', label: 'Control' },
  ],
  lifecycle,
  derived: {},
  clocks: [],
  rules: [
    {
      name: 'article-ask-for-review',
      label: 'Ask for the review of an article',
      where: [
        { column: 'state', in: ['published'] },
        { column: 'reviewOn', below: { symbol: 'now', offset: 0 } },
      ],
      occasion: ({ record }) => {
        const at = record.fields['reviewOn'];
        return typeof at === 'number' ? { at, because: 'The day of its review has come.' } : undefined;
      },
      deed: { kind: 'act', action: 'markDue' },
    },
  ],
  views: {
    list: ['number', 'state', 'title', 'kind', 'service', 'audience', 'owner', 'reviewOn'],
    sort: [{ column: 'updatedAt', descending: true }],
    filters: [
      {
        id: 'published',
        label: 'Published',
        query: { where: [{ column: 'state', in: ['published', 'dueForReview'] }] },
      },
      {
        id: 'toReview',
        label: 'To review',
        query: { where: [{ column: 'state', in: ['review', 'dueForReview'] }] },
      },
      {
        id: 'overdue',
        label: 'Review overdue',
        query: {
          where: [
            { column: 'state', in: ['published'] },
            { column: 'reviewOn', below: { symbol: 'day', offset: 1 } },
          ],
        },
      },
      { id: 'mine', label: 'Mine', query: { where: [{ column: 'author', in: [{ symbol: 'me' }] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    board: 'state',
    quick: ['title', 'kind', 'symptoms', 'body', 'keywords', 'service'],
    title: 'title',
    subtitle: ['kind'],
  },
  suggestions: [
    {
      label: 'Articles on the same matter',
      watch: ['title', 'symptoms'],
      type: 'article',
      where: [{ column: 'state', notIn: ['retired'] }],
    },
  ],
  create: deskWork,
  edit: deskWork,
  ...sight(
    {
      name: 'seeArticle',
      label: 'read articles that are not open to everybody',
      givenBy: 'the administrator of this unit',
      giver: 'administrator',
    },
    (actor) =>
      seesWork(actor)
        ? []
        : [
            { column: 'audience', in: ['users'] },
            { column: 'state', in: ['published', 'dueForReview'] },
          ],
  ),
  note: deskWork,
  migrations: [],
};
