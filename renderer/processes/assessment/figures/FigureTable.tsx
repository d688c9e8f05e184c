import type { ReactNode } from 'react';
import { measureName, metricText } from '#renderer/record/figures/metric-text.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { metricValue } from '#shared/engine/figure.ts';
import { hasPeriod, type Figure, type Part } from './kept-figure.ts';
import styles from './figures.module.css';

interface FigureTableProps {
  readonly figures: readonly Figure[];
  /** What stands at the end of a figure's line: the way to keep it, or where it is kept. */
  readonly keepOf: (figure: Figure) => ReactNode;
}

/** Figures with their values and the records behind each part of them. */
export function FigureTable({ figures, keepOf }: FigureTableProps) {
  return (
    <DataTable caption="Figures from Outpost’s own records">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" data-number>
            Value
          </th>
          <th scope="col">Its records</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.metric.name}>
            <th scope="row">
              {figure.metric.label}
              {!hasPeriod(figure.metric) && <span className={styles.muted}> (now)</span>}
              <span className={styles.indicator}>{figure.metric.indicator}</span>
            </th>
            <td data-number>
              {figure.values
                ? metricText(figure.metric.unit, metricValue(figure.metric, figure.values))
                : '…'}
            </td>
            <td data-nowrap>
              <Parts figure={figure} />
            </td>
            <td data-nowrap>{keepOf(figure)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** “35 categorised of 40 in all”; each leads to its list. What is no share has one list. */
function Parts({ figure: { metric, parts, values } }: { readonly figure: Figure }) {
  const last = parts.at(-1);
  if (metric.unit !== 'percent')
    return last && <AppLink href={paths.list(last.query)}>{recordsText(last, values?.at(-1))}</AppLink>;
  return parts.map(({ name, query }, place) => (
    <span key={name}>
      {place > 0 && ' of '}
      <AppLink href={paths.list(query)}>
        {countText(values?.[place])} {measureName(name)}
      </AppLink>
    </span>
  ));
}

function recordsText({ of }: Part, value: number | undefined): string {
  if (of) return 'its records';
  return value === 1 ? '1 record' : `${countText(value)} records`;
}

function countText(value: number | undefined): string {
  return value?.toLocaleString('en-GB') ?? '…';
}
