import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { LibraryMetric } from '#shared/library/model.ts';

interface MetricListProps {
  readonly name: string;
  readonly metrics: readonly LibraryMetric[];
}

/** From what must go right to what is counted. */
export function MetricList({ name, metrics }: MetricListProps) {
  if (metrics.length === 0) return null;
  return (
    <Section title="Metrics">
      <DataTable caption={`Metrics of ${name}`}>
        <thead>
          <tr>
            <th scope="col">What must go right</th>
            <th scope="col">Seen in</th>
            <th scope="col">Metric</th>
            <th scope="col">Measures</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map(({ factor, indicator, metric, measures }) => (
            <tr key={metric}>
              <td>{factor}</td>
              <td>{indicator}</td>
              <th scope="row">{metric}</th>
              <td>{measures.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
