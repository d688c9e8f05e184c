import { problem, type Problem } from './errors.ts';
import { err, ok, type Result } from './result.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An ISO 8601 duration taken apart. What a day or a week is worth, the calendar says. */
export interface DurationParts {
  readonly weeks: number;
  readonly days: number;
  /** Hours, minutes and seconds together, in milliseconds. */
  readonly millis: number;
}

const isoPattern =
  /^P(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/** Reads PT4H30M, P1D, P2W, P1DT4H. Fault: OUT-VAL-018, also for years and months. */
export function parseIsoDuration(text: string): Result<DurationParts, Problem> {
  const trimmed = text.trim().toUpperCase();
  const match = isoPattern.exec(trimmed);
  if (match === null || trimmed.endsWith('P') || trimmed.endsWith('T')) {
    return err(problem('OUT-VAL-018', { value: text }));
  }
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number((part ?? '0').replace(',', '.')));
  return ok({ weeks, days, millis: Math.round(hours * HOUR + minutes * MINUTE + seconds * SECOND) });
}

/** Writes milliseconds as an ISO 8601 duration of hours, minutes and seconds: PT26H30M. Never negative. */
export function formatIsoDuration(millis: number): string {
  const whole = Math.max(0, Math.floor(millis / SECOND));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const seconds = whole % 60;
  if (whole === 0) return 'PT0S';
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
}

/**
 * A length of time for people, in its two largest units: "3 d 4 h", "2 h 15 min", "40 s".
 * Cut, never rounded up: "2 h" is never shown while less is left. Negative lengths get "−".
 * @param millis length in milliseconds
 * @param dayMillis what "d" means; give the calendar's service day for service time
 */
export function formatDuration(millis: number, dayMillis: number = DAY): string {
  if (!Number.isFinite(millis)) return '–';
  const length = Math.abs(millis);
  const text = formatLength(length, dayMillis);
  return millis < 0 && length >= SECOND ? `−${text}` : text;
}

function formatLength(length: number, dayMillis: number): string {
  const days = Math.floor(length / dayMillis);
  const rest = length - days * dayMillis;
  const hours = Math.floor(rest / HOUR);
  const minutes = Math.floor((rest % HOUR) / MINUTE);
  const seconds = Math.floor((rest % MINUTE) / SECOND);
  if (days > 0) return join(`${days} d`, hours, 'h');
  if (hours > 0) return join(`${hours} h`, minutes, 'min');
  if (minutes > 0) return join(`${minutes} min`, minutes < 10 ? seconds : 0, 's');
  return `${seconds} s`;
}

function join(first: string, count: number, unit: string): string {
  return count === 0 ? first : `${first} ${count} ${unit}`;
}
