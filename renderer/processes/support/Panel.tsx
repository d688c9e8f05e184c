import type { ReactNode } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** `alarm`: somebody must act now; `attention`: somebody must act. */
  readonly tone?: 'plain' | 'attention' | 'alarm';
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A special view among the fields of a record. */
export function Panel({ title, tone = 'plain', actions, children }: PanelProps) {
  return (
    <div className={classes(styles.panel, tone !== 'plain' && styles[tone])}>
      <Section title={title} actions={actions}>
        <div className={styles.body}>{children}</div>
      </Section>
    </div>
  );
}

/** Facts side by side with their names; those without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const shown = facts.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return (
    <dl className={styles.facts}>
      {shown.map(([name, value]) => (
        <FactRow key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
