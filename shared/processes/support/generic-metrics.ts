import type { Catalogue } from '../../definition/catalogue.ts';
import { columnNames } from '../../definition/column-names.ts';
import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { roles } from '../../definition/roles.ts';
import { countOf, shareOf } from './figures.ts';

const now = { symbol: 'now', offset: 0 } as const;
const underWay: Condition = { column: 'stateClass', in: ['open', 'waiting'] };

/** Columns that say who has a record in hand; the first that a type has counts. */
const owners = ['assignee', 'owner', 'askedOf', 'authorisedProvider'] as const;
/** Columns that say by when something is due; the first that a type has counts. */
const dues = ['resolutionDue', 'dueOn', 'reviewOn', 'nextReview'] as const;

/**
 * Figures that tell of the management of any process, declared or not: from its roles, tailorings and improvements, and from
 * the records that it works on. What Outpost keeps no record of (training, contacts, tools) has none.
 */
export function genericMetrics(process: string, catalogue: Catalogue): readonly Metric[] {
  const types = catalogue.process(process)?.recordTypes ?? [];
  return [...processMetrics(process), ...types.filter(isWork).flatMap(typeMetrics)];
}

/** Is it work that passes from state to state on a board? Lists of values and ratings are not. */
function isWork(type: RecordType): boolean {
  return type.views.board === 'state';
}

function processMetrics(process: string): readonly Metric[] {
  const holds: readonly Condition[] = [
    { column: 'state', in: ['active'] },
    { column: 'from', below: now },
    {
      any: [
        { column: 'until', empty: true },
        { column: 'until', from: now },
      ],
    },
  ];
  const own: Condition = { column: 'process', in: [process] };
  return [
    countOf(
      {
        factor: 'Somebody answers for the process',
        indicator: 'One person is its owner now',
        name: 'processOwners',
        label: `${roles.processOwner.label}s of this process`,
        signOf: ['PA2.1-O5', 'PA3.2-O2'],
      },
      'owners',
      { query: { type: 'assignment', where: [own, { column: 'role', in: ['processOwner'] }, ...holds] } },
    ),
    countOf(
      {
        factor: 'Roles are given',
        indicator: 'People hold roles in the process now',
        name: 'rolesHeld',
        label: 'Roles held in this process',
        signOf: ['PA3.2-O2'],
      },
      'roles',
      { query: { type: 'assignment', where: [own, ...holds] } },
    ),
    countOf(
      {
        factor: 'The process follows a standard',
        indicator: 'Departures from the process guide are recorded and adopted by the owner',
        name: 'tailorings',
        label: 'Tailorings of its guide in use',
        signOf: ['PA3.1-O1', 'PA3.2-O1'],
      },
      'tailorings',
      { query: { type: 'tailoring', where: [own, { column: 'state', in: ['active'] }] } },
    ),
    countOf(
      {
        factor: 'The process is put right when it departs from its aims',
        indicator: 'Improvements are proposed for it',
        name: 'improvements',
        label: 'Improvements proposed for it',
        signOf: ['PA2.1-O4', 'PA3.2-O6', 'PA5.1-O2'],
      },
      'improvements',
      { query: { type: 'improvement', where: [own] }, during: 'createdAt' },
    ),
    shareOf(
      {
        factor: 'What was improved is judged by its effect',
        indicator: 'Closed improvements say what they brought',
        name: 'improvementsJudged',
        label: 'Its closed improvements with a measured result',
        signOf: ['PA5.2-O3'],
      },
      ['judged', 'closed'],
      {
        type: 'improvement',
        whole: [own, { column: 'state', in: ['closed'] }],
        part: [{ column: 'actual', empty: false }],
      },
    ),
  ];
}

function typeMetrics(type: RecordType): readonly Metric[] {
  const columns = columnNames(type);
  const owner = owners.find((name) => columns.includes(name));
  const due = dues.find((name) => columns.includes(name));
  const isTimed = type.clocks.some(({ name }) => name === 'resolution');
  const { plural } = type;
  return [
    ...(owner
      ? [
          shareOf(
            {
              factor: 'Work is in somebody’s hands',
              indicator: 'Open records name who has them in hand',
              name: `${type.name}.owned`,
              label: `${plural} under way that somebody has in hand`,
              signOf: ['PA2.1-O5'],
            },
            ['owned', 'underWay'],
            { type: type.name, whole: [underWay], part: [{ column: owner, empty: false }] },
          ),
        ]
      : []),
    ...(due
      ? [
          shareOf(
            {
              factor: 'Work is done in time',
              indicator: 'Little of what is open is overdue',
              name: `${type.name}.overdue`,
              label: `${plural} under way that are overdue`,
              signOf: ['PA2.1-O3', 'PA2.1-O4'],
            },
            ['overdue', 'underWay'],
            { type: type.name, whole: [underWay], part: [{ column: due, below: now }] },
          ),
        ]
      : []),
    ...(isTimed
      ? [
          shareOf(
            {
              factor: 'Aims are set',
              indicator: 'Records have a target that was agreed',
              name: `${type.name}.targeted`,
              label: `${plural} with an agreed target`,
              signOf: ['PA2.1-O1'],
            },
            ['targeted', 'all'],
            {
              type: type.name,
              during: 'createdAt',
              part: [{ column: 'resolutionState', notIn: ['none', 'void'] }],
            },
          ),
        ]
      : []),
    shareOf(
      {
        factor: 'Records are complete',
        indicator: `What is asked for is filled in: ${askedFor(type)
          .map((name) => type.fields[name]?.label ?? name)
          .join(', ')}`,
        name: `${type.name}.complete`,
        label: `${plural} with all that their form asks for`,
        signOf: ['PA2.2-O1', 'PA2.2-O3'],
      },
      ['complete', 'all'],
      {
        type: type.name,
        during: 'createdAt',
        part: askedFor(type).map((column) => ({ column, empty: false })),
      },
    ),
    shareOf(
      {
        factor: 'Records are under control',
        indicator: 'Changes that contradict each other are settled',
        name: `${type.name}.settled`,
        label: `${plural} without a conflict that waits to be settled`,
        signOf: ['PA2.2-O3', 'PA2.2-O4'],
      },
      ['settled', 'all'],
      { type: type.name, during: 'createdAt', part: [{ column: 'hasConflict', in: [false] }] },
    ),
    shareOf(
      {
        factor: 'Work products are kept',
        indicator: 'Files that belong to a record are attached to it',
        name: `${type.name}.attached`,
        label: `${plural} with attachments`,
        signOf: ['PA2.2-O3'],
      },
      ['attached', 'all'],
      { type: type.name, during: 'createdAt', part: [{ column: 'hasFiles', in: [true] }] },
    ),
  ];
}

/** Required fields and those of the quick form that a list can look at; yes-or-no answers always have a value. */
function askedFor(type: RecordType): readonly string[] {
  const columns = columnNames(type);
  return Object.entries(type.fields)
    .filter(([name, field]) => field.required === true || type.views.quick.includes(name))
    .filter(([name, field]) => columns.includes(name) && field.kind !== 'boolean' && !field.shown)
    .map(([name]) => name);
}
