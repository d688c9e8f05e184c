import type { Metric } from '../../definition/process.ts';
import type { Condition } from '../../definition/query.ts';
import { countOf, shareOf } from '../support/figures.ts';

const live: Condition = { column: 'state', in: ['live', 'underChange'] };
const type = 'configuration-item';

/** DESMF 5.2. Items as they stand now, unless they say otherwise. */
export const configurationMetrics: readonly Metric[] = [
  shareOf(
    {
      factor: 'Records are true',
      indicator: 'Share of items in use that were ever verified',
      name: 'itemsVerified',
      label: 'Items verified',
      signOf: ['CfM-O4', 'PA2.2-O4'],
    },
    ['verified', 'all'],
    { type, whole: [live], part: [{ column: 'verifiedOn', empty: false }] },
  ),
  shareOf(
    {
      factor: 'Items belong to services',
      indicator: 'Share of items in use that name their service',
      name: 'itemsWithService',
      label: 'Items with a service',
      signOf: ['CfM-O1'],
    },
    ['placed', 'all'],
    { type, whole: [live], part: [{ column: 'service', empty: false }] },
  ),
  shareOf(
    {
      factor: 'It is known what depends on what',
      indicator: 'Share of items in use that name what they depend on or belong to',
      name: 'itemsRelated',
      label: 'Items with relations',
      signOf: ['CfM-O1', 'CfM-O6'],
    },
    ['related', 'all'],
    {
      type,
      whole: [live],
      part: [
        {
          any: [
            { column: 'dependsOn', empty: false },
            { column: 'parent', empty: false },
          ],
        },
      ],
    },
  ),
  shareOf(
    {
      factor: 'Items are identified',
      indicator: 'Share of items in use with a serial number or an asset tag',
      name: 'itemsIdentified',
      label: 'Items with serial number or asset tag',
      signOf: ['CfM-O1'],
    },
    ['identified', 'all'],
    {
      type,
      whole: [live],
      part: [
        {
          any: [
            { column: 'serialNumber', empty: false },
            { column: 'assetTag', empty: false },
          ],
        },
      ],
    },
  ),
  countOf(
    {
      factor: 'Changes are followed',
      indicator: 'Items whose record was changed',
      name: 'itemsChanged',
      label: 'Items changed last in the period',
      signOf: ['CfM-O2'],
    },
    'changed',
    { query: { type, where: [] }, during: 'updatedAt' },
  ),
  shareOf(
    {
      factor: 'Nothing changes outside control',
      indicator: 'Every item that was put under change or withdrawn names the change',
      name: 'itemsWithChange',
      label: 'Items under change or withdrawn that name the change',
      signOf: ['CfM-O3'],
    },
    ['named', 'changed'],
    {
      type,
      whole: [{ column: 'state', in: ['underChange', 'withdrawn', 'disposed'] }],
      part: [{ column: 'changeReference', empty: false }],
    },
  ),
];
