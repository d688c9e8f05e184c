import styles from './LevelLines.module.css';

interface MarkerProps {
  /** Place of the series: circle, square, triangle, diamond, and again. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly isHollow?: boolean;
}

const shapes = [
  'M-4,0 a4,4 0 1,0 8,0 a4,4 0 1,0 -8,0 z',
  'M-3.5,-3.5 h7 v7 h-7 z',
  'M0,-4.5 l4.5,8 h-9 z',
  'M0,-5 l5,5 l-5,5 l-5,-5 z',
];

/** The sign of a series in a chart of lines. */
export function Marker({ index, x, y, isHollow = false }: MarkerProps) {
  return (
    <path
      className={styles.marker}
      data-hollow={isHollow || undefined}
      d={shapes[index % shapes.length]}
      transform={`translate(${String(x)},${String(y)})`}
    />
  );
}
