import type { ReactNode } from 'react';
import styles from './BarList.module.css';

export interface BarRow {
  readonly key: string;
  readonly label: ReactNode;
  /** Undefined while it is counted. */
  readonly value: number | undefined;
  /** Any CSS colour of the theme. */
  readonly colour?: string | undefined;
}

interface BarListProps {
  readonly label: string;
  readonly rows: readonly BarRow[];
  /** Wraps a row in the link to its records. */
  readonly link: (row: BarRow, content: ReactNode, className: string) => ReactNode;
}

/** Few figures side by side, each a link: bars start at zero and share one scale. */
export function BarList({ label, rows, link }: BarListProps) {
  const most = Math.max(1, ...rows.map((row) => row.value ?? 0));
  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          {link(
            row,
            <>
              <span className={styles.label}>{row.label}</span>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={styles.bar}
                  style={{ width: `${((row.value ?? 0) / most) * 100}%`, background: row.colour }}
                />
              </span>
              <span className={styles.value}>{row.value?.toLocaleString('en-GB') ?? '…'}</span>
            </>,
            styles.row ?? '',
          )}
        </li>
      ))}
    </ul>
  );
}
