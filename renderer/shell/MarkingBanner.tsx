import type { CSSProperties } from 'react';
import { useUnit } from '#renderer/session/unit.ts';
import { markingColours } from './marking.ts';
import styles from './Frame.module.css';

/** The unit's marking at an edge of the page; on paper it stands on every sheet. */
export function MarkingBanner({ edge }: { readonly edge: 'top' | 'bottom' }) {
  const { marking, markingNote } = useUnit();
  const { fg, bg } = markingColours(marking);
  return (
    <section
      aria-label={edge === 'top' ? 'Marking, top' : 'Marking, bottom'}
      className={edge === 'top' ? styles.bannerTop : styles.bannerBottom}
      style={{ '--marking-fg': fg, '--marking-bg': bg } as CSSProperties}
      title={markingNote || undefined}
      data-marking
    >
      {marking}
    </section>
  );
}
