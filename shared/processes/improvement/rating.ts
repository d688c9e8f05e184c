import type { Field } from '../../definition/field.ts';
import type { RecordType, Views } from '../../definition/record-type.ts';
import { choice, decimal, longText, reference, references, text } from '../support/fields.ts';
import { detailsSection } from '../support/views.ts';
import type { Transition } from '../../definition/lifecycle.ts';
import { refuse } from '../support/refuse.ts';
import { openedStates } from './assessment-lifecycle.ts';
import { attributeChoices, ratingChoices } from './choices.ts';
import { assess, blindSight, ownRating, partakersSight } from './assessment-rights.ts';
import { identityOf } from './plan.ts';
import { agreedFaults, ratingFaults } from './rating-faults.ts';

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

const cellColumns = ['assessment', 'name', 'process', 'attribute', 'item', 'instance', 'value', 'percent'];

function views(list: readonly string[], answer: readonly string[], subtitle: string): Views {
  return {
    list: ['number', 'state', 'name', 'assessment', ...list],
    sort: [{ column: 'name' }],
    filters: [{ id: 'all', label: 'All', query: { where: [] } }],
    quick: [...cellColumns, ...answer],
    title: 'name',
    subtitle: [subtitle],
  };
}

/** Whoever opened theirs before the others did would lead them. */
const notBeforeAll: Pick<Transition, 'touches' | 'guard'> = {
  touches: { assessment: { field: 'assessment' } },
  guard: ({ related }) =>
    related('assessment').some(({ state }) => !openedStates.includes(state))
      ? refuse(
          'Open rating',
          'The lead assessor has not opened the ratings yet, and opens all of them at once.',
        )
      : undefined,
};

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
      // Nobody rates in another one's name.
      readOnly: true,
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
        ...notBeforeAll,
      },
    ],
  },
  derived: {},
  clocks: [],
  views: views(['assessor', 'value', 'percent'], ['comment', 'evidence'], 'assessor'),
  create: assess,
  edit: ownRating,
  ...blindSight,
  note: ownRating,
  check: ratingFaults,
  identity: identityOf,
  tally: { by: ['assessment', 'assessor', 'state'], filled: ['value'] },
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
  views: views(['value', 'percent', 'updatedBy', 'updatedAt'], ['reason', 'evidence'], 'value'),
  create: assess,
  edit: assess,
  ...partakersSight('createdBy'),
  note: assess,
  check: agreedFaults,
  identity: identityOf,
  migrations: [],
};
