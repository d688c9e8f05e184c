import type { RedactionInfo } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { count } from '../words.ts';
import { standingWords } from './standing-words.ts';
import styles from '../audit.module.css';

export type Answer = 'confirm' | 'decline' | 'takeBack';

interface RedactionRowProps {
  readonly info: RedactionInfo;
  /** Person at the desk. */
  readonly actor: string;
  readonly name: (id: string) => string;
  readonly onAnswer: (answer: Answer) => void;
}

export function RedactionRow({ info, actor, name, onAnswer }: RedactionRowProps) {
  const { record, order } = info;
  const { state, askedBy, askedAt, answer, entries, reason } = order;
  const isOwn = askedBy === actor;
  return (
    <tr>
      <td className={styles.record}>
        <AppLink href={`/record/${record}`}>{name(record)}</AppLink>
        <div className={styles.muted}>{count(entries.length, 'entry', 'entries')}</div>
      </td>
      <td data-nowrap>
        {name(askedBy)}
        <div className={styles.muted}>
          <Time at={askedAt} mode="absolute" />
        </div>
      </td>
      <td className={styles.what}>{reason}</td>
      <td data-nowrap>
        {answer && (
          <>
            {state === 'declined' ? 'Declined' : 'Confirmed'} by {name(answer.by)}
            <div className={styles.muted}>
              <Time at={answer.at} mode="absolute" />
            </div>
          </>
        )}
        {state === 'withdrawn' && 'Taken back'}
        {state === 'open' && isOwn && (
          <Button size="small" onClick={() => onAnswer('takeBack')}>
            Take back
          </Button>
        )}
        {state === 'open' && !isOwn && (
          <span className={styles.buttons}>
            <Button size="small" variant="primary" onClick={() => onAnswer('confirm')}>
              Confirm
            </Button>
            <Button size="small" onClick={() => onAnswer('decline')}>
              Decline
            </Button>
          </span>
        )}
      </td>
      <td className={styles.what}>
        {standingWords(info, isOwn).map((words) => (
          <div key={words}>{words}</div>
        ))}
      </td>
    </tr>
  );
}
