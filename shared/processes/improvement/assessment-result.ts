import type { RecordType } from '../../definition/record-type.ts';
import { date, integer, longText, table, text } from '../support/fields.ts';
import { detailsSection } from '../support/views.ts';
import { assess, partakersSight } from './assessment-rights.ts';

const isHidden = () => false;

/** Result of an assessment that another unit sent as a file. The file itself is attached, and holds all of it. */
export const assessmentResult: RecordType = {
  name: 'assessment-result',
  label: 'Result from elsewhere',
  plural: 'Results from elsewhere',
  prefix: 'RES',
  help: 'What an assessment of another unit came to, taken in from its result file. Comparisons across units and years use it.',
  process: 'CSI',
  madeOn: { label: 'Take in a result file', href: '/assessment/take-in' },
  fields: {
    name: text('Title', { required: true, boost: 4 }),
    unit: text('Unit', { required: true, boost: 2 }),
    from: date('From'),
    until: date('Until'),
    on: date('Counts for', { help: 'The day by which comparisons order it.' }),
    model: text('Reference model'),
    signatures: longText('Signatures when it was taken in', { maxLength: 4000 }),
    hash: text('Report (SHA-256)', { boost: 0 }),
    // For comparisons on devices that do not hold the file.
    assessment: text('Assessment there', { shown: isHidden, boost: 0 }),
    profile: table(
      'Capability profile',
      {
        process: text('Process', { required: true, maxLength: 80 }),
        level: integer('Level', { required: true, min: 0, max: 5 }),
        target: integer('Target level', { min: 0, max: 5 }),
        attributes: text('Attributes', { maxLength: 10_000 }),
      },
      { maxRows: 200, shown: isHidden },
    ),
  },
  sections: detailsSection,
  lifecycle: {
    initial: 'kept',
    states: {
      kept: { label: 'Kept', class: 'done', final: true, help: 'Comparisons use it.' },
      setAside: { label: 'Set aside', class: 'refused', final: true, help: 'Kept, but not compared.' },
    },
    transitions: [
      { action: 'setAside', label: 'Set aside', from: ['kept'], to: 'setAside', permit: assess },
      { action: 'keep', label: 'Use again', from: ['setAside'], to: 'kept', permit: assess },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'unit', 'from', 'until', 'model', 'createdAt'],
    sort: [{ column: 'createdAt', descending: true }],
    filters: [
      { id: 'kept', label: 'Kept', query: { where: [{ column: 'state', in: ['kept'] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'unit', 'from', 'until', 'model'],
    title: 'name',
    subtitle: ['unit'],
  },
  create: assess,
  edit: assess,
  ...partakersSight('createdBy'),
  note: assess,
  migrations: [],
};
