import { useId, type ReactNode } from 'react';
import styles from './SeriesChart.module.css';

interface ChartFrameProps {
  /** A question or statement that the chart answers. */
  readonly title: string;
  /** Unit and period of the figures. */
  readonly about: string;
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with the question that it answers, what its figures count, and what its signs mean. */
export function ChartFrame({ title, about, legend, children }: ChartFrameProps) {
  const id = useId();
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption className={styles.head}>
        <span id={id}>
          <span className={styles.title}>{title}</span>
          <span className={styles.muted}> {about}</span>
        </span>
        {legend && <span className={styles.legend}>{legend}</span>}
      </figcaption>
      {children}
    </figure>
  );
}
