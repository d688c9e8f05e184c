import { Section } from '#renderer/ui/Section.tsx';
import { comparedPairs, reservationsOf, type ComparedResult } from '#shared/assessment/compare.ts';
import { reservationWords } from './reservation-words.ts';
import styles from './compare.module.css';

interface ReservationListProps {
  readonly results: readonly ComparedResult[];
  readonly base?: string | undefined;
}

/** What the pairs cannot say, or say with a reservation. */
export function ReservationList({ results, base }: ReservationListProps) {
  const told = comparedPairs(results, base).flatMap(([before, after]) => {
    const words = reservationWords(reservationsOf(before, after));
    return words.length > 0 ? [{ before, after, words }] : [];
  });
  return (
    <Section title="What must be kept in mind?">
      {told.length === 0 && <p className={styles.muted}>Nothing stands against comparing these.</p>}
      <dl className={styles.reservations}>
        {told.map(({ before, after, words }) => (
          <div key={`${before.id} ${after.id}`}>
            <dt>
              {nameOf(before)} and {nameOf(after)}
            </dt>
            {words.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}

function nameOf({ title, on }: ComparedResult): string {
  return `${title} (${on})`;
}
