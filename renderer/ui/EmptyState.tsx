import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** What this is, or what there is none of. */
  readonly title: string;
  /** What to do first. */
  readonly text?: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
  readonly compact?: boolean;
}

export function EmptyState({ title, text, action, icon, compact = false }: EmptyStateProps) {
  return (
    <div className={compact ? styles.compact : styles.empty}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <p className={styles.title}>{title}</p>
      {text && <div className={styles.text}>{text}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
