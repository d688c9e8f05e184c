import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import { countOf, shareOf } from '../support/figures.ts';

const type = 'service';
const offered: Condition = { column: 'state', in: ['catalogue'] };
const current: Condition = { column: 'state', in: ['pipeline', 'catalogue', 'retiring'] };

/** DESMF 5.2. Services as they stand now. */
export const servicePortfolioMetrics: readonly Metric[] = [
  shareOf(
    {
      factor: 'Every service is answered for',
      indicator: 'Share of services in the catalogue with a support team',
      name: 'servicesSupported',
      label: 'Services with a support team',
      signOf: ['SPM-O8'],
    },
    ['supported', 'all'],
    { type, whole: [offered], part: [{ column: 'supportTeam', empty: false }] },
  ),
  countOf(
    {
      factor: 'There is one list of services',
      indicator: 'Number of services that are planned, offered or being retired',
      name: 'servicesListed',
      label: 'Services in the portfolio',
      signOf: ['SPM-O2'],
    },
    'all',
    { query: { type, where: [current] } },
  ),
  shareOf(
    {
      factor: 'The list can be trusted',
      indicator: 'Every service has a type, customers and an owner',
      name: 'servicesDescribed',
      label: 'Services with type, customers and owner',
      signOf: ['SPM-O3'],
    },
    ['described', 'all'],
    {
      type,
      whole: [current],
      part: [
        { column: 'type', empty: false },
        { column: 'customers', empty: false },
        { column: 'owner', empty: false },
      ],
    },
  ),
  shareOf(
    {
      factor: 'It is known which services matter most',
      indicator: 'Every service has a criticality',
      name: 'servicesRanked',
      label: 'Services with a criticality',
      signOf: ['SPM-O6'],
    },
    ['ranked', 'all'],
    { type, whole: [current], part: [{ column: 'criticality', empty: false }] },
  ),
];
