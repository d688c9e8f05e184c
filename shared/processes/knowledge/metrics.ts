import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import { countOf, shareOf } from '../support/figures.ts';

const shown: Condition = { column: 'state', in: ['published', 'dueForReview'] };

/** DESMF 5.2. Articles as they stand now; incidents of a period. */
export const knowledgeMetrics: readonly Metric[] = [
  shareOf(
    {
      factor: 'Knowledge is used',
      indicator: 'Share of incidents resolved with an article',
      name: 'resolvedWithArticle',
      label: 'Incidents resolved with an article',
      signOf: ['KM-O7'],
    },
    ['helped', 'all'],
    { type: 'incident', during: 'resolvedAt', part: [{ column: 'knowledge', empty: false }] },
  ),
  countOf(
    {
      factor: 'Knowledge is current',
      indicator: 'Published articles past their review date',
      name: 'articlesOverdue',
      label: 'Articles past review',
      signOf: ['KM-O1', 'KM-O6'],
    },
    'overdue',
    {
      query: {
        type: 'article',
        where: [shown, { column: 'reviewOn', below: { symbol: 'day', offset: 1 } }],
      },
    },
  ),
  shareOf(
    {
      factor: 'Knowledge is right',
      indicator: 'Every published article was looked over by another person',
      name: 'articlesReviewed',
      label: 'Published articles with a reviewer',
      signOf: ['KM-O6', 'PA2.2-O4'],
    },
    ['reviewed', 'published'],
    { type: 'article', whole: [shown], part: [{ column: 'reviewer', empty: false }] },
  ),
  shareOf(
    {
      factor: 'Knowledge is right',
      indicator: 'Somebody answers for every published article',
      name: 'articlesOwned',
      label: 'Published articles with an owner',
      signOf: ['KM-O4'],
    },
    ['owned', 'published'],
    { type: 'article', whole: [shown], part: [{ column: 'owner', empty: false }] },
  ),
  shareOf(
    {
      factor: 'Knowledge is found',
      indicator: 'Every published article has a kind and keywords',
      name: 'articlesSorted',
      label: 'Published articles with kind and keywords',
      signOf: ['KM-O3'],
    },
    ['sorted', 'published'],
    {
      type: 'article',
      whole: [shown],
      part: [
        { column: 'kind', empty: false },
        { column: 'keywords', empty: false },
      ],
    },
  ),
  shareOf(
    {
      factor: 'Knowledge is found',
      indicator: 'Published articles name the service they are about',
      name: 'articlesWithService',
      label: 'Published articles with a service',
      signOf: ['KM-O3', 'KM-O5'],
    },
    ['placed', 'published'],
    { type: 'article', whole: [shown], part: [{ column: 'service', empty: false }] },
  ),
  countOf(
    {
      factor: 'Knowledge is current',
      indicator: 'What no longer holds is taken out of use',
      name: 'articlesRetired',
      label: 'Articles retired',
      signOf: ['KM-O1'],
    },
    'retired',
    { query: { type: 'article', where: [{ column: 'state', in: ['retired'] }] } },
  ),
];
