import type { KeyboardEvent } from 'react';
import {} from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { classes } from '#renderer/ui/classes.ts';
import { ratingNames } from '#shared/assessment/scale.ts';
import { spreadOf } from '#shared/assessment/workbook.ts';
import { textOf } from '#shared/definition/record.ts';
import { assessedOf } from '#shared/processes/improvement/plan.ts';
import { answersOf, keyOfAnswer, type Answer, type Scale } from './answer-keys.ts';
import type { WorkbookMode, WorkbookRow } from './use-ratings.ts';
import styles from './workbook.module.css';

interface RatingRowProps {
  readonly row: WorkbookRow;
  readonly text: string;
  readonly scale: Scale;
  readonly mode: WorkbookMode;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onGive: (answer: Answer) => void;
}

/** One line to rate. Its keys stand on its buttons; arrows go up and down. */
export function RatingRow({ row, text, scale, mode, isCurrent, onFocus, onKeyDown, onGive }: RatingRowProps) {
  const { cell, key, answer, ratings } = row;
  const given = answer ? textOf(answer, 'value') : '';
  const name = [cell.item || `PA ${cell.attribute}`, cell.instance].filter((part) => part !== '').join(', ');
  return (
    <div
      className={classes(styles.row, isCurrent && styles.current)}
      data-row={key}
      role="group"
      aria-label={`${name}: ${text}`}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className={styles.code}>{cell.item || '–'}</span>
      <span className={styles.text}>
        {text}
        {cell.instance !== '' && <span className={styles.instance}> {cell.instance}</span>}
      </span>
      {mode !== 'rate' && <Opinions row={row} />}
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
            onClick={() => onGive(given === value ? '' : value)}
          >
            {value === 'na' ? 'n/a' : value}
          </button>
        ))}
      </span>
      {mode === 'rate' && ratings.length > 0 && answer && textOf(answer, 'comment') !== '' && (
        <span className={styles.flag}>comment</span>
      )}
    </div>
  );
}

/** What each assessor said, and how far they are apart. */
function Opinions({ row: { ratings } }: { readonly row: WorkbookRow }) {
  const labels = useTitles(ratings.map((rating) => textOf(rating, 'assessor')));
  const { steps, isMixed } = spreadOf(ratings.map(assessedOf));
  return (
    <span className={styles.opinions}>
      {ratings.map((rating) => {
        const assessor = textOf(rating, 'assessor');
        const value = textOf(rating, 'value');
        return (
          <span key={rating.id} className={styles.opinion} title={labels.get(assessor) ?? assessor}>
            {initials(labels.get(assessor) ?? '…')} {value === '' ? '–' : value === 'na' ? 'n/a' : value}
          </span>
        );
      })}
      {(steps > 0 || isMixed) && (
        <span className={styles.apart}>
          {isMixed ? 'applies or not' : steps === 1 ? '1 step apart' : `${steps} steps apart`}
        </span>
      )}
    </span>
  );
}

function initials(name: string): string {
  return name
    .split(/[\s,]+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 3)
    .toUpperCase();
}
