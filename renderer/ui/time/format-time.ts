const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${key}|${zone}`;
  let made = formats.get(name);
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone, hourCycle: 'h23' });
    formats.set(name, made);
  }
  return made;
}

const date = { day: '2-digit', month: 'short', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

/** `14 Nov 2026, 16:05 CET`: an instant in a zone, with the zone's sign. */
export function formatAbsolute(at: number, zone: string): string {
  return format('absolute', zone, { ...date, ...clock, timeZoneName: 'short' }).format(at);
}

/** `14 Nov 2026` */
export function formatDate(at: number, zone: string): string {
  return format('date', zone, date).format(at);
}

/** `14 Nov` */
export function formatDay(at: number, zone: string): string {
  return format('day', zone, { day: '2-digit', month: 'short' }).format(at);
}

/** `16:05` */
export function formatClock(at: number, zone: string): string {
  return format('clock', zone, clock).format(at);
}

/** `CET`, `GMT+3`: the zone's sign at an instant. */
export function zoneSign(at: number, zone: string): string {
  const parts = format('sign', zone, { ...clock, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** Date-time group in Zulu: `141505Z NOV 26`. */
export function formatZulu(at: number): string {
  const iso = new Date(at).toISOString();
  const month = format('month', 'UTC', { month: 'short' }).format(at).slice(0, 3).toUpperCase();
  return `${iso.slice(8, 10)}${iso.slice(11, 13)}${iso.slice(14, 16)}Z ${month} ${iso.slice(2, 4)}`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Length in its two largest units: `3 d 4 h`, `2 h 10 min`, `45 min`, `30 s`. Negative lengths count as nothing. */
export function formatDuration(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length >= day) return two(Math.floor(length / day), 'd', Math.floor((length % day) / hour), 'h');
  if (length >= hour) return two(Math.floor(length / hour), 'h', Math.floor((length % hour) / minute), 'min');
  if (length >= minute) return `${Math.floor(length / minute)} min`;
  return `${Math.floor(length / 1000)} s`;
}

function two(high: number, highUnit: string, low: number, lowUnit: string): string {
  return low === 0 ? `${high} ${highUnit}` : `${high} ${highUnit} ${low} ${lowUnit}`;
}

function oneUnit(length: number): string {
  if (length >= 365 * day) return `${Math.floor(length / (365 * day))} y`;
  if (length >= 60 * day) return `${Math.floor(length / (30 * day))} mo`;
  if (length >= day) return `${Math.floor(length / day)} d`;
  if (length >= hour) return `${Math.floor(length / hour)} h`;
  return `${Math.floor(length / minute)} min`;
}

/** `now`, `5 min ago`, `in 3 h`, `12 d ago`. */
export function formatRelative(at: number, now: number): string {
  const length = Math.abs(now - at);
  if (length < minute) return 'now';
  return at <= now ? `${oneUnit(length)} ago` : `in ${oneUnit(length)}`;
}

/** How far a zone is ahead of UTC at an instant, in ms. */
export function offsetAt(at: number, zone: string): number {
  const text = format('offset', zone, { ...clock, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /^GMT([+-])(\d{2}):?(\d{2})?(?::(\d{2}))?$/.exec(text ?? '');
  if (!match) return 0;
  const [, sign, hours, minutes = '0', seconds = '0'] = match;
  const length = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * 1000;
  return sign === '-' ? -length : length;
}

/**
 * The instant at which the clocks of a zone show a local time, which is given as if it were UTC.
 * A time that was skipped is taken after the gap; of one that came twice, the first.
 */
export function fromLocal(local: number, zone: string): number {
  const before = offsetAt(local - day, zone);
  const after = offsetAt(local + day, zone);
  const early = local - Math.max(before, after);
  const late = local - Math.min(before, after);
  return early + offsetAt(early, zone) === local ? early : late;
}

/** `2026-11-14T16:05` in a zone, for inputs of type datetime-local. */
export function toLocalInput(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/** The instant of a datetime-local input's value in a zone; undefined where it is incomplete. */
export function fromLocalInput(value: string, zone: string): number | undefined {
  const local = Date.parse(`${value}:00.000Z`);
  return Number.isNaN(local) ? undefined : fromLocal(local, zone);
}
