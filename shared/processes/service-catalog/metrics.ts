import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import { shareOf } from '../support/figures.ts';

const type = 'service-offering';
const published: Condition = { column: 'state', in: ['published'] };

/** DESMF 5.2. Offerings as they stand now. */
export const serviceCatalogMetrics: readonly Metric[] = [
  shareOf(
    {
      factor: 'The catalogue is complete',
      indicator: 'Share of offerings that are published',
      name: 'offeringsPublished',
      label: 'Offerings published',
      signOf: ['SCM-O1', 'SCM-O2'],
    },
    ['published', 'live'],
    { type, whole: [{ column: 'state', in: ['draft', 'approved', 'published'] }], part: [published] },
  ),
  shareOf(
    {
      factor: 'The catalogue is complete',
      indicator: 'Every published offering says its hours and who supports it',
      name: 'offeringsComplete',
      label: 'Published offerings with hours and support team',
      signOf: ['SCM-O2', 'PA2.2-O3'],
    },
    ['complete', 'published'],
    {
      type,
      whole: [published],
      part: [
        { column: 'hours', empty: false },
        { column: 'supportTeam', empty: false },
      ],
    },
  ),
  shareOf(
    {
      factor: 'Readers find what is for them',
      indicator: 'Share of published offerings that name whom they are for',
      name: 'offeringsForAudience',
      label: 'Published offerings with an audience',
      signOf: ['SCM-O3'],
    },
    ['addressed', 'published'],
    { type, whole: [published], part: [{ column: 'audience', empty: false }] },
  ),
];
