import styles from './bars.module.css';

interface ShareBarProps {
  /** Share that is certain, 0 to 100. */
  readonly from: number;
  /** Share that it may be at most, 0 to 100. */
  readonly to: number;
  /** Where the scale divides. */
  readonly marks: readonly number[];
}

const [width, height] = [44, 8];

/** A share as a bar: solid as far as it is certain, light as far as it may be. */
export function ShareBar({ from, to, marks }: ShareBarProps) {
  const at = (share: number) => (share / 100) * width;
  return (
    <svg
      className={styles.share}
      viewBox={`-0.5 -0.5 ${String(width + 1)} ${String(height + 1)}`}
      width={width + 1}
      height={height + 1}
      aria-hidden="true"
    >
      <rect className={styles.possible} x={at(from)} y={0} width={at(to - from)} height={height} />
      <rect className={styles.reached} x={0} y={0} width={at(from)} height={height} />
      <rect className={styles.step} x={0} y={0} width={width} height={height} />
      {marks.map((mark) => (
        <path key={mark} className={styles.mark} d={`M${String(at(mark))},0 v${String(height)}`} />
      ))}
    </svg>
  );
}
