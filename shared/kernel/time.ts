import { DAY, MINUTE } from './duration.ts';
import { zoneRules } from './zone-rules.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LARGEST_INSTANT = 8.64e15;
/** Stands where an instant is missing or outside what a calendar can name. */
const NO_TIME = '–';

/** `2026-11-22 14:30Z`, from epoch milliseconds. Seconds are cut off. */
export function formatZulu(at: number): string {
  return isInstant(at) ? `${minuteText(at)}Z` : NO_TIME;
}

/** Date-time group of military messages, in Zulu: `221430ZNOV26`. */
export function formatDateTimeGroup(at: number): string {
  if (!isInstant(at)) return NO_TIME;
  const date = new Date(at);
  const month = months[date.getUTCMonth()] ?? '';
  const year = ((date.getUTCFullYear() % 100) + 100) % 100;
  return `${pad(date.getUTCDate())}${pad(date.getUTCHours())}${pad(date.getUTCMinutes())}Z${month}${pad(year)}`;
}

/** `2026-11-22 15:30` on the wall clock of a zone; in Zulu, with its Z, when the zone is unknown. */
export function formatLocal(at: number, zone: string): string {
  const local = toLocal(at, zone);
  return local === undefined ? formatZulu(at) : minuteText(local);
}

/** `2026-11-22 15:30:07 +01:00`: to the second and without doubt, for timelines and exports. */
export function formatLocalExact(at: number, zone: string): string {
  const local = toLocal(at, zone);
  if (local === undefined) return isInstant(at) ? `${secondText(at)} +00:00` : NO_TIME;
  return `${secondText(local)} ${offsetText(local - at)}`;
}

/** `2026-11-22`, the date that the wall clock of a zone shows; the UTC date when it is unknown. */
export function localDate(at: number, zone: string): string {
  return isInstant(at) ? dateText(toLocal(at, zone) ?? at) : NO_TIME;
}

/** The first instant of the local day that `at` lies in, `days` later or, below 0, earlier. */
export function startOfLocalDay(at: number, zone: string, days = 0): number {
  const rules = zoneRules(zone);
  const local = rules.ok ? at + rules.value.offsetAt(at) : at;
  const midnight = (Math.floor(local / DAY) + days) * DAY;
  return rules.ok ? rules.value.toInstant(midnight).at : midnight;
}

/** First instant of a local date (`2026-11-22`) and of the day after it, epoch ms. */
export function localDayBounds(date: string, zone: string): readonly [number, number] {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const inside = [noon, noon - DAY / 2, noon + DAY / 2].find((at) => localDate(at, zone) === date) ?? noon;
  return [startOfLocalDay(inside, zone), startOfLocalDay(inside, zone, 1)];
}

/** `2026-11-22` of local milliseconds (wall clock as if UTC). */
export function dateText(local: number): string {
  const text = new Date(local).toISOString();
  return text.slice(0, text.indexOf('T'));
}

function minuteText(local: number): string {
  const text = new Date(local).toISOString();
  // Years outside 0–9999 have a sign and two more digits: cut from the end.
  return text.slice(0, -8).replace('T', ' ');
}

function secondText(local: number): string {
  return new Date(local).toISOString().slice(0, -5).replace('T', ' ');
}

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function toLocal(at: number, zone: string): number | undefined {
  if (!isInstant(at)) return undefined;
  const rules = zoneRules(zone);
  if (!rules.ok) return undefined;
  const local = at + rules.value.offsetAt(at);
  return isInstant(local) ? local : undefined;
}

function isInstant(at: number): boolean {
  return Math.abs(at) <= LARGEST_INSTANT;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
