import { columnNames } from '../../definition/column-names.ts';
import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { shareOf } from './figures.ts';

const now = { symbol: 'now', offset: 0 } as const;
const underWay: Condition = { column: 'stateClass', in: ['open', 'waiting'] };

/** Columns that say who has a record in hand; the first that a type has counts. */
const owners = ['assignee', 'owner', 'askedOf', 'authorisedProvider'] as const;
/** Columns that say by when something is due; the first that a type has counts. */
const dues = ['resolutionDue', 'dueOn', 'reviewOn', 'nextReview'] as const;

/** How the records of a type are worked on and kept. */
export function workMetrics(type: RecordType): readonly Metric[] {
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
