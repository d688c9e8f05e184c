import type { CSSProperties } from 'react';
import { useBannerMarking } from '#renderer/session/shown-markings.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { markingColours } from './marking.ts';
import styles from './Frame.module.css';

/** The highest marking at an edge of the page. */
export function MarkingBanner({ edge }: { readonly edge: 'top' | 'bottom' }) {
  const { markingNote } = useUnit();
  const marking = useBannerMarking();
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
