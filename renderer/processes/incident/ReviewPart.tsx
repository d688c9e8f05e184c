import { useMemo } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { RecordActions } from '../support/RecordActions.tsx';
import { useAllowed } from '../support/use-allowed.ts';
import { readReview, type Review } from './review.ts';
import styles from '../support/panel.module.css';

interface ReviewPartProps {
  readonly type: RecordType;
  readonly record: RecordView;
}

/** How far the review is: its parts, what is missing, and the way to complete it. */
export function ReviewPart({ type, record }: ReviewPartProps) {
  const review = useMemo(() => readReview(type, record), [type, record]);
  const actions = useAllowed(type, record, ['completeReview']);
  return (
    <Section title="Review" level={3}>
      <ReviewStatus review={review} />
      {review.status !== 'done' && (
        <>
          <ul className={styles.actions} aria-label="Parts of the review">
            {review.parts.map((part) => (
              <li key={part.field} className={styles.list}>
                <Chip tone={part.isFilled ? 'state-done' : 'outline'}>
                  {part.label}: {part.isFilled ? 'written' : part.isNeeded ? 'missing' : 'not written'}
                </Chip>
              </li>
            ))}
          </ul>
          {review.status === 'due' && actions.length === 0 && (
            <p className={styles.small}>
              A major incident manager or the process owner completes the review.
            </p>
          )}
          <RecordActions type={type} record={record} actions={actions} />
        </>
      )}
    </Section>
  );
}

function ReviewStatus({
  review: { status, isAskedAnew, completed, filled, needed },
}: {
  readonly review: Review;
}) {
  const now = useNow();
  const actor = completed?.actor;
  const labels = useTitles(actor === undefined ? [] : [actor]);
  if (completed && actor !== undefined) {
    return (
      <p>
        Completed <Time at={completed.at} now={now} /> by {labels.get(actor) ?? '…'}.
      </p>
    );
  }
  const written = `${filled} of ${needed} needed parts are written.`;
  return (
    <p>
      {isAskedAnew && 'It was reopened after its review, so a new one is needed. '}
      {status === 'later'
        ? 'Held once the incident is resolved. '
        : 'It cannot be closed before its review. '}
      {written}
    </p>
  );
}
