import type { Field } from '../../definition/field.ts';
import { decimal, instant, table, text } from '../support/fields.ts';

/** Shown by the record's own view, beside the values of today. */
const own = { section: 'figure', shown: () => false } as const;

/** What evidence holds that was kept from a figure of Outpost, so that the figure can be measured again. */
export const keptFigureFields: Readonly<Record<string, Field>> = {
  /** Process and metric: `IM/categorised`. */
  metric: text('Metric', own),
  figureFrom: instant('Period from', own),
  figureBelow: instant('Period before', own),
  zone: text('Time zone', own),
  parts: table(
    'Parts',
    {
      name: text('Name', { required: true }),
      value: decimal('Value', { required: true }),
      address: text('List', { required: true, maxLength: 8000 }),
      /** Where it is no count. */
      column: text('Column'),
      by: text('Sum or mean'),
    },
    { ...own, maxRows: 10 },
  ),
};
