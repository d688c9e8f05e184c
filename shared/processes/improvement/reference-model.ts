import type { Lifecycle } from '../../definition/lifecycle.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import type { Problem } from '../../kernel/errors.ts';
import { integer, longText, table, text } from '../support/fields.ts';
import { refuse } from '../support/refuse.ts';
import { everyone } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';
import { decideModel, draftModel, editModel, keepModel } from './model-rights.ts';
import { modelRows } from './model-contents.ts';

const unseen = () => false;

function fileMissing(record: RecordView, action: string): Problem | undefined {
  return textOf(record, 'contents') === ''
    ? refuse(action, 'It has no contents. While it is a draft, its file is chosen on its page.')
    : undefined;
}

const lifecycle: Lifecycle = {
  initial: 'draft',
  states: {
    draft: { label: 'Draft', class: 'waiting', help: 'Can be read, and is not assessed by yet.' },
    active: {
      label: 'In use',
      class: 'open',
      help: 'Assessments can choose it. Its contents do not change.',
    },
    retired: {
      label: 'Retired',
      class: 'done',
      final: true,
      help: 'No longer chosen. Assessments that were made by it keep it.',
    },
  },
  transitions: [
    {
      action: 'putInUse',
      label: 'Put model in use',
      from: ['draft'],
      to: 'active',
      permit: decideModel,
      primary: true,
      confirm: 'Its contents do not change any more; a new edition is a model of its own. Put it in use?',
      guard: ({ record }) => fileMissing(record, 'Put model in use'),
    },
    {
      action: 'retire',
      label: 'Retire model',
      from: ['draft', 'active'],
      to: 'retired',
      permit: decideModel,
    },
    // Never back to a draft, whose contents could change: assessments may rest on them.
    {
      action: 'reinstate',
      label: 'Use model again',
      from: ['retired'],
      to: 'active',
      permit: decideModel,
      guard: ({ record }) => fileMissing(record, 'Use model again'),
    },
  ],
};

/** A reference model from elsewhere that this unit keeps, one record for each edition. What it says is a file of the record. */
export const referenceModel: RecordType = {
  name: 'reference-model',
  label: 'Reference model',
  plural: 'Reference models',
  prefix: 'MDL',
  help: 'A set of processes from elsewhere to read and to assess by, beside the one that ships. Imported from its file in the process library.',
  process: 'CSI',
  config: true,
  fields: {
    name: text('Name', { required: true, boost: 4 }),
    code: text('Code', { required: true, maxLength: 32, changedBy: draftModel }),
    edition: text('Edition', {
      required: true,
      maxLength: 40,
      changedBy: draftModel,
      help: 'A version or year. Each edition is a record of its own.',
    }),
    note: longText('Note', { maxLength: 2000 }),
    contents: text('SHA-256 of its file', {
      maxLength: 64,
      boost: 0,
      shown: unseen,
      changedBy: draftModel,
    }),
    processes: table(
      'Processes',
      {
        code: text('Code', { required: true, maxLength: 32 }),
        name: text('Name', { required: true, maxLength: 200 }),
        outcomes: integer('Outcomes', { min: 0 }),
        activities: integer('Activities', { min: 0 }),
      },
      { maxRows: 200, shown: unseen, changedBy: draftModel },
    ),
  },
  sections: detailsSection,
  lifecycle,
  derived: {
    processCount: {
      label: 'Number of processes',
      kind: 'integer',
      compute: (record) => modelRows(record).length,
    },
    outcomeCount: {
      label: 'Number of outcomes',
      kind: 'integer',
      compute: (record) => modelRows(record).reduce((sum, { outcomes }) => sum + outcomes, 0),
    },
  },
  clocks: [],
  views: referenceViews(
    'name',
    ['name', 'code', 'edition', 'processCount', 'outcomeCount'],
    ['name', 'code', 'edition', 'note'],
    {
      subtitle: ['code', 'edition', 'state'],
      filters: [
        { id: 'active', label: 'In use', query: { where: [{ column: 'state', in: ['active'] }] } },
        { id: 'draft', label: 'Drafts', query: { where: [{ column: 'state', in: ['draft'] }] } },
        { id: 'all', label: 'All', query: { where: [] } },
      ],
    },
  ),
  create: keepModel,
  edit: editModel,
  see: everyone,
  note: keepModel,
  migrations: [],
};
