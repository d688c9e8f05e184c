import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface PageHeaderProps {
  /** A plain text is the title of the browser's window as well. */
  readonly title: ReactNode;
  /** Stands above the title: where the page belongs. */
  readonly before?: ReactNode;
  /** Stands beside the title: chips, counts. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function PageHeader({ title, before, meta, actions, children }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {typeof title === 'string' && <title>{`${title} · Outpost`}</title>}
      {before && <div className={styles.before}>{before}</div>}
      <div className={styles.line}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {meta && <div className={styles.meta}>{meta}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}
