import { DataTable } from '../DataTable.tsx';
import type { SeriesChartProps } from './series.ts';
import styles from './SeriesChart.module.css';

/** The figures of a chart for those who cannot see it, or want them exact; each leads to its records. */
export function SeriesTable({ title, series, points, onPick, height = 180 }: SeriesChartProps) {
  return (
    <div style={{ maxHeight: height, overflow: 'auto' }} tabIndex={0} role="region" aria-label={title}>
      <DataTable caption={title}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {series.map(({ name, label }) => (
              <th key={name} scope="col" data-number>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.key}>
              <th scope="row">{point.label}</th>
              {series.map(({ name, label }) => {
                const value = point.values[name] ?? 0;
                return (
                  <td key={name} data-number>
                    {onPick && value > 0 ? (
                      <button
                        type="button"
                        className={styles.link}
                        aria-label={`${point.label}, ${label}: ${String(value)}`}
                        onClick={() => onPick(point.key, name)}
                      >
                        {value}
                      </button>
                    ) : (
                      value
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
