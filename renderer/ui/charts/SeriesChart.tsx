import TableIcon from '@mui/icons-material/TableRowsOutlined';
import ChartIcon from '@mui/icons-material/BarChartOutlined';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../IconButton.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { SeriesTable } from './SeriesTable.tsx';
import { seriesColour, seriesTotal, type SeriesChartProps } from './series.ts';
import styles from './SeriesChart.module.css';

const SeriesPlot = lazy(async () => ({ default: (await import('./SeriesPlot.tsx')).SeriesPlot }));

/** Bars or lines over time, with a legend that carries the totals and the same figures as a table. */
export function SeriesChart(props: SeriesChartProps) {
  const { title, unit, period, series, points, height = 180 } = props;
  const [showsTable, setShowsTable] = useState(false);
  return (
    <ChartFrame
      title={title}
      about={`${unit}, ${period}`}
      legend={
        <>
          {series.map(({ name, label }, index) => (
            <span key={name} className={styles.entry}>
              <span className={styles.swatch} style={{ background: seriesColour(index) }} />
              {label} {seriesTotal(points, name).toLocaleString('en-GB')}
            </span>
          ))}
          <IconButton
            label={showsTable ? 'Show as chart' : 'Show as table'}
            onClick={() => setShowsTable((shown) => !shown)}
          >
            {showsTable ? <ChartIcon /> : <TableIcon />}
          </IconButton>
        </>
      }
    >
      {showsTable ? (
        <SeriesTable {...props} />
      ) : (
        <Suspense fallback={<div style={{ height }} />}>
          <div
            role="img"
            aria-label={`${title}: ${summary(props)}. The button above shows the figures as a table.`}
          >
            <SeriesPlot {...props} height={height} />
          </div>
        </Suspense>
      )}
    </ChartFrame>
  );
}

function summary({ series, points }: SeriesChartProps): string {
  return series.map(({ name, label }) => `${label} ${String(seriesTotal(points, name))}`).join(', ');
}
