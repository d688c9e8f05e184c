import { useConfig } from '#renderer/data/data.ts';
import { markingColours } from '#renderer/shell/marking.ts';
import { usualMarking } from '#shared/engine/marking.ts';
import styles from './marking-mark.module.css';

interface MarkingMarkProps {
  readonly marking: string;
  /** Shown even where it is what records here carry anyway. */
  readonly always?: boolean;
}

/** The marking of one record. */
export function MarkingMark({ marking, always = false }: MarkingMarkProps) {
  const usual = usualMarking(useConfig());
  if (marking === '' || (marking === usual && !always)) return null;
  const { fg, bg } = markingColours(marking);
  return (
    <span className={styles.mark} style={{ color: fg, background: bg }} title={`Marking: ${marking}`}>
      {marking}
    </span>
  );
}
