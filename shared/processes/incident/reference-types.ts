import type { RecordType } from '../../definition/record-type.ts';
import type { TableRow } from '../../definition/values.ts';
import { priorityChoices } from '../../engine/priority.ts';
import { impactChoices, urgencyChoices } from '../support/choices.ts';
import { choice, externalReference, longText, reference, table, text } from '../support/fields.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { everyone, manageConfiguration } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

const appliesTo = choice(
  'Applies to',
  [
    { value: 'all', label: 'Incidents and requests' },
    { value: 'incident', label: 'Incidents' },
    { value: 'request', label: 'Requests' },
  ],
  { required: true, default: 'all' },
);

const common = {
  process: 'IM',
  config: true,
  sections: detailsSection,
  derived: {},
  clocks: [],
  create: manageConfiguration,
  edit: manageConfiguration,
  see: everyone,
  note: manageConfiguration,
  migrations: [],
} as const;

/** Tree by which incidents and requests are sorted (DESMF IM3). */
export const category: RecordType = {
  ...common,
  name: 'category',
  label: 'Category',
  plural: 'Categories',
  prefix: 'CAT',
  help: 'What kind of thing is concerned, as a tree. Few and clear beat many: three levels are enough.',
  fields: {
    name: text('Name', { required: true, boost: 2 }),
    parent: reference('Under', 'category', { inverse: 'Below', acyclic: true }),
    appliesTo,
    team: reference('Usual team', 'team', { inverse: 'Categories', help: 'Who mostly gets it.' }),
    description: longText('What belongs here', { maxLength: 1000 }),
    externalReference: externalReference(),
  },
  lifecycle: inUseOrRetired('category', manageConfiguration, [], 'IM3'),
  views: referenceViews('name', ['name', 'parent', 'appliesTo', 'team'], ['name', 'parent', 'appliesTo'], {
    subtitle: ['parent'],
  }),
};

/** How an incident or request ended. */
export const closureCode: RecordType = {
  ...common,
  name: 'closure-code',
  label: 'Closure code',
  plural: 'Closure codes',
  prefix: 'CLC',
  help: 'In which way an incident or request ended; reports count by it.',
  fields: {
    name: text('Name', { required: true, boost: 2 }),
    appliesTo,
    outcome: choice(
      'Outcome',
      [
        { value: 'solved', label: 'Solved for good' },
        { value: 'workaround', label: 'Worked around' },
        { value: 'unsolved', label: 'Not solved' },
        { value: 'noFault', label: 'No fault found' },
        { value: 'duplicate', label: 'Duplicate or in error' },
      ],
      { required: true },
    ),
    description: longText('When to use it', { maxLength: 1000 }),
    externalReference: externalReference(),
  },
  lifecycle: inUseOrRetired('closure code', manageConfiguration, [], 'IM6'),
  views: referenceViews('name', ['name', 'appliesTo', 'outcome'], ['name', 'appliesTo', 'outcome'], {
    subtitle: ['outcome'],
  }),
};

/** Priority for each pair of impact and urgency (PRI-1). */
export const priorityMatrix: RecordType = {
  ...common,
  name: 'priority-matrix',
  label: 'Priority matrix',
  plural: 'Priority matrices',
  prefix: 'PMX',
  help: 'Which priority follows from impact and urgency. The active matrix that changed last counts, for open records at once.',
  fields: {
    name: text('Name', { required: true }),
    cells: table(
      'Cells',
      {
        impact: choice('Impact', impactChoices, { required: true }),
        urgency: choice('Urgency', urgencyChoices, { required: true }),
        priority: choice('Priority', priorityChoices, { required: true }),
      },
      { required: true, maxRows: 9 },
    ),
    reason: longText('Why it is so', { maxLength: 2000 }),
    externalReference: externalReference(),
  },
  lifecycle: inUseOrRetired('priority matrix', manageConfiguration, [], 'IM1'),
  views: referenceViews('name', ['name', 'updatedAt'], ['name', 'cells']),
  check: (record) => {
    const value = record.fields['cells'];
    const says = cellsFault(Array.isArray(value) ? (value as readonly TableRow[]) : []);
    return says ? [{ field: 'cells', says }] : [];
  },
};

function cellsFault(cells: readonly TableRow[]): string | undefined {
  const pairs = impactChoices.flatMap((impact) =>
    urgencyChoices.map((urgency) => [impact, urgency] as const),
  );
  for (const [impact, urgency] of pairs) {
    const found = cells.filter(
      (cell) => cell['impact'] === impact.value && cell['urgency'] === urgency.value,
    );
    if (found.length === 1) continue;
    const fault = found.length === 0 ? 'is missing' : 'stands more than once';
    return `the cell for impact ${impact.label} and urgency ${urgency.label} ${fault}`;
  }
  return undefined;
}
