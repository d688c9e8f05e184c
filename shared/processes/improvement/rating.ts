import type { Field } from '../../definition/field.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import { choice, decimal, longText, reference, references, text } from '../support/fields.ts';
import { detailsSection } from '../support/views.ts';
import { endedStates, openedStates } from './assessment-lifecycle.ts';
import { attributeChoices, ratingChoices } from './choices.ts';
import { assess, blindSight, ownRating, partakersSight } from './assessment-rights.ts';
import type { Config } from '../../definition/config.ts';
import type { RecordView } from '../../definition/record.ts';

/** What is rated, and how: the same in an assessor's own rating and in the one that the team agreed on. */
const shared = {
  name: text('Title', { required: true, boost: 2 }),
  process: text('Process', { required: true, maxLength: 32 }),
  attribute: choice('Attribute', attributeChoices, { required: true }),
  item: text('Outcome', {
    maxLength: 40,
    help: 'Code of the outcome; empty where the attribute is rated as a whole.',
  }),
  instance: text('Instance', { help: 'Empty where the process is rated as one.' }),
  value: choice('Rating', ratingChoices, { help: 'Empty: not rated.' }),
  percent: decimal('Achievement', { min: 0, max: 100, unit: '%' }),
} satisfies Record<string, Field>;

/** What one assessor says of one outcome or attribute. Blind to others until it is opened. */
export const rating: RecordType = {
  name: 'rating',
  label: 'Rating',
  plural: 'Ratings',
  prefix: 'RAT',
  help: 'What one assessor says, with comment and evidence. Given in the workbook of an assessment.',
  process: 'CSI',
  fields: {
    assessment: reference('Assessment', 'assessment', { required: true, inverse: 'Ratings' }),
    assessor: reference('Assessor', 'person', {
      required: true,
      default: ({ actor }) => actor,
      inverse: 'Ratings given',
    }),
    ...shared,
    comment: longText('Comment', { maxLength: 4000 }),
    evidence: references('Evidence', 'evidence', { inverse: 'Ratings' }),
  },
  sections: detailsSection,
  lifecycle: {
    initial: 'given',
    states: {
      given: { label: 'Given', class: 'open', help: 'Only its assessor sees it.' },
      opened: {
        label: 'Opened',
        class: 'done',
        final: true,
        help: 'The team sees it; it does not change any more.',
      },
    },
    transitions: [
      {
        action: 'open',
        label: 'Open rating',
        from: ['given'],
        to: 'opened',
        permit: { ...ownRating, name: 'openRating', label: 'open a rating of your own' },
        confirm: 'The team sees it, and you cannot change it any more. Open it?',
      },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'assessment', 'assessor', 'value', 'percent'],
    sort: [{ column: 'name' }],
    filters: [{ id: 'all', label: 'All', query: { where: [] } }],
    quick: [
      'assessment',
      'name',
      'process',
      'attribute',
      'item',
      'instance',
      'value',
      'percent',
      'comment',
      'evidence',
    ],
    title: 'name',
    subtitle: ['assessor'],
  },
  create: assess,
  edit: ownRating,
  ...blindSight,
  note: ownRating,
  check: (record, config) => endedFaults(record, config, openedStates, 'its ratings were opened'),
  migrations: [],
};

/** What the team agreed on: who, when and why stand in its timeline. */
export const agreedRating: RecordType = {
  name: 'agreed-rating',
  label: 'Agreed rating',
  plural: 'Agreed ratings',
  prefix: 'AGD',
  help: 'The rating that counts, agreed by the team after all ratings were opened. Given in the workbook of an assessment.',
  process: 'CSI',
  fields: {
    assessment: reference('Assessment', 'assessment', { required: true, inverse: 'Agreed ratings' }),
    ...shared,
    reason: longText('Why', { maxLength: 4000 }),
    evidence: references('Evidence', 'evidence', { inverse: 'Agreed ratings' }),
  },
  sections: detailsSection,
  lifecycle: {
    initial: 'agreed',
    states: {
      agreed: { label: 'Agreed', class: 'open' },
      sealed: { label: 'In the report', class: 'done', final: true, help: 'Does not change any more.' },
    },
    transitions: [
      {
        action: 'seal',
        label: 'Seal rating',
        from: ['agreed'],
        to: 'sealed',
        permit: assess,
        confirm: 'It cannot be changed until it is opened again. Seal it?',
      },
      { action: 'unseal', label: 'Open rating again', from: ['sealed'], to: 'agreed', permit: assess },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'assessment', 'value', 'percent', 'updatedBy', 'updatedAt'],
    sort: [{ column: 'name' }],
    filters: [{ id: 'all', label: 'All', query: { where: [] } }],
    quick: [
      'assessment',
      'name',
      'process',
      'attribute',
      'item',
      'instance',
      'value',
      'percent',
      'reason',
      'evidence',
    ],
    title: 'name',
    subtitle: ['value'],
  },
  create: assess,
  edit: assess,
  ...partakersSight('createdBy'),
  note: assess,
  check: (record, config) => endedFaults(record, config, endedStates, 'it has ended'),
  migrations: [],
};

function endedFaults(
  record: RecordView,
  config: Config,
  states: readonly string[],
  why: string,
): readonly { readonly field: string; readonly says: string }[] {
  const known = config.get(textOf(record, 'assessment'));
  return known && states.includes(known.state)
    ? [{ field: 'assessment', says: `${known.number} takes no more of them, as ${why}` }]
    : [];
}
