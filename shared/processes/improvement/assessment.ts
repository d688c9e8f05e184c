import type { Config } from '../../definition/config.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import type { TableRow } from '../../definition/values.ts';
import { choice, date, longText, reference, references, table, text, integer } from '../support/fields.ts';
import { assessmentLifecycle } from './assessment-lifecycle.ts';
import { classChoices, firstChoices, methodChoices, ruleChoices, scaleChoices } from './choices.ts';
import { assess, leadAssessment, partakersSight } from './assessment-rights.ts';
import { modelFaults, modelFields, modelNameOf, unknownCodes } from './model-choice.ts';
import { planOf } from './plan.ts';

const isR1 = (record: RecordView) => textOf(record, 'method') === 'R1';
const isNotR3 = (record: RecordView) => textOf(record, 'method') !== 'R3';
const isIn = (state: string) => (record: RecordView) => record.state === state;

/** An assessment of process capability. Source: DESMF 5.1.3.3, 5.3; ISO/IEC 33020. */
export const assessment: RecordType = {
  name: 'assessment',
  label: 'Assessment',
  plural: 'Assessments',
  prefix: 'ASM',
  help: 'Rates the capability of processes, from planning to report. Ratings are given and agreed in its workbook.',
  process: 'CSI',
  config: true,
  fields: {
    name: text('Title', { required: true, boost: 4 }),
    purpose: longText('Purpose', { help: 'What the result is for: improvement, or proof of capability.' }),
    constraints: longText('Constraints', { maxLength: 4000 }),
    stakeholders: longText('Stakeholders', { maxLength: 4000 }),
    from: date('From', { help: 'First day on site.' }),
    until: date('Until'),
    previous: reference('Compared with', 'assessment', { inverse: 'Later assessments', acyclic: true }),
    unit: reference('Unit assessed', 'organisation', {
      inverse: 'Assessments',
      help: 'Empty: the unit that this workspace belongs to.',
    }),
    sponsor: reference('Sponsor', 'person', { section: 'team', inverse: 'Assessments sponsored' }),
    leadAssessor: reference('Lead assessor', 'person', {
      section: 'team',
      required: true,
      inverse: 'Assessments led',
      default: ({ actor }) => actor,
    }),
    assessors: references('Assessors', 'person', {
      section: 'team',
      inverse: 'Assessments',
      help: 'Those who rate, the lead assessor among them if they do.',
    }),
    coordinator: reference('Local coordinator', 'person', { section: 'team' }),
    participants: references('Participants', 'person', {
      section: 'team',
      help: 'Those who are interviewed.',
    }),
    ...modelFields('Assessments', 'method'),
    mapping: longText('Mapping of local processes', { section: 'method' }),
    class: choice('Class', classChoices, { section: 'method', required: true, default: '3' }),
    method: choice('Rating method', methodChoices, { section: 'method', required: true, default: 'R1' }),
    scale: choice('Scale', scaleChoices, { section: 'method', required: true, default: 'plain' }),
    first: choice('Aggregation', firstChoices, { section: 'method', shown: isR1, default: 'instances' }),
    overOutcomes: choice('Rule over outcomes', ruleChoices, {
      section: 'method',
      shown: isR1,
      default: 'medianLower',
    }),
    overInstances: choice('Rule over instances', ruleChoices, {
      section: 'method',
      shown: isNotR3,
      default: 'medianLower',
    }),
    figuresFrom: date('Figures from', {
      section: 'method',
      help: 'Empty: twelve months before the first day.',
    }),
    figuresUntil: date('Figures until', {
      section: 'method',
      help: 'Last day that counts. Empty: the day before the first day.',
    }),
    scope: table(
      'Processes in scope',
      {
        process: text('Process', { required: true, maxLength: 32, help: 'Its code: IM.' }),
        instance: text('Instance', { help: 'Where or by whom it is done; a line for each.' }),
        target: integer('Target level', { required: true, min: 1, max: 5 }),
      },
      { section: 'scope', maxRows: 200 },
    ),
    plan: longText('Plan', {
      section: 'deliverables',
      help: 'Information, activities, resources, schedule, deliverables.',
    }),
    collection: longText('Data collection', {
      section: 'deliverables',
      help: 'Strategy and correspondence.',
    }),
    summary: longText('Summary', {
      section: 'deliverables',
      help: 'What the sponsor should know, in a few sentences.',
    }),
    confidence: longText('Confidence', {
      section: 'deliverables',
      maxLength: 4000,
      help: 'How far the ratings can be relied on, and why.',
    }),
    cancelReason: text('Reason for cancelling', {
      section: 'deliverables',
      readOnly: true,
      shown: isIn('cancelled'),
    }),
    reopenReason: text('Reason for reopening', {
      section: 'deliverables',
      readOnly: true,
      shown: (record) => textOf(record, 'reopenReason') !== '',
    }),
  },
  sections: [
    { name: 'assignment', label: 'Assignment' },
    { name: 'team', label: 'Team' },
    { name: 'method', label: 'Method' },
    { name: 'scope', label: 'Scope' },
    { name: 'deliverables', label: 'Deliverables' },
  ],
  lifecycle: assessmentLifecycle,
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'leadAssessor', 'sponsor', 'class', 'from', 'until'],
    sort: [{ column: 'createdAt', descending: true }],
    filters: [
      { id: 'open', label: 'Under way', query: { where: [{ column: 'stateClass', in: ['open'] }] } },
      { id: 'reported', label: 'Reported', query: { where: [{ column: 'state', in: ['reported'] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'sponsor', 'leadAssessor', 'assessors', 'class', 'method', 'scope'],
    title: 'name',
    subtitle: ['from'],
  },
  create: assess,
  edit: leadAssessment,
  ...partakersSight('sponsor', 'leadAssessor', 'coordinator', 'assessors', 'participants', 'createdBy'),
  note: assess,
  check: (record, config) => [
    ...periodFaults(record),
    ...scopeFaults(record),
    ...modelFaults(record, config),
    ...scopeCodeFaults(record, config),
  ],
  migrations: [
    {
      version: 1,
      describe: 'The reference model was a free text; ratings were by the shipped one whatever it said.',
      up: (fields) => ({ ...fields, model: 'desmf' }),
    },
  ],
};

function scopeCodeFaults(record: RecordView, config: Config): readonly Fault[] {
  const codes = planOf(record).scope.map(({ process }) => process);
  return unknownCodes(record, config, codes).map((code) => ({
    field: 'scope',
    says: `${modelNameOf(record, config)} has no process “${code}”; its codes stand in the process library`,
  }));
}

type Fault = { readonly field: string; readonly says: string };

function periodFaults(record: RecordView): readonly Fault[] {
  const [from, until] = [textOf(record, 'from'), textOf(record, 'until')];
  return from && until && until < from
    ? [{ field: 'until', says: `it ends before it begins (${from})` }]
    : [];
}

function scopeFaults(record: RecordView): readonly Fault[] {
  const value = record.fields['scope'];
  const rows = Array.isArray(value) ? (value as readonly TableRow[]) : [];
  const key = (row: TableRow) => `${row['process'] ?? ''} ${row['instance'] ?? ''}`;
  return rows.flatMap((row, place): Fault[] => {
    const first = rows.findIndex((other) => key(other) === key(row));
    if (first !== place)
      return [{ field: 'scope', says: `lines ${first + 1} and ${place + 1} name the same instance` }];
    const other = rows.findIndex(
      (one) => one['process'] === row['process'] && one['target'] !== row['target'],
    );
    return other > place
      ? [{ field: 'scope', says: `lines ${place + 1} and ${other + 1} give one process two target levels` }]
      : [];
  });
}
