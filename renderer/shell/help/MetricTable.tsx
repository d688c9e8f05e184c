import { useMeasures } from '#renderer/data/data.ts';
import { measureName, metricText } from '#renderer/record/figures/metric-text.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { Metric, ProcessDefinition } from '#shared/definition/process.ts';
import { measureQuery, metricValue } from '#shared/engine/figure.ts';

function MetricRow({ metric }: { readonly metric: Metric }) {
  const parts = Object.entries(metric.measures).map(([name, measure]) => ({
    name,
    query: measureQuery(measure),
    of: measure.of,
  }));
  const measured = useMeasures(parts.map(({ query, of }) => ({ query, of })));
  return (
    <tr>
      <td>{metric.factor}</td>
      <td>{metric.indicator}</td>
      <th scope="row">{metric.label}</th>
      <td data-number>{measured ? metricText(metric.unit, metricValue(metric, measured.values)) : '…'}</td>
      <td>
        {parts.map(({ name, query }, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <AppLink href={paths.list(query)}>{measureName(name)}</AppLink>
          </span>
        ))}
      </td>
    </tr>
  );
}

/** From what must go right to the figure that shows it, and to the records behind the figure. */
export function MetricTable({ process }: { readonly process: ProcessDefinition }) {
  return (
    <DataTable caption={`Figures of ${process.name}`}>
      <thead>
        <tr>
          <th scope="col">What must go right</th>
          <th scope="col">Seen in</th>
          <th scope="col">Figure</th>
          <th scope="col" data-number>
            Now
          </th>
          <th scope="col">Its records</th>
        </tr>
      </thead>
      <tbody>
        {process.metrics.map((metric) => (
          <MetricRow key={metric.name} metric={metric} />
        ))}
      </tbody>
    </DataTable>
  );
}
