import type { Lifecycle } from '../../definition/lifecycle.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { choice, longText, text } from '../support/fields.ts';
import { isByKeptModel, modelFields, modelNameOf, unknownCodes } from './model-choice.ts';
import { editTailoring, tailor } from './rights.ts';
import { frameworkProcesses } from '../support/process-choices.ts';
import { everyone } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

const kindIs =
  (...kinds: readonly string[]) =>
  (record: RecordView) =>
    kinds.includes(textOf(record, 'kind'));

const isOfShipped = (record: RecordView) => !isByKeptModel(record);

const lifecycle: Lifecycle = {
  initial: 'proposed',
  states: {
    proposed: { label: 'Proposed', class: 'waiting', help: 'Changes nothing yet.' },
    active: { label: 'In use', class: 'open', help: 'Shown on the process guide.' },
    retired: { label: 'Retired', class: 'done', final: true, help: 'Kept for those who ask what held then.' },
  },
  transitions: [
    {
      action: 'adopt',
      label: 'Adopt tailoring',
      from: ['proposed'],
      to: 'active',
      permit: tailor,
      primary: true,
    },
    {
      action: 'revise',
      label: 'Revise tailoring',
      from: ['active', 'retired'],
      to: 'proposed',
      permit: tailor,
      confirm: 'The guide does not show it until it is adopted again. Revise it?',
    },
    {
      action: 'retire',
      label: 'Retire tailoring',
      from: ['proposed', 'active'],
      to: 'retired',
      permit: tailor,
    },
  ],
};

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
    ...modelFields('Tailorings'),
    process: choice('Process', frameworkProcesses, { required: isOfShipped, shown: isOfShipped }),
    keptProcess: text('Process of that model', {
      maxLength: 32,
      required: isByKeptModel,
      shown: isByKeptModel,
      help: 'Its code.',
    }),
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
  lifecycle,
  derived: {},
  clocks: [],
  views: referenceViews(
    'title',
    ['title', 'process', 'kind', 'code', 'text'],
    ['title', 'model', 'keptModel', 'process', 'keptProcess', 'kind', 'code', 'text', 'evidence', 'reason'],
    {
      subtitle: ['process'],
      filters: [
        { id: 'active', label: 'In use', query: { where: [{ column: 'state', in: ['active'] }] } },
        { id: 'proposed', label: 'Proposed', query: { where: [{ column: 'state', in: ['proposed'] }] } },
        { id: 'retired', label: 'Retired', query: { where: [{ column: 'state', in: ['retired'] }] } },
        { id: 'all', label: 'All', query: { where: [] } },
      ],
    },
  ),
  create: tailor,
  edit: editTailoring,
  see: everyone,
  note: tailor,
  check: (record, config) =>
    isByKeptModel(record)
      ? unknownCodes(record, config, [textOf(record, 'keptProcess')]).map((code) => ({
          field: 'keptProcess',
          says: `${modelNameOf(record, config)} has no process “${code}”`,
        }))
      : [],
  migrations: [],
};
