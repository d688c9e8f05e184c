import type { Catalogue } from '../../definition/catalogue.ts';
import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { roles } from '../../definition/roles.ts';
import { countOf, shareOf } from './figures.ts';
import { workMetrics } from './work-metrics.ts';

const now = { symbol: 'now', offset: 0 } as const;

/**
 * Figures that tell of the management of any process, declared or not: from its roles, tailorings and improvements, and from
 * the records that it works on. What Outpost keeps no record of (training, contacts, tools) has none.
 */
export function genericMetrics(process: string, catalogue: Catalogue): readonly Metric[] {
  const types = catalogue.process(process)?.recordTypes ?? [];
  return [...processMetrics(process), ...types.filter(isWork).flatMap(workMetrics)];
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
