import { useMemo } from 'react';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { clockGlyphs } from '#renderer/ui/glyphs.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { headFigures } from './desk-queries.ts';
import { useFigures } from './use-figures.ts';
import styles from './Desk.module.css';

const alarms: Readonly<Record<string, 'warning' | 'breached'>> = { soon: 'warning', breached: 'breached' };

/** The line of figures at the top. Only what is late or nearly so has a colour, and a shape with it. */
export function HeadFigures({ type, now }: { readonly type: RecordType; readonly now: number }) {
  const figures = useMemo(() => headFigures(type), [type]);
  const counts = useFigures(figures, now);
  return (
    <ul className={styles.figures} aria-label={`${type.plural} in figures`}>
      {figures.map(({ id, label, query }, index) => {
        const count = counts[index];
        const alarm = count ? alarms[id] : undefined;
        return (
          <li key={id}>
            <AppLink href={paths.list(query)} className={styles.figure} data-alarm={alarm}>
              <span className={styles.number}>{count?.toLocaleString('en-GB') ?? '…'}</span>
              <span className={styles.figureLabel}>
                {alarm && clockGlyphs[alarm]}
                {label}
              </span>
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}
