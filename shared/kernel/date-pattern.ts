import { fixedReaders } from './date-fixed-forms.ts';
import { assembleWallTime, type WallTimeReader } from './wall-time.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const tokenPattern = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|SSS|a|A/g;
const tokenSources: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MMMM: '(?<monthName>[a-z]{3,9}\\.?)',
  MMM: '(?<monthName>[a-z]{3,9}\\.?)',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{1,2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{1,2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{1,2})',
  s: '(?<second>\\d{1,2})',
  SSS: '(?<fraction>\\d{1,3})',
  a: '(?<half>[ap]\\.?m\\.?)',
  A: '(?<half>[ap]\\.?m\\.?)',
};
const readers = new Map<string, WallTimeReader | undefined>();

/**
 * A reader for `iso`, `excel`, `excel-1904`, `epoch-s`, `epoch-ms` or a pattern of YYYY YY MM MMM DD
 * HH hh mm ss SSS a; what stands in [brackets] may be missing. @returns undefined for a pattern
 * without year, month and day, or with a part twice.
 */
export function wallTimeReader(pattern: string): WallTimeReader | undefined {
  if (!readers.has(pattern)) readers.set(pattern, fixedReaders.get(pattern) ?? makeReader(pattern));
  return readers.get(pattern);
}

function makeReader(pattern: string): WallTimeReader | undefined {
  let expression: RegExp;
  try {
    expression = new RegExp(`^${sourceOf(pattern)}$`, 'i');
  } catch {
    // A part that stands twice gives two groups of one name; brackets may not pair.
    return undefined;
  }
  const has = (...names: string[]): boolean => names.some((name) => expression.source.includes(`<${name}>`));
  const isUsable = has('year', 'shortYear') && has('month', 'monthName') && has('day');
  if (!isUsable || has('hour12') !== has('half')) return undefined;
  return (text) => {
    const groups = expression.exec(text.trim())?.groups;
    return groups === undefined ? 'unreadable' : readGroups(groups);
  };
}

function sourceOf(pattern: string): string {
  return pattern
    .split(/([[\]])/)
    .map((part) => {
      if (part === '[') return '(?:';
      if (part === ']') return ')?';
      return literalAndTokens(part);
    })
    .join('');
}

function literalAndTokens(part: string): string {
  let source = '';
  let position = 0;
  for (const match of part.matchAll(tokenPattern)) {
    source += literal(part.slice(position, match.index)) + (tokenSources[match[0]] ?? '');
    position = match.index + match[0].length;
  }
  return source + literal(part.slice(position));
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
}

function readGroups(groups: Readonly<Record<string, string | undefined>>): ReturnType<WallTimeReader> {
  const month = groups['monthName'] === undefined ? Number(groups['month']) : monthOf(groups['monthName']);
  if (month === undefined) return 'unreadable';
  const hour = hourOf(groups);
  return assembleWallTime({
    year: yearOf(groups),
    month,
    day: Number(groups['day']),
    hour,
    minute: Number(groups['minute'] ?? 0),
    second: Number(groups['second'] ?? 0),
    millis: Number((groups['fraction'] ?? '0').padEnd(3, '0')),
    hasTime: groups['hour'] !== undefined || groups['hour12'] !== undefined,
  });
}

function yearOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups['year'] !== undefined) return Number(groups['year']);
  const short = Number(groups['shortYear']);
  return short < 70 ? 2000 + short : 1900 + short;
}

/** @returns NaN for an hour that a twelve-hour clock does not have. */
function hourOf(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups['hour12'] === undefined) return Number(groups['hour'] ?? 0);
  const hour = Number(groups['hour12']);
  if (hour < 1 || hour > 12) return Number.NaN;
  const isAfternoon = groups['half']?.toLowerCase().startsWith('p') === true;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function monthOf(name: string): number | undefined {
  const start = name.toLowerCase().replace('.', '');
  const index = monthNames.findIndex(
    (month) => month.startsWith(start) || (start === 'sept' && month === 'september'),
  );
  return index === -1 ? undefined : index + 1;
}
