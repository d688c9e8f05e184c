import { useTimeline, type TimelineItem } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { Time } from '#renderer/ui/Time.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import { shortOf } from './RatingRow.tsx';
import styles from './workbook.module.css';

/** Each value that was agreed on, the newest first: by whom, when, and why at that time. */
export function AgreedHistory({ answer }: { readonly answer: RecordView }) {
  const { items } = useTimeline(answer.id);
  const steps = agreedSteps(items).toReversed();
  const labels = useTitles(steps.map(({ actor }) => actor));
  if (steps.length === 0) return null;
  return (
    <details className={styles.history}>
      <summary>
        {steps.length === 1 ? 'Agreed once' : `Agreed ${steps.length} times`}, each with who, when and why
      </summary>
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

export interface AgreedStep {
  readonly ref: string;
  /** '' where it was taken away. */
  readonly value: string;
  /** As it stood when the next value was agreed on. */
  readonly reason: string;
  readonly actor: string;
  readonly at: number;
  readonly isTakenBack: boolean;
}

/** The values that a timeline tells of, the oldest first. */
export function agreedSteps(items: readonly TimelineItem[]): readonly AgreedStep[] {
  const steps: AgreedStep[] = [];
  for (const { ref, changes, actor, at, setAside } of items) {
    const after = (name: string) => changes.find(({ field }) => field === name)?.after;
    const [value, reason] = [after('value'), after('reason')];
    const last = steps.at(-1);
    const said = typeof reason === 'string' ? reason : '';
    if (value !== undefined) {
      const kept = reason === undefined ? (last?.reason ?? '') : said;
      const text = typeof value === 'string' ? value : '';
      steps.push({ ref, value: text, reason: kept, actor, at, isTakenBack: setAside !== undefined });
    } else if (reason !== undefined && last) steps[steps.length - 1] = { ...last, reason: said };
  }
  return steps;
}
