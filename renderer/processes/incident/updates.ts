import { formatDuration } from '#renderer/ui/time/format-time.ts';
import type { ChipTone } from '#renderer/ui/Chip.tsx';
import type { TimelineItem } from '#renderer/data/data.ts';

const minute = 60_000;

/** This long before an update is due the panel begins to warn. */
const warnBefore = 10 * minute;

export interface UpdateDue {
  readonly tone: ChipTone;
  readonly text: string;
  readonly isLate: boolean;
}

/** How the promise of the next update stands. Both in epoch ms; undefined where nothing is promised. */
export function updateDue(due: unknown, now: number): UpdateDue | undefined {
  if (typeof due !== 'number') return undefined;
  const left = due - now;
  if (left <= 0) return { tone: 'clock-breached', text: `${formatDuration(-left)} late`, isLate: true };
  const tone = left <= warnBefore ? 'clock-warning' : 'clock-fine';
  return { tone, text: `in ${formatDuration(left)}`, isLate: false };
}

/** What stakeholders were told, the newest first; what was taken back is left out. */
export function stakeholderUpdates(items: readonly TimelineItem[]): readonly TimelineItem[] {
  return items
    .filter((item) => item.kind === 'note' && item.audience === 'stakeholders' && item.setAside === undefined)
    .toReversed();
}

/** What is typed for the next update. */
export interface UpdateDraft {
  readonly text: string;
  /** Epoch ms at which stakeholders will hear again; null: not promised. */
  readonly next: number | null;
}

export interface UpdateFaults {
  readonly text?: string;
  readonly next?: string;
}

/** Why an update cannot be sent as it is; nothing where it can. `now`: epoch ms. */
export function checkUpdate({ text, next }: UpdateDraft, now: number): UpdateFaults {
  return {
    ...(text.trim() === '' ? { text: 'Write what stakeholders shall hear.' } : {}),
    ...(next !== null && next <= now
      ? { next: 'The next update is due before now. Choose a later time.' }
      : {}),
  };
}
