import { classes } from '#renderer/ui/classes.ts';
import type { WorkbookMode } from './use-ratings.ts';
import { passes, type WorkbookFilter, type WorkbookRow } from './workbook-rows.ts';
import styles from './workbook.module.css';

interface SheetFilterProps {
  readonly rows: readonly WorkbookRow[];
  readonly mode: WorkbookMode;
  readonly filter: WorkbookFilter;
  readonly onFilter: (filter: WorkbookFilter) => void;
}

/** Which lines are shown, each choice with how many there are. */
export function SheetFilter({ rows, mode, filter, onFilter }: SheetFilterProps) {
  const labels: readonly (readonly [WorkbookFilter, string])[] = [
    ['all', 'All lines'],
    ['open', mode === 'rate' ? 'Not rated' : 'Undecided'],
    ...(mode === 'rate' ? [] : ([['differ', 'Where we differ']] as const)),
  ];
  return (
    <div className={styles.filter} role="group" aria-label="Lines shown">
      {labels.map(([value, label]) => (
        <button
          key={value}
          type="button"
          className={classes(styles.choice, filter === value && styles.chosen)}
          aria-pressed={filter === value}
          onClick={() => onFilter(value)}
        >
          {label} <span className={styles.count}>{rows.filter((row) => passes(row, value)).length}</span>
        </button>
      ))}
      {!rows.some((row) => passes(row, filter)) && <span className={styles.hint}>No line is left here.</span>}
    </div>
  );
}
