import { formatDuration } from '#renderer/ui/time/format-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A length of service time in words. Only a calendar whose day has 24 hours counts in days: a "day" of eight service hours
 * would be read as a day and a night.
 * @param length service milliseconds. @param workingDay service milliseconds in a day of the calendar.
 */
export function formatServiceTime(length: number, workingDay: number): string {
  if (workingDay >= day) return formatDuration(length);
  const minutes = Math.floor(Math.max(0, length) / minute);
  if (minutes < 60) return formatDuration(length);
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60).toLocaleString('en-GB')} h`;
  return rest === 0 ? hours : `${hours} ${rest} min`;
}
