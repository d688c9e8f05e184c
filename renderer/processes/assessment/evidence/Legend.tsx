import { classes } from '#renderer/ui/classes.ts';
import type { CoverageCell } from '#shared/assessment/coverage.ts';
import { standingOrder, standings } from './standing.ts';
import styles from './evidence.module.css';

/** What the signs mean, and how many attributes stand so. */
export function Legend({ cells }: { readonly cells: readonly CoverageCell[] }) {
  return (
    <ul className={styles.legend} aria-label="Attributes by evidence">
      {standingOrder.map((standing) => (
        <li key={standing}>
          <span className={classes(styles.sign, styles[standing])} aria-hidden="true">
            {standings[standing].sign}
          </span>{' '}
          {standings[standing].label}: {cells.filter((cell) => cell.standing === standing).length}
        </li>
      ))}
    </ul>
  );
}
