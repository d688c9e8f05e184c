import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import type { TableRow } from '../../definition/values.ts';
import { choice, date, integer, longText, reference, table, text } from '../support/fields.ts';
import { frameworkProcesses } from '../support/process-choices.ts';
import { refuse } from '../support/refuse.ts';
import { everyone, manageReference, ownProcess } from '../support/rights.ts';
import type { Fault } from './conformance-parts.ts';

export const stepStates = [
  { value: 'planned', label: 'Planned' },
  { value: 'running', label: 'Running' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
] as const;

/** Steps of a plan, in the order of their priority. */
export function stepsOf(plan: RecordView): readonly TableRow[] {
  const value = plan.fields['steps'];
  return Array.isArray(value) ? (value as readonly TableRow[]) : [];
}

/** Whole percent that a plan has come along: done is all of a step, dropped steps are left out. Null where there is nothing to do. */
export function progressOf(plan: RecordView): number | null {
  const steps = stepsOf(plan).filter(({ state }) => state !== 'dropped');
  if (steps.length === 0) return null;
  const shares = steps.map(({ state, progress }) =>
    state === 'done' ? 100 : typeof progress === 'number' ? progress : 0,
  );
  return Math.round(shares.reduce((sum, share) => sum + share, 0) / steps.length);
}

/** How a component takes up practices of the framework. Source: DoDI 8440.01, enclosure 2, 4.c and d; enclosure 4, 1.a(2) and table 1. */
export const conformancePlan: RecordType = {
  name: 'conformance-plan',
  label: 'Conformance plan',
  plural: 'Conformance plans',
  prefix: 'CFP',
  help: 'How a component comes to conform: what it takes up first, by whom and until when, and how it measures.',
  process: 'CSI',
  fields: {
    name: text('Title', { required: true, boost: 3 }),
    component: reference('Component', 'organisation', { required: true, inverse: 'Conformance plans' }),
    priorities: longText('Priorities', {
      help: 'Which processes and practices come first, and why.',
    }),
    measuring: longText('How services are measured', {
      help: 'Which figures of service quality are taken, from where, and how often.',
    }),
    steps: table(
      'Steps',
      {
        step: text('Step', { required: true }),
        process: choice('Process', frameworkProcesses),
        owner: reference('Owner', 'person'),
        from: date('From', { required: true }),
        until: date('Until', { required: true }),
        target: integer('Target level', { min: 1, max: 5 }),
        state: choice('State', stepStates),
        progress: integer('Progress', { min: 0, max: 100, unit: '%' }),
      },
      { section: 'steps', maxRows: 60, help: 'The most urgent first.' },
    ),
  },
  sections: [
    { name: 'details', label: 'Plan' },
    { name: 'steps', label: 'Steps' },
  ],
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', class: 'open' },
      approved: { label: 'Approved', class: 'open' },
      done: { label: 'Done', class: 'done', final: true },
      replaced: { label: 'Replaced', class: 'refused', final: true },
    },
    transitions: [
      {
        action: 'approve',
        label: 'Approve plan',
        from: ['draft'],
        to: 'approved',
        permit: ownProcess,
        needs: ['priorities', 'steps'],
        primary: true,
        notBy: { createdBy: 'wrote it' },
      },
      {
        action: 'finish',
        label: 'Plan carried out',
        from: ['approved'],
        to: 'done',
        permit: ownProcess,
        offers: ['steps'],
        primary: true,
        guard: ({ record }) => {
          const open = stepsOf(record).filter(({ state }) => state !== 'done' && state !== 'dropped');
          return open.length === 0
            ? undefined
            : refuse(
                'Plan carried out',
                `${open.map(({ step }) => String(step)).join(', ')}: not done and not dropped.`,
              );
        },
      },
      {
        action: 'rework',
        label: 'Back to draft',
        from: ['approved', 'done'],
        to: 'draft',
        permit: ownProcess,
      },
      {
        action: 'replace',
        label: 'Mark as replaced',
        from: ['draft', 'approved'],
        to: 'replaced',
        permit: ownProcess,
      },
    ],
  },
  derived: {
    progress: {
      label: 'Progress (%)',
      kind: 'integer',
      help: 'Mean of all steps that are not dropped; a step that is done counts whole.',
      compute: progressOf,
    },
  },
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'component', 'progress'],
    sort: [{ column: 'name' }],
    filters: [
      { id: 'open', label: 'Draft and approved', query: { where: [{ column: 'stateClass', in: ['open'] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'component', 'priorities', 'measuring', 'steps'],
    title: 'name',
    subtitle: ['component'],
  },
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  check: stepFaults,
  migrations: [],
};

function stepFaults(plan: RecordView): readonly Fault[] {
  return stepsOf(plan).flatMap(({ step, from, until }, index) =>
    typeof from === 'string' && typeof until === 'string' && until < from
      ? [{ field: 'steps', says: `line ${String(index + 1)} (${String(step)}) ends before it begins` }]
      : [],
  );
}

/** From the first day of a plan's steps to the last; undefined where no step has both. */
export function spanOf(plan: RecordView): { readonly from: string; readonly until: string } | undefined {
  const days = (column: string) =>
    stepsOf(plan).flatMap((step) => {
      const value = step[column];
      return typeof value === 'string' ? [value] : [];
    });
  const [from] = days('from').toSorted();
  const until = days('until').toSorted().at(-1);
  return from !== undefined && until !== undefined ? { from, until } : undefined;
}

/** The plan's title with how far it has come, as the register names it. */
export function planWords(plan: RecordView): string {
  const progress = progressOf(plan);
  return `${textOf(plan, 'name')}${progress === null ? '' : `, ${String(progress)} %`}`;
}
