import { formatDuration } from './time/format-time.ts';

export type ClockTone = 'fine' | 'warning' | 'breached' | 'paused';

export interface ClockFace {
  readonly tone: ClockTone;
  readonly glyph: 'fine' | 'warning' | 'breached' | 'paused' | 'met' | 'missed';
  /** "2 h 10 min left", "35 min over", "Paused", "Met", "Missed". */
  readonly text: string;
}

interface ClockFacts {
  /** running | paused | met | missed | void | none, as the engine derives it. */
  readonly state: string | null | undefined;
  /** Epoch ms; null while paused or stopped. */
  readonly due: number | null | undefined;
  readonly warnAt: number | null | undefined;
  readonly now: number;
}

const still: Readonly<Record<string, ClockFace>> = {
  paused: { tone: 'paused', glyph: 'paused', text: 'Paused' },
  met: { tone: 'fine', glyph: 'met', text: 'Met' },
  missed: { tone: 'breached', glyph: 'missed', text: 'Missed' },
};

/** What a service level clock shows; nothing where there is no clock. */
export function clockFace({ state, due, warnAt, now }: ClockFacts): ClockFace | undefined {
  if (state !== 'running') return state ? still[state] : undefined;
  if (due === null || due === undefined) return { tone: 'fine', glyph: 'fine', text: 'Running' };
  const left = due - now;
  // Half open like everywhere: at the due instant the target is missed.
  if (left <= 0) return { tone: 'breached', glyph: 'breached', text: `${formatDuration(-left)} over` };
  const isWarned = warnAt !== null && warnAt !== undefined && now >= warnAt;
  const tone = isWarned ? 'warning' : 'fine';
  return { tone, glyph: tone, text: `${formatDuration(left)} left` };
}
