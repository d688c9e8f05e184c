import { useMemo } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { ClockChip } from '#renderer/ui/ClockChip.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { formatValue } from '../fields/format-value.ts';
import { readClocks } from './next-clock.ts';
import type { ShownRecord } from './use-record-page.ts';
import styles from './fields-pane.module.css';

/** Shown in the header already. */
const inHeader = ['priority'];

/** What is worked out from the facts: clocks and figures, with who made the record and when. */
export function DerivedSection({ shown: { type, record, derived } }: { readonly shown: ShownRecord }) {
  const now = useNow();
  const clocks = useMemo(() => readClocks(type, derived), [type, derived]);
  const figures = Object.entries(type.derived).flatMap(([name, { label, kind, choices, help }]) => {
    const value = derived[name] ?? null;
    if (value === null || inHeader.includes(name)) return [];
    const text = formatValue({ kind, choices: choices ?? [] }, value, { zone: 'UTC', label: String });
    return [
      { name, label, help, at: kind === 'instant' && typeof value === 'number' ? value : undefined, text },
    ];
  });
  return (
    <Section title="Worked out">
      <div className={styles.grid}>
        {clocks.map((clock) => (
          <div key={clock.name} className={styles.field}>
            <div className={styles.label}>{clock.label}</div>
            <div className={styles.value}>
              <ClockChip state={clock.state} due={clock.due} warnAt={clock.warnAt} now={now} />
              {clock.due !== null && <Time at={clock.due} mode="absolute" />}
            </div>
          </div>
        ))}
        {figures.map((figure) => (
          <div key={figure.name} className={styles.field} title={figure.help}>
            <div className={styles.label}>{figure.label}</div>
            <div className={styles.value}>
              {figure.at === undefined ? figure.text : <Time at={figure.at} mode="absolute" />}
            </div>
          </div>
        ))}
        <div className={styles.field}>
          <div className={styles.label}>Opened</div>
          <div className={styles.value}>
            <Time at={record.createdAt} mode="absolute" />
          </div>
        </div>
        <div className={styles.field}>
          <div className={styles.label}>Last changed</div>
          <div className={styles.value}>
            <Time at={record.updatedAt} mode="absolute" />
          </div>
        </div>
      </div>
    </Section>
  );
}
