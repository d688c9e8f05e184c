import { useCallback } from 'react';
import type { ChartPoint, SeriesChartProps } from './series.ts';

/** Turns Recharts' index of what was clicked into the point's key. */
export function useNavigateOnPick(
  points: readonly ChartPoint[],
  onPick: SeriesChartProps['onPick'],
): (index: number | undefined, series: string) => void {
  return useCallback(
    (index, series) => {
      const point = index === undefined ? undefined : points[index];
      if (point && (point.values[series] ?? 0) > 0) onPick?.(point.key, series);
    },
    [points, onPick],
  );
}
