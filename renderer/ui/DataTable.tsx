import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './DataTable.module.css';

interface DataTableProps {
  /** Says what the table holds. */
  readonly caption: string;
  readonly showCaption?: boolean;
  /** `<thead>` and `<tbody>`. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A plain table at the house's density; scrolls inside itself when it is too wide. */
export function DataTable({ caption, showCaption = false, children, className }: DataTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={classes(styles.table, className)}>
        <caption className={showCaption ? styles.caption : styles.hidden}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
