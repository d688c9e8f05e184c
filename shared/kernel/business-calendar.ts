import { DAY, parseIsoDuration } from './duration.ts';
import { problem, type Problem } from './errors.ts';
import { compileHours, type ServiceHours } from './open-spans.ts';
import { err, ok, type Result } from './result.ts';
import { readWeekPattern, type ServiceCalendar } from './service-hours.ts';
import { zoneRules } from './zone-rules.ts';

export type { ServiceCalendar } from './service-hours.ts';

/** A checked calendar, ready to calculate. Keep it: it remembers the openings it has worked out. */
export interface CompiledCalendar extends ServiceHours {
  /** What "1 day" is worth: the usual length of a service day, in milliseconds (CAL-9). */
  readonly workingDayMillis: number;
  /** What "1 week" is worth: the service time of a week without holidays, in milliseconds. */
  readonly workingWeekMillis: number;
  /**
   * Service milliseconds of a target such as PT4H, P1D or P1DT4H (CAL-10).
   * Faults: OUT-VAL-018 unreadable, OUT-CAL-004 zero.
   */
  parseTarget(text: string): Result<number, Problem>;
}

const compiled = new WeakMap<ServiceCalendar, Result<CompiledCalendar, readonly Problem[]>>();

/**
 * Checks a calendar and makes it ready; the same object gives the same answer at once.
 * Faults, every one found: OUT-VAL-014 zone unknown, OUT-CAL-001 never open, OUT-CAL-002 and
 * OUT-CAL-003 unreadable hours and holidays.
 */
export function compileCalendar(calendar: ServiceCalendar): Result<CompiledCalendar, readonly Problem[]> {
  let result = compiled.get(calendar);
  if (result === undefined) {
    result = compile(calendar);
    compiled.set(calendar, result);
  }
  return result;
}

/** A calendar that is open at every instant: what counts where no calendar is set. */
export const alwaysOpenCalendar: CompiledCalendar = withTargets(
  {
    workingMillis: (from, to) => (to > from ? to - from : 0),
    addWorkingMillis: (from, amount) => (amount > 0 ? from + amount : from),
    isOpen: () => true,
    nextOpen: (at) => at,
  },
  DAY,
  7 * DAY,
);

function compile(calendar: ServiceCalendar): Result<CompiledCalendar, readonly Problem[]> {
  const zone = zoneRules(calendar.zone);
  if (calendar.alwaysOpen === true) return zone.ok ? ok(alwaysOpenCalendar) : err([zone.error]);
  const pattern = readWeekPattern(calendar);
  if (!zone.ok) return err(pattern.ok ? [zone.error] : [zone.error, ...pattern.error]);
  if (!pattern.ok) return pattern;
  const hours = compileHours(pattern.value, zone.value);
  return ok(withTargets(hours, pattern.value.dayMillis, pattern.value.weekMillis));
}

function withTargets(hours: ServiceHours, dayMillis: number, weekMillis: number): CompiledCalendar {
  return {
    ...hours,
    workingDayMillis: dayMillis,
    workingWeekMillis: weekMillis,
    parseTarget(text) {
      const parts = parseIsoDuration(text);
      if (!parts.ok) return parts;
      const { weeks, days, millis } = parts.value;
      const total = Math.round(weeks * weekMillis + days * dayMillis + millis);
      return total > 0 ? ok(total) : err(problem('OUT-CAL-004', { value: text }));
    },
  };
}
