import { useConfig } from '#renderer/data/data.ts';
import { useShowMarkings } from '#renderer/session/shown-markings.ts';
import { markingColours } from '#renderer/shell/marking.ts';
import { usualMarking } from '#shared/engine/marking.ts';
import styles from './marking-mark.module.css';

interface MarkingMarkProps {
  /** As it stands in a record's own field, or in a cell. */
  readonly marking: unknown;
  /** Shown even where it is what records here carry anyway. */
  readonly always?: boolean;
}

/** The marking of one record, before its title; the banner knows of it as long as it is shown. */
export function MarkingMark({ marking, always = false }: MarkingMarkProps) {
  const usual = usualMarking(useConfig());
  const text = typeof marking === 'string' && (marking !== usual || always) ? marking : '';
  useShowMarkings([text]);
  if (text === '') return null;
  const { fg, bg } = markingColours(text);
  return (
    <>
      <span className={styles.mark} style={{ color: fg, background: bg }} title={`Marking: ${text}`}>
        {text}
      </span>{' '}
    </>
  );
}
