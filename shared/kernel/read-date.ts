import { wallTimeReader } from './date-pattern.ts';
import { problem, type Problem } from './errors.ts';
import { err, ok, type Result } from './result.ts';
import { dateText, formatLocalExact } from './time.ts';
import { zoneRules } from './zone-rules.ts';

/** A form of dates that the pages offer, with a text that has it. */
export interface DateForm {
  readonly pattern: string;
  readonly example: string;
}

/** Offered for choice and tried in this order; any other pattern of the same parts is read as well. */
export const dateForms: readonly DateForm[] = [
  { pattern: 'iso', example: '2026-11-22T14:30:00Z' },
  { pattern: 'DD/MM/YYYY[ HH:mm[:ss]]', example: '22/11/2026 14:30' },
  { pattern: 'DD-MM-YYYY[ HH:mm[:ss]]', example: '22-11-2026 14:30' },
  { pattern: 'DD.MM.YYYY[ HH:mm[:ss]]', example: '22.11.2026 14:30' },
  { pattern: 'MM/DD/YYYY[ h:mm[:ss] a]', example: '11/22/2026 2:30 PM' },
  { pattern: 'MM/DD/YYYY[ HH:mm[:ss]]', example: '11/22/2026 14:30' },
  { pattern: 'MM-DD-YYYY[ HH:mm[:ss]]', example: '11-22-2026 14:30' },
  { pattern: 'YYYY/MM/DD[ HH:mm[:ss]]', example: '2026/11/22 14:30' },
  { pattern: 'DD MMM YYYY[ HH:mm[:ss]]', example: '22 Nov 2026 14:30' },
  { pattern: 'DDHHmmZMMMYY', example: '221430ZNOV26' },
  { pattern: 'excel', example: '46348.604167' },
  { pattern: 'epoch-s', example: '1795357800' },
  { pattern: 'epoch-ms', example: '1795357800000' },
];

/** Forms whose digits say the time in UTC, whatever zone the file is in. */
const zuluPattern = /mmZ/;

/** A date that was read. */
export interface ReadDate {
  /** Epoch milliseconds; local midnight when the text had no time. */
  readonly at: number;
  /** `YYYY-MM-DD` as the text said it, for fields that hold a date only. */
  readonly date: string;
  readonly hasTime: boolean;
  /** OUT-VAL-016 or OUT-VAL-021: the clock change skipped or repeated this local time. */
  readonly note?: Problem;
}

export type DateReader = (text: string) => Result<ReadDate, Problem>;

/**
 * A reader of dates in one form and zone; made once per column, used per line. An offset or Z in
 * the text itself wins over the zone. A skipped local time moves forward by the gap, of a repeated
 * one the first is taken; both with a note.
 * Faults of the reader: OUT-VAL-007 not of the form, OUT-VAL-015 no such day or hour.
 * Faults of making it: OUT-VAL-023 pattern, OUT-VAL-014 zone.
 */
export function dateReader(pattern: string, zone: string): Result<DateReader, Problem> {
  const read = wallTimeReader(pattern);
  if (read === undefined) return err(problem('OUT-VAL-023', { value: pattern }));
  const rules = zoneRules(zone);
  if (!rules.ok) return rules;
  const isZulu = zuluPattern.test(pattern);
  return ok((text) => {
    const wall = read(text);
    if (wall === 'unreadable')
      return err(problem('OUT-VAL-007', { value: text, pattern, example: exampleOf(pattern) }));
    if (wall === 'impossible') return err(problem('OUT-VAL-015', { value: text, pattern }));
    const { local, hasTime } = wall;
    const offset = isZulu ? 0 : wall.offset;
    if (offset !== undefined) return ok({ at: local - offset, date: dateText(local), hasTime });
    const { at, kind } = rules.value.toInstant(local);
    const found = { at, date: dateText(local), hasTime };
    if (kind === 'plain' || !hasTime) return ok(found);
    const code = kind === 'skipped' ? 'OUT-VAL-016' : 'OUT-VAL-021';
    const note = problem(code, { value: text, zone, taken: formatLocalExact(at, zone) });
    return ok({ ...found, note });
  });
}

/** The offered forms that read every one of the texts, best first; empty texts are passed over. */
export function fittingDateForms(texts: readonly string[]): DateForm[] {
  const samples = texts.filter((text) => text.trim() !== '');
  if (samples.length === 0) return [];
  return dateForms.filter(({ pattern }) => {
    const read = wallTimeReader(pattern);
    return read !== undefined && samples.every((text) => typeof read(text) !== 'string');
  });
}

function exampleOf(pattern: string): string {
  return dateForms.find((form) => form.pattern === pattern)?.example ?? pattern.replaceAll(/[[\]]/g, '');
}
