import type { TimelineItem } from '#renderer/data/data.ts';

/** A value that the team agreed on. */
interface AgreedStep {
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
