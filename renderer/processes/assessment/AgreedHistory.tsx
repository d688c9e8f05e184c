import { useTimeline } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { Time } from '#renderer/ui/Time.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import { agreedSteps } from './agreed-steps.ts';
import { shortOf } from './RatingRow.tsx';
import styles from './workbook.module.css';

/** Each value that was agreed on, the newest first: by whom, when, and why at that time. */
export function AgreedHistory({ answer }: { readonly answer: RecordView }) {
  const { items } = useTimeline(answer.id);
  const steps = agreedSteps(items).toReversed();
  const labels = useTitles(steps.map(({ actor }) => actor));
  // The line itself tells of a single one.
  if (steps.length < 2) return null;
  return (
    <details className={styles.history}>
      <summary>Agreed {steps.length} times: who, when and why</summary>
      <ol>
        {steps.map(({ ref, value, reason, actor, at, isTakenBack }) => (
          <li key={ref}>
            <strong>{shortOf(value)}</strong> {labels.get(actor) ?? '…'}, <Time at={at} mode="absolute" />
            {reason !== '' && ` · ${reason}`}
            {isTakenBack && ' · taken back'}
          </li>
        ))}
      </ol>
    </details>
  );
}
