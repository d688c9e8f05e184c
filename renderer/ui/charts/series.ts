export interface ChartSeries {
  readonly name: string;
  readonly label: string;
}

export interface ChartPoint {
  readonly key: string;
  /** Stands at the axis: `14 Nov`. */
  readonly label: string;
  /** By series name. */
  readonly values: Readonly<Record<string, number>>;
}

export interface SeriesChartProps {
  /** A question or statement that the chart answers: "Opened and resolved per day". */
  readonly title: string;
  /** What the numbers count: "incidents". */
  readonly unit: string;
  /** "last 30 days" */
  readonly period: string;
  readonly kind: 'bars' | 'lines';
  readonly series: readonly ChartSeries[];
  readonly points: readonly ChartPoint[];
  /** Called with what was clicked, to open its records. */
  readonly onPick?: ((point: string, series: string) => void) | undefined;
  readonly height?: number;
}

/** Colour of the series at a place, as the theme has it. */
export function seriesColour(index: number): string {
  return `var(--op-chart-${String((index % 6) + 1)})`;
}

export function seriesTotal(points: readonly ChartPoint[], name: string): number {
  return points.reduce((sum, point) => sum + (point.values[name] ?? 0), 0);
}
