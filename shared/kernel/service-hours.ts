import { DAY, MINUTE } from './duration.ts';
import { problem, type Problem } from './errors.ts';
import { err, ok, type Result } from './result.ts';

const MINUTES_A_DAY = 1440;
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** Opening hours, holidays and zone of a service, as people set them up (docs/behaviour/calendar.md). */
export interface ServiceCalendar {
  /** IANA name, for example America/New_York. */
  readonly zone: string;
  /** `day` 1 Monday … 7 Sunday. A `to` at or before `from` lies on the next day; 24:00 is allowed. */
  readonly hours: readonly OpeningHours[];
  readonly holidays: readonly Holiday[];
  /** Open at every instant; hours and holidays are then left out of account. */
  readonly alwaysOpen?: boolean | null | undefined;
}

export interface OpeningHours {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

/** A closed date, or with both times a closed part of it. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** A stretch [from, to); the unit depends on where it stands. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A calendar's wall-clock rules, checked and in numbers. */
export interface WeekPattern {
  /** By weekday, 0 Monday … 6 Sunday: minutes from that day's midnight, merged, in order; may pass 1440. */
  readonly days: readonly (readonly Span[])[];
  /** Closed stretches in local milliseconds (wall clock as if UTC), merged, in order. */
  readonly closures: readonly Span[];
  /** Usual length of a service day, in milliseconds (CAL-9). */
  readonly dayMillis: number;
  /** Service time of a week without holidays or clock changes, in milliseconds. */
  readonly weekMillis: number;
}

/** Checks hours and holidays. Faults: OUT-CAL-001 to 003, every one that was found. */
export function readWeekPattern(calendar: ServiceCalendar): Result<WeekPattern, readonly Problem[]> {
  const faults: Problem[] = [];
  const days: Span[][] = [[], [], [], [], [], [], []];
  calendar.hours.forEach((hours, index) => {
    const span = readSpan(hours.from, hours.to);
    const day = days[hours.day - 1];
    if (day === undefined) {
      faults.push(calendarFault('OUT-CAL-002', index, `“${hours.day}” is not a weekday.`));
    } else if (typeof span === 'string') faults.push(calendarFault('OUT-CAL-002', index, span));
    else day.push(span);
  });
  const closures: Span[] = [];
  calendar.holidays.forEach((holiday, index) => {
    const span = readHoliday(holiday);
    if (typeof span === 'string') faults.push(calendarFault('OUT-CAL-003', index, span));
    else closures.push(span);
  });
  if (faults.length > 0) return err(faults);
  const merged = days.map(mergeSpans);
  if (merged.every((spans) => spans.length === 0)) return err([problem('OUT-CAL-001')]);
  return ok({
    days: merged,
    closures: mergeSpans(closures),
    dayMillis: usualLength(merged) * MINUTE,
    weekMillis: weekLength(merged) * MINUTE,
  });
}

/** Sorts, and joins what overlaps or touches. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  let last: Span | undefined;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (last !== undefined && span.from <= last.to) {
      last = { from: last.from, to: Math.max(last.to, span.to) };
      merged[merged.length - 1] = last;
    } else {
      last = span;
      merged.push(span);
    }
  }
  return merged;
}

function calendarFault(code: 'OUT-CAL-002' | 'OUT-CAL-003', index: number, fault: string): Problem {
  return problem(code, { line: index + 1, fault });
}

/** Minutes of two times of day, or what is wrong with them. */
function readSpan(from: string, to: string): Span | string {
  const start = readTime(from);
  const end = readTime(to);
  if (start === undefined || start === MINUTES_A_DAY) return `“${from}” is not a time to open.`;
  if (end === undefined) return `“${to}” is not a time to close.`;
  return { from: start, to: end > start ? end : end + MINUTES_A_DAY };
}

function readTime(text: string): number | undefined {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim());
  if (match === null) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= MINUTES_A_DAY ? minutes : undefined;
}

function readHoliday(holiday: Holiday): Span | string {
  const midnight = readDate(holiday.date);
  if (midnight === undefined) return `“${holiday.date}” is not a date.`;
  const from = holiday.from ?? '';
  const to = holiday.to ?? '';
  if (from === '' && to === '') return { from: midnight, to: midnight + DAY };
  const span = readSpan(from === '' ? '00:00' : from, to === '' ? '24:00' : to);
  if (typeof span === 'string') return span;
  return { from: midnight + span.from * MINUTE, to: midnight + span.to * MINUTE };
}

/** Local midnight of YYYY-MM-DD; undefined for a day that no calendar has. */
function readDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const midnight = Date.UTC(year, month - 1, day);
  const read = new Date(midnight);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? midnight : undefined;
}

/** The commonest length among the weekdays that open; of equally common ones the longer (CAL-9). */
function usualLength(days: readonly (readonly Span[])[]): number {
  const counts = new Map<number, number>();
  for (const spans of days) {
    const length = totalOf(spans);
    if (length > 0) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const ranked = [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || b - a);
  return ranked[0]?.[0] ?? 0;
}

function weekLength(days: readonly (readonly Span[])[]): number {
  const spans = days.flatMap((day, weekday) =>
    day.map(({ from, to }) => ({ from: from + weekday * MINUTES_A_DAY, to: to + weekday * MINUTES_A_DAY })),
  );
  // Sunday night's shift reaches into the Monday at the start of the week.
  const wrapped = spans.flatMap(({ from, to }) =>
    to <= MINUTES_A_WEEK
      ? [{ from, to }]
      : [
          { from, to: MINUTES_A_WEEK },
          { from: 0, to: to - MINUTES_A_WEEK },
        ],
  );
  return totalOf(mergeSpans(wrapped));
}

function totalOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
