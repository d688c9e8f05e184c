import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import { countOf, shareOf } from '../support/figures.ts';

const inForce: Condition = { column: 'state', in: ['inForce', 'underReview'] };

/** DESMF 5.2. Agreements as they stand now; incidents of a period. */
export const serviceLevelMetrics: readonly Metric[] = [
  shareOf(
    {
      factor: 'Agreements stay current',
      indicator: 'Share of agreements in force whose review date has not passed',
      name: 'agreementsCurrent',
      label: 'Agreements reviewed in time',
      signOf: ['SLM-O5', 'PA2.2-O4'],
    },
    ['current', 'all'],
    {
      type: 'agreement',
      whole: [inForce],
      part: [
        {
          any: [
            { column: 'nextReview', from: { symbol: 'day', offset: 0 } },
            { column: 'nextReview', empty: true },
          ],
        },
      ],
    },
  ),
  countOf(
    {
      factor: 'Services have targets',
      indicator: 'Number of agreements in force',
      name: 'agreementsInForce',
      label: 'Agreements in force',
      signOf: ['SLM-O2'],
    },
    'all',
    { query: { type: 'agreement', where: [inForce] } },
  ),
  shareOf(
    {
      factor: 'Services have targets',
      indicator: 'Every offering that is published names its agreement',
      name: 'offeringsWithAgreement',
      label: 'Published offerings with an agreement',
      signOf: ['SLM-O2'],
    },
    ['agreed', 'published'],
    {
      type: 'service-offering',
      whole: [{ column: 'state', in: ['published'] }],
      part: [{ column: 'agreement', empty: false }],
    },
  ),
  shareOf(
    {
      factor: 'It is known what a service rests on',
      indicator: 'Share of services in the catalogue that name what they depend on',
      name: 'servicesWithDependencies',
      label: 'Services that name what they depend on',
      signOf: ['SLM-O1'],
    },
    ['related', 'all'],
    {
      type: 'service',
      whole: [{ column: 'state', in: ['catalogue'] }],
      part: [{ column: 'dependsOn', empty: false }],
    },
  ),
  shareOf(
    {
      factor: 'Delivery is measured',
      indicator: 'Every incident is measured against an agreed target',
      name: 'incidentsMeasured',
      label: 'Incidents with an agreed target',
      signOf: ['SLM-O3'],
    },
    ['measured', 'all'],
    {
      type: 'incident',
      during: 'createdAt',
      part: [{ column: 'resolutionState', notIn: ['none', 'void'] }],
    },
  ),
];
