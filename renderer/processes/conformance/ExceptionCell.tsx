import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { standingLabels, type Standing } from '#shared/conformance/standing.ts';
import { textOf } from '#shared/definition/record.ts';
import type { RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import styles from './conformance.module.css';

const tones = {
  requested: 'state-waiting',
  refused: 'clock-breached',
  counts: 'clock-fine',
  endsSoon: 'clock-warning',
  ended: 'clock-breached',
} as const;

const short: Readonly<Record<Standing, string>> = {
  requested: 'Requested',
  refused: 'Refused',
  counts: 'Counts',
  endsSoon: 'Ends soon',
  ended: 'Ended',
};

/** The exception that a statement rests on, and how long it counts. */
export function ExceptionCell({ row: { exception, parts } }: { readonly row: RegisterRow }) {
  if (!exception) {
    return parts.some(({ part }) => part === 'exception') ? (
      <span className={styles.missing}>Missing</span>
    ) : (
      <span className={styles.small}>Not asked for</span>
    );
  }
  const { record, standing } = exception;
  return (
    <div className={styles.stack}>
      <AppLink href={paths.record(record.id)} className={styles.number}>
        {record.number}
      </AppLink>
      <span title={standingLabels[standing]}>
        <Chip tone={tones[standing]}>{short[standing]}</Chip>
      </span>
      {textOf(record, 'until') !== '' && (
        <span className={classes(styles.small, styles.number)}>until {textOf(record, 'until')}</span>
      )}
    </div>
  );
}
