import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { choice, longText, text } from '../support/fields.ts';
import { frameworkProcesses } from '../support/process-choices.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { everyone, ownProcess } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

const kindIs =
  (...kinds: readonly string[]) =>
  (record: RecordView) =>
    kinds.includes(textOf(record, 'kind'));

/** Where this unit departs from the process library (LIB-15x). */
export const tailoring: RecordType = {
  name: 'tailoring',
  label: 'Tailoring',
  plural: 'Tailorings',
  prefix: 'TLR',
  help: 'Says where this unit departs from the process library: an outcome of its own, a local name, or what does not apply here and why. The process guide shows it marked.',
  process: 'CSI',
  config: true,
  fields: {
    title: text('Title', { required: true, boost: 3 }),
    process: choice('Process', frameworkProcesses, { required: true }),
    kind: choice(
      'What it does',
      [
        { value: 'outcome', label: 'Adds an outcome' },
        { value: 'name', label: 'Gives a local name' },
        { value: 'notApplicable', label: 'Says what does not apply' },
      ],
      { required: true, default: 'outcome' },
    ),
    code: text('Code', {
      maxLength: 32,
      shown: kindIs('name', 'notApplicable'),
      help: 'Of the outcome or activity it is about, such as IM-O3 or IM4. Empty: the whole process.',
    }),
    text: text('Outcome or local name', {
      maxLength: 300,
      required: kindIs('outcome', 'name'),
      shown: kindIs('outcome', 'name'),
    }),
    evidence: text('Evidence', {
      maxLength: 300,
      shown: kindIs('outcome'),
      help: 'What an assessor can look at.',
    }),
    reason: longText('Reason', {
      required: true,
      maxLength: 2000,
      help: 'Order, agreement or circumstance. An assessor reads it.',
    }),
  },
  sections: detailsSection,
  lifecycle: inUseOrRetired('tailoring', ownProcess),
  derived: {},
  clocks: [],
  views: referenceViews(
    'title',
    ['title', 'process', 'kind', 'code', 'text'],
    ['title', 'process', 'kind', 'code', 'text', 'evidence', 'reason'],
    { subtitle: ['process'] },
  ),
  create: ownProcess,
  edit: ownProcess,
  see: everyone,
  note: ownProcess,
  migrations: [],
};
