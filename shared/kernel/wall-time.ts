import { HOUR, MINUTE, SECOND } from './duration.ts';

/** What a text said, before any zone: the wall clock as if UTC, in milliseconds. */
export interface WallTime {
  readonly local: number;
  readonly hasTime: boolean;
  /** Offset from UTC that the text itself gave, in milliseconds. */
  readonly offset?: number;
}

/** Reads one form of dates. `unreadable`: not of this form; `impossible`: a day or hour that does not exist. */
export type WallTimeReader = (text: string) => WallTime | 'unreadable' | 'impossible';

/** The parts of a date as a text gave them. */
export interface WallTimeParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millis: number;
  readonly hasTime: boolean;
}

/** Puts the parts together; 24:00 is the end of the day. */
export function assembleWallTime(parts: WallTimeParts): WallTime | 'impossible' {
  const { year, month, day, hour, minute, second, millis, hasTime } = parts;
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && millis === 0;
  if (!((hour >= 0 && hour < 24) || isEndOfDay) || minute > 59 || second > 59) return 'impossible';
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return 'impossible';
  return { local: midnight + hour * HOUR + minute * MINUTE + second * SECOND + millis, hasTime };
}
