import type { ReactNode } from 'react';
import styles from './report.module.css';

/** A fact of a report; `isWide` for long texts. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly isWide?: boolean;
}

/** Facts with their names; those without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== '' && value !== null && value !== undefined)
        .map(({ label, value, isWide = false }) => (
          <div key={label} className={isWide ? styles.wide : undefined}>
            <dt>{label}</dt>
            <dd className={styles.text}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
