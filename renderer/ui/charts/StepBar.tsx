import styles from './StepBar.module.css';

interface StepBarProps {
  /** Steps that are reached for certain; may be a fraction. */
  readonly reached: number;
  /** Steps that may be reached at most: drawn light. */
  readonly possible?: number;
  /** Step that is aimed at: marked from above. */
  readonly target?: number;
  /** Steps there are. */
  readonly most: number;
  /** Width of a step in pixels. */
  readonly step: number;
}

const [height, above] = [9, 4];

/** Steps that are reached, as a bar. Told by shapes, so that it can be read without colour; the words stand beside it. */
export function StepBar({ reached, possible = reached, target = 0, most, step }: StepBarProps) {
  const top = target > 0 ? above : 0;
  const [width, end] = [most * step, target * step];
  return (
    <svg
      className={styles.bar}
      viewBox={`-0.5 -0.5 ${String(width + 1)} ${String(height + top + 1)}`}
      width={width + 1}
      height={height + top + 1}
      aria-hidden="true"
    >
      <rect className={styles.possible} x={0} y={top} width={possible * step} height={height} />
      <rect className={styles.reached} x={0} y={top} width={reached * step} height={height} />
      {Array.from({ length: most }, (_none, index) => (
        <rect key={index} className={styles.step} x={index * step} y={top} width={step} height={height} />
      ))}
      {target > 0 && (
        <path
          className={styles.target}
          d={`M${String(end - 4)},-1 h8 l-3,5 v${String(height + 1)} h-2 v-${String(height + 1)} z`}
        />
      )}
    </svg>
  );
}
