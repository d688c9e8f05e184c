import { clocksOf, type RecordClock } from '#shared/engine/sla.ts';
import { calendarRecordOf } from '#shared/engine/agreements.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Config } from '#shared/definition/config.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { formatServiceTime } from './service-time.ts';

/** A record that a row names. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A service level clock as people read it. Lengths are words in service time, instants epoch ms. */
export interface SlaRow {
  readonly name: string;
  readonly label: string;
  readonly target: string;
  readonly elapsed: string;
  /** What is left, or what is over. */
  readonly remaining: string;
  /** Share of the target that is used, 0 to 1. */
  readonly used: number;
  readonly isOver: boolean;
  /** '' where it never paused. */
  readonly paused: string;
  /** Undefined while it is paused in time, and where it ended without a verdict. */
  readonly dueAt: number | undefined;
  readonly agreement: Named;
  /** Undefined: around the clock. */
  readonly calendar: Named | undefined;
  /** Claimed times contradict each other: the figures are the best that can be said. */
  readonly isDoubtful: boolean;
}

/** The clocks of a record for which something is promised, at an instant. `now`: epoch ms. */
export function slaRows(
  type: RecordType,
  record: RecordView,
  config: Config,
  now: number,
): readonly SlaRow[] {
  return clocksOf(type, record, config, now).map((entry) => rowOf(entry, config));
}

function rowOf({ name, label, promised, clock, isVoid }: RecordClock, config: Config): SlaRow {
  const { target, calendar, agreement } = promised;
  const words = (length: number) => formatServiceTime(length, calendar.workingDayMillis);
  const isOver = clock.breachedAt !== undefined;
  const hours = calendarRecordOf(agreement, config);
  return {
    name,
    label,
    target: words(target),
    elapsed: words(clock.elapsed),
    remaining: isVoid ? '' : isOver ? `${words(-clock.remaining)} over` : `${words(clock.remaining)} left`,
    used: Math.min(1, Math.max(0, clock.elapsed / target)),
    isOver,
    paused: clock.pausedMillis > 0 ? words(clock.pausedMillis) : '',
    dueAt: isVoid ? undefined : clock.dueAt,
    agreement: named(agreement),
    calendar: hours && named(hours),
    isDoubtful: clock.isDoubtful,
  };
}

function named(record: RecordView): Named {
  return { id: record.id, name: textOf(record, 'name') || record.number };
}
