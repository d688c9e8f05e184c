import type { Metric } from '../../definition/process.ts';
import { countOf, shareOf } from '../support/figures.ts';

const type = 'improvement';

/** DESMF 5.2. Improvements that were proposed in a period; tailorings and statements as they stand now. */
export const improvementMetrics: readonly Metric[] = [
  shareOf(
    {
      factor: 'Improvements work',
      indicator: 'Share of improvements closed with a result',
      name: 'improvementsClosed',
      label: 'Improvements closed',
      signOf: ['CSI-O3', 'PA2.1-O3'],
    },
    ['closed', 'all'],
    { type, during: 'createdAt', part: [{ column: 'state', in: ['closed'] }] },
  ),
  shareOf(
    {
      factor: 'Improvements work',
      indicator: 'Every closed improvement says what it brought',
      name: 'improvementsMeasured',
      label: 'Closed improvements with a measured result',
      signOf: ['CSI-O2', 'CSI-O3'],
    },
    ['measured', 'closed'],
    {
      type,
      during: 'createdAt',
      whole: [{ column: 'state', in: ['closed'] }],
      part: [{ column: 'actual', empty: false }],
    },
  ),
  shareOf(
    {
      factor: 'Owners see where to improve',
      indicator: 'Somebody owns every improvement',
      name: 'improvementsOwned',
      label: 'Improvements with an owner',
      signOf: ['CSI-O1'],
    },
    ['owned', 'all'],
    { type, during: 'createdAt', part: [{ column: 'owner', empty: false }] },
  ),
  shareOf(
    {
      factor: 'Plans rest on figures',
      indicator: 'Every improvement that was approved has a measure and a baseline',
      name: 'improvementsWithBaseline',
      label: 'Approved improvements with measure and baseline',
      signOf: ['CSI-O6', 'CSI-O7'],
    },
    ['planned', 'approved'],
    {
      type,
      during: 'createdAt',
      whole: [{ column: 'state', in: ['approved', 'implementing', 'measuring', 'closed'] }],
      part: [
        { column: 'measure', empty: false },
        { column: 'baseline', empty: false },
      ],
    },
  ),
  countOf(
    {
      factor: 'Departures from the library are known',
      indicator: 'Number of tailorings in use',
      name: 'tailoringsInUse',
      label: 'Tailorings in use',
      signOf: ['CSI-O7'],
    },
    'active',
    { query: { type: 'tailoring', where: [{ column: 'state', in: ['active'] }] } },
  ),
  shareOf(
    {
      factor: 'Services are measured in one way',
      indicator: 'Every accepted statement of conformance has a measure of service quality',
      name: 'statementsWithQuality',
      label: 'Accepted statements with a service quality',
      signOf: ['CSI-O8'],
    },
    ['measured', 'accepted'],
    {
      type: 'conformance-statement',
      whole: [{ column: 'state', in: ['accepted'] }],
      part: [{ column: 'serviceQuality', empty: false }],
    },
  ),
];
