import { DAY, HOUR, MINUTE, SECOND } from './duration.ts';
import { assembleWallTime, type WallTimeReader } from './wall-time.ts';

const isoPattern =
  /^([+-]\d{6}|\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
/** Days from 1899-12-30, where Excel's day numbers start, to 1970-01-01. */
const EXCEL_EPOCH = 25_569;
const EXCEL_1904_SHIFT = 1462;
const LAST_EXCEL_DAY = 2_958_466;

/** Forms that are not patterns of parts: ISO 8601, day numbers, seconds and milliseconds since 1970. */
export const fixedReaders: ReadonlyMap<string, WallTimeReader> = new Map<string, WallTimeReader>([
  ['iso', readIso],
  ['excel', (text) => readExcel(text, 0)],
  ['excel-1904', (text) => readExcel(text, EXCEL_1904_SHIFT)],
  ['epoch-s', (text) => readEpoch(text, SECOND)],
  ['epoch-ms', (text) => readEpoch(text, 1)],
]);

function readIso(text: string): ReturnType<WallTimeReader> {
  const match = isoPattern.exec(text.trim());
  if (match === null) return 'unreadable';
  const [, year, month, day, hour, minute = 0, second = 0, fraction = '', zone] = match;
  const wall = assembleWallTime({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute),
    second: Number(second),
    millis: Number(fraction.padEnd(3, '0').slice(0, 3)),
    hasTime: hour !== undefined,
  });
  return wall === 'impossible' || zone === undefined ? wall : { ...wall, offset: readOffset(zone) };
}

function readOffset(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.replace(':', '').slice(1).padEnd(4, '0');
  const length = Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * MINUTE;
  return text.startsWith('-') ? -length : length;
}

/** Excel counts days; its 1900 calendar has a 29 February that never was, day 60. */
function readExcel(text: string, shift: number): ReturnType<WallTimeReader> {
  if (!/^\d+(\.\d+)?$/.test(text.trim())) return 'unreadable';
  const serial = Number(text) + shift;
  if (serial >= LAST_EXCEL_DAY) return 'impossible';
  const isPhantomDay = shift === 0 && Math.floor(serial) === 60;
  if (isPhantomDay) return 'impossible';
  const day = shift === 0 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((day - EXCEL_EPOCH) * (DAY / SECOND));
  return { local: seconds * SECOND, hasTime: !Number.isInteger(serial) };
}

function readEpoch(text: string, unit: number): ReturnType<WallTimeReader> {
  if (!/^-?\d+(\.\d+)?$/.test(text.trim())) return 'unreadable';
  const at = Math.round(Number(text) * unit);
  return Math.abs(at) <= 8.64e15 ? { local: at, hasTime: true, offset: 0 } : 'impossible';
}
