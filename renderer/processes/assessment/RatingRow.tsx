import { memo } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import { formatAbsolute, formatZulu } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { ratingNames } from '#shared/assessment/scale.ts';
import { spreadOf } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { assessedOf } from '#shared/processes/improvement/plan.ts';
import { answersOf, keyOfAnswer, type Answer, type Scale } from './answer-keys.ts';
import { nameOfCell } from './answer-label.ts';
import type { WorkbookMode } from './use-ratings.ts';
import { isSplit, lacksReason, type WorkbookRow } from './workbook-rows.ts';
import styles from './workbook.module.css';

interface RatingRowProps {
  readonly row: WorkbookRow;
  readonly text: string;
  readonly scale: Scale;
  readonly mode: WorkbookMode;
  readonly isCurrent: boolean;
  /** Names of people, by their ids. */
  readonly labels: ReadonlyMap<string, string>;
  readonly onFocus: (key: string) => void;
  readonly onGive: (row: WorkbookRow, answer: Answer) => void;
}

/** One line to rate. Its keys stand on its buttons. */
export const RatingRow = memo(function RatingRow(props: RatingRowProps) {
  const { row, text, scale, mode, isCurrent, labels, onFocus, onGive } = props;
  const { cell, key, answer } = row;
  const given = answer ? textOf(answer, 'value') : '';
  const name = nameOfCell(cell);
  return (
    <div
      className={classes(styles.row, isCurrent && styles.current)}
      data-row={key}
      role="group"
      aria-label={`${name}: ${text}`}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => onFocus(key)}
    >
      <span className={styles.code}>{cell.item || '–'}</span>
      <span className={styles.text}>
        {text}
        {cell.instance !== '' && <span className={styles.instance}> {cell.instance}</span>}
        {mode === 'rate' && answer && textOf(answer, 'comment') !== '' && (
          <span className={styles.said}>{textOf(answer, 'comment')}</span>
        )}
        {mode !== 'rate' && answer && given !== '' && <AgreedBy answer={answer} labels={labels} />}
      </span>
      {mode !== 'rate' && <Opinions row={row} labels={labels} />}
      <span className={styles.answers} role="radiogroup" aria-label={`Rating of ${name}`}>
        {answersOf(scale).map((value) => (
          <button
            key={value}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={given === value}
            aria-label={value === 'na' ? 'Does not apply' : ratingNames[value]}
            aria-keyshortcuts={keyOfAnswer(value, scale)}
            disabled={mode === 'look'}
            className={classes(styles.answer, given === value && styles.given)}
            onClick={() => onGive(row, given === value ? '' : value)}
          >
            {shortOf(value)}
          </button>
        ))}
      </span>
    </div>
  );
});

interface NamedProps {
  readonly labels: ReadonlyMap<string, string>;
}

/** Who agreed on it, when and why. Plain elements, as there may be hundreds. */
function AgreedBy({ answer, labels }: NamedProps & { readonly answer: RecordView }) {
  const zone = useZone();
  const { updatedAt, updatedBy } = answer;
  const reason = textOf(answer, 'reason');
  if (updatedBy === '') return null;
  return (
    <span className={styles.said}>
      Agreed: {labels.get(updatedBy) ?? '…'},{' '}
      <time dateTime={new Date(updatedAt).toISOString()} title={formatZulu(updatedAt)}>
        {formatAbsolute(updatedAt, zone)}
      </time>
      {reason !== '' && ` · ${reason}`}
    </span>
  );
}

/** What each assessor said, how far they are apart, and what is to be settled. */
function Opinions({ row, labels }: NamedProps & { readonly row: WorkbookRow }) {
  const { ratings } = row;
  const { steps, isMixed } = spreadOf(ratings.map(assessedOf));
  return (
    <span className={styles.opinions}>
      {ratings.map((rating) => {
        const assessor = textOf(rating, 'assessor');
        return (
          <span key={rating.id} className={styles.opinion} title={labels.get(assessor) ?? assessor}>
            {initials(labels.get(assessor) ?? '…')} {shortOf(textOf(rating, 'value'))}
          </span>
        );
      })}
      {(steps > 0 || isMixed) && (
        <span className={styles.apart}>
          {isMixed ? 'applies or not' : steps === 1 ? '1 step apart' : `${steps} steps apart`}
        </span>
      )}
      {isSplit(row) && <span className={styles.apart}>Agreed twice: choose one</span>}
      {lacksReason(row) && <span className={styles.apart}>Say why</span>}
    </span>
  );
}

/** An answer as it stands in little room. */
export function shortOf(value: string): string {
  return value === '' ? '–' : value === 'na' ? 'n/a' : value;
}

function initials(name: string): string {
  return name
    .split(/[\s,]+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 3)
    .toUpperCase();
}
