import styles from './bars.module.css';

interface LevelBarProps {
  readonly level: number;
  readonly target: number;
  /** It may be more: drawn up to the target. */
  readonly isOpen: boolean;
  /** The highest level there is. */
  readonly most: number;
}

const [step, height, top] = [18, 10, 4];

/** A level as a bar of steps, with a mark at the target. Told by shapes, so that it can be read without colour; the words stand beside it. */
export function LevelBar({ level, target, isOpen, most }: LevelBarProps) {
  const width = most * step;
  const end = target * step;
  return (
    <svg
      className={styles.level}
      viewBox={`-1 -1 ${String(width + 6)} ${String(height + top + 2)}`}
      width={width + 6}
      height={height + top + 2}
      aria-hidden="true"
    >
      {isOpen && target > level && (
        <rect
          className={styles.possible}
          x={level * step}
          y={top}
          width={end - level * step}
          height={height}
        />
      )}
      <rect className={styles.reached} x={0} y={top} width={level * step} height={height} />
      {Array.from({ length: most }, (_none, index) => (
        <rect key={index} className={styles.step} x={index * step} y={top} width={step} height={height} />
      ))}
      {target > 0 && (
        <path
          className={styles.target}
          d={`M${String(end - 4)},-1 h8 l-4,5 z M${String(end - 1)},2 h2 v${String(height + top - 2)} h-2 z`}
        />
      )}
    </svg>
  );
}
