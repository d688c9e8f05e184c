import type { CompiledCalendar } from './business-calendar.ts';
import { straightenTimes } from './event-times.ts';

/**
 * What happened to a clock. `start` sets it going once; `pause` and `resume` wrap a wait; `stop`
 * ends it, and a `resume` after that reopens it; `restart` begins again from nothing.
 */
export type SlaEventKind = 'start' | 'pause' | 'resume' | 'stop' | 'restart';

export interface SlaEvent {
  readonly kind: SlaEventKind;
  /** Epoch milliseconds, as claimed by the entry. */
  readonly at: number;
}

export interface SlaClockInput {
  /** In causal order. An event that makes no sense where it stands changes nothing (SLA-2). */
  readonly events: readonly SlaEvent[];
  /** Service milliseconds allowed, more than 0. */
  readonly target: number;
  readonly calendar: CompiledCalendar;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type SlaState = 'not-started' | 'running' | 'paused' | 'met' | 'breached';

/** A clock as it stands at `now`. Instants are epoch milliseconds, lengths service milliseconds. */
export interface SlaClock {
  /** `breached` stays, whether the clock goes on, waits or was stopped later. */
  readonly state: SlaState;
  readonly isRunning: boolean;
  /** 75 % is used, and the clock is neither breached nor stopped. */
  readonly isWarning: boolean;
  /** Claimed times contradicted each other, so the figures are the best that can be said (SLA-12). */
  readonly isDoubtful: boolean;
  readonly startedAt: number | undefined;
  readonly stoppedAt: number | undefined;
  readonly elapsed: number;
  /** Below 0 once the target is passed. */
  readonly remaining: number;
  /** When the target is or was used up, if the clock keeps running; undefined while it is paused in time. */
  readonly dueAt: number | undefined;
  /** When 75 % is or was used; undefined while it is paused before that. */
  readonly warnAt: number | undefined;
  readonly breachedAt: number | undefined;
  /** Service time spent in pauses. */
  readonly pausedMillis: number;
}

/** Share of the target at which people are warned (features.md, IM). */
const WARNING_SHARE = 0.75;

/**
 * Computes a clock from the facts alone (docs/behaviour/calendar.md, SLA-1 to 12). Priority,
 * calendar and target are whatever holds now: a change of them counts from the start.
 */
export function slaClock({ events, target, calendar, now }: SlaClockInput): SlaClock {
  const { times, isDoubtful } = straightenTimes([...events.map((event) => event.at), now]);
  const tally = new Tally(target, calendar);
  events.forEach((event, index) => tally.apply(event.kind, times[index] as number));
  return tally.report(times[events.length] as number, isDoubtful);
}

type Phase = 'idle' | 'running' | 'paused' | 'stopped';

class Tally {
  private readonly target: number;
  private readonly warnAfter: number;
  private readonly calendar: CompiledCalendar;
  private phase: Phase = 'idle';
  /** When the present phase began. */
  private since = 0;
  private startedAt: number | undefined;
  private elapsed = 0;
  private pausedMillis = 0;
  private warnedAt: number | undefined;
  private breachedAt: number | undefined;
  /** Due instant of the last run, for a clock that was stopped in time. */
  private dueWhenStopped: number | undefined;

  constructor(target: number, calendar: CompiledCalendar) {
    this.target = target;
    this.warnAfter = Math.ceil(target * WARNING_SHARE);
    this.calendar = calendar;
  }

  apply(kind: SlaEventKind, at: number): void {
    switch (kind) {
      case 'start':
        if (this.phase === 'idle') this.begin(at);
        return;
      case 'restart':
        this.begin(at);
        return;
      case 'pause':
        if (this.phase === 'running') this.enter('paused', at);
        return;
      case 'resume':
        if (this.phase === 'paused' || this.phase === 'stopped') this.enter('running', at);
        return;
      case 'stop':
        if (this.phase === 'running' || this.phase === 'paused') this.enter('stopped', at);
    }
  }

  report(now: number, isDoubtful: boolean): SlaClock {
    const { phase } = this;
    const stoppedAt = phase === 'stopped' ? this.since : undefined;
    const dueAt = phase === 'running' ? this.instantAfter(this.target) : this.dueWhenStopped;
    const warnAt = phase === 'running' ? this.instantAfter(this.warnAfter) : undefined;
    if (phase === 'running' || phase === 'paused') this.closeStretch(now);
    return {
      state: this.state(),
      isRunning: phase === 'running',
      isWarning: phase !== 'stopped' && this.warnedAt !== undefined && this.breachedAt === undefined,
      isDoubtful,
      startedAt: this.startedAt,
      stoppedAt,
      elapsed: this.elapsed,
      remaining: this.target - this.elapsed,
      dueAt: this.breachedAt ?? dueAt,
      warnAt: this.warnedAt ?? warnAt,
      breachedAt: this.breachedAt,
      pausedMillis: this.pausedMillis,
    };
  }

  private begin(at: number): void {
    this.phase = 'running';
    this.since = at;
    this.startedAt = at;
    this.elapsed = 0;
    this.pausedMillis = 0;
    this.warnedAt = undefined;
    this.breachedAt = undefined;
    this.dueWhenStopped = undefined;
  }

  private enter(phase: Phase, at: number): void {
    const due = this.phase === 'running' && phase === 'stopped' ? this.instantAfter(this.target) : undefined;
    this.closeStretch(at);
    this.dueWhenStopped = due;
    this.phase = phase;
    this.since = at;
  }

  /** Books the stretch from `since` to `at`: as used, or as waited for. */
  private closeStretch(at: number): void {
    const length = this.calendar.workingMillis(this.since, at);
    if (this.phase === 'paused') this.pausedMillis += length;
    if (this.phase !== 'running') return;
    if (this.warnedAt === undefined && this.elapsed + length >= this.warnAfter) {
      this.warnedAt = this.instantAfter(this.warnAfter);
    }
    if (this.breachedAt === undefined && this.elapsed + length >= this.target) {
      // Late is after the due instant, also where no service time passes in between (SLA-6).
      const due = this.instantAfter(this.target);
      if (due !== undefined && at > due) this.breachedAt = due;
    }
    this.elapsed += length;
  }

  /** When this much is used, if the stretch from `since` keeps running; undefined when never. */
  private instantAfter(used: number): number | undefined {
    const at = this.calendar.addWorkingMillis(this.since, used - this.elapsed);
    return Number.isFinite(at) ? at : undefined;
  }

  private state(): SlaState {
    if (this.phase === 'idle') return 'not-started';
    if (this.breachedAt !== undefined) return 'breached';
    return this.phase === 'stopped' ? 'met' : this.phase;
  }
}
