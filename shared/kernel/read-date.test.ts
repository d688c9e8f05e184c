import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Problem } from './errors.ts';
import { dateForms, dateReader, fittingDateForms, type ReadDate } from './read-date.ts';
import type { Result } from './result.ts';
import { formatDateTimeGroup } from './time.ts';

function read(text: string, pattern: string, zone = 'UTC'): Result<ReadDate, Problem> {
  const reader = dateReader(pattern, zone);
  if (!reader.ok) throw new Error(reader.error.message);
  return reader.value(text);
}

function readAt(text: string, pattern: string, zone?: string): string | undefined {
  const result = read(text, pattern, zone);
  return result.ok ? new Date(result.value.at).toISOString() : result.error.code;
}

describe('dates as people write them', () => {
  it.each([
    ['22-11-2026 14:30', 'DD-MM-YYYY HH:mm', 'UTC', '2026-11-22T14:30:00.000Z'],
    ['22-11-2026 14:30', 'DD-MM-YYYY HH:mm', 'America/New_York', '2026-11-22T19:30:00.000Z'],
    ['29/2/2016 01:16', 'DD/MM/YYYY[ HH:mm]', 'UTC', '2016-02-29T01:16:00.000Z'],
    ['29/2/2016', 'DD/MM/YYYY[ HH:mm]', 'UTC', '2016-02-29T00:00:00.000Z'],
    ['11/22/2026 2:30 PM', 'MM/DD/YYYY h:mm a', 'UTC', '2026-11-22T14:30:00.000Z'],
    ['11/22/2026 12:05 a.m.', 'MM/DD/YYYY h:mm a', 'UTC', '2026-11-22T00:05:00.000Z'],
    ['11/22/2026 12:05pm', 'MM/DD/YYYY h:mm[ ]a', 'UTC', '2026-11-22T12:05:00.000Z'],
    ['22.11.26 7:05:09', 'DD.MM.YY HH:mm:ss', 'UTC', '2026-11-22T07:05:09.000Z'],
    ['01.01.70', 'DD.MM.YY', 'UTC', '1970-01-01T00:00:00.000Z'],
    ['22 Nov 2026  14:30', 'DD MMM YYYY HH:mm', 'UTC', '2026-11-22T14:30:00.000Z'],
    ['22 september 2026', 'DD MMMM YYYY', 'UTC', '2026-09-22T00:00:00.000Z'],
    ['22 Sept. 2026', 'DD MMM YYYY', 'UTC', '2026-09-22T00:00:00.000Z'],
    ['2026-11-22 14:30:01.25', 'YYYY-MM-DD HH:mm:ss.SSS', 'UTC', '2026-11-22T14:30:01.250Z'],
    ['221430ZNOV26', 'DDHHmmZMMMYY', 'America/New_York', '2026-11-22T14:30:00.000Z'],
    ['22/11/2026 24:00', 'DD/MM/YYYY HH:mm', 'UTC', '2026-11-23T00:00:00.000Z'],
    ['2026-11-22', 'iso', 'Asia/Kolkata', '2026-11-21T18:30:00.000Z'],
    ['2026-11-22T14:30', 'iso', 'Asia/Kolkata', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T14:30:00Z', 'iso', 'Asia/Kolkata', '2026-11-22T14:30:00.000Z'],
    ['2026-11-22 14:30:00,123456 -0500'.replace(' -', '-'), 'iso', 'UTC', '2026-11-22T19:30:00.123Z'],
    ['2026-11-22T14:30+05:45', 'iso', 'UTC', '2026-11-22T08:45:00.000Z'],
    ['46348.604166667', 'excel', 'UTC', '2026-11-22T14:30:00.000Z'],
    ['46348', 'excel', 'Europe/Berlin', '2026-11-21T23:00:00.000Z'],
    ['1', 'excel', 'UTC', '1900-01-01T00:00:00.000Z'],
    ['61', 'excel', 'UTC', '1900-03-01T00:00:00.000Z'],
    ['0', 'excel-1904', 'UTC', '1904-01-01T00:00:00.000Z'],
    ['1795357800', 'epoch-s', 'Europe/Berlin', '2026-11-22T14:30:00.000Z'],
    ['1795357800000', 'epoch-ms', 'Europe/Berlin', '2026-11-22T14:30:00.000Z'],
  ])('%s as %s in %s', (text, pattern, zone, instant) => {
    expect(readAt(text, pattern, zone)).toBe(instant);
  });

  it.each([
    ['22/11/2026', 'MM/DD/YYYY', 'OUT-VAL-015'],
    ['30/02/2026', 'DD/MM/YYYY', 'OUT-VAL-015'],
    ['29/02/2027', 'DD/MM/YYYY', 'OUT-VAL-015'],
    ['22/11/2026 25:00', 'DD/MM/YYYY HH:mm', 'OUT-VAL-015'],
    ['22/11/2026 14:60', 'DD/MM/YYYY HH:mm', 'OUT-VAL-015'],
    ['11/22/2026 13:00 PM', 'MM/DD/YYYY h:mm a', 'OUT-VAL-015'],
    ['60', 'excel', 'OUT-VAL-015'],
    ['99999999', 'excel', 'OUT-VAL-015'],
    ['99999999999999999999', 'epoch-s', 'OUT-VAL-015'],
    ['2026-13-01', 'iso', 'OUT-VAL-015'],
    ['22-11-2026', 'DD/MM/YYYY', 'OUT-VAL-007'],
    ['22/11/26', 'DD/MM/YYYY', 'OUT-VAL-007'],
    ['22/11/2026 14:30 or so', 'DD/MM/YYYY HH:mm', 'OUT-VAL-007'],
    ['22 Nom 2026', 'DD MMM YYYY', 'OUT-VAL-007'],
    ['yesterday', 'iso', 'OUT-VAL-007'],
    ['', 'iso', 'OUT-VAL-007'],
    ['-3', 'excel', 'OUT-VAL-007'],
  ])('refuses %j as %s', (text, pattern, code) => {
    expect(readAt(text, pattern)).toBe(code);
  });

  it('names value, form and an example', () => {
    const result = read('soon', 'DD/MM/YYYY[ HH:mm[:ss]]');
    expect(!result.ok && [result.error.message, result.error.next, result.error.what]).toEqual([
      '“soon” cannot be read as a date of the form DD/MM/YYYY[ HH:mm[:ss]].',
      'Write it like 22/11/2026 14:30, or choose the form that the value has.',
      { value: 'soon' },
    ]);
  });

  it.each(['', 'HH:mm', 'DD/MM', 'DD/MM/YYYY h:mm', 'DD/MM/YYYY DD', 'DD/MM/YYYY]', 'constructor'])(
    '%j is not a form',
    (pattern) => {
      const reader = dateReader(pattern, 'UTC');
      expect(!reader.ok && reader.error.code).toBe('OUT-VAL-023');
    },
  );

  it('refuses a zone that is none', () => {
    const reader = dateReader('iso', 'Europe/Atlantis');
    expect(!reader.ok && reader.error.code).toBe('OUT-VAL-014');
  });

  it('keeps the date as written and says whether a time stood there', () => {
    const day = read('2026-11-22', 'iso', 'Pacific/Auckland');
    expect(day.ok && [day.value.date, day.value.hasTime]).toEqual(['2026-11-22', false]);
    const time = read('22/11/2026 00:00', 'DD/MM/YYYY[ HH:mm]', 'Pacific/Auckland');
    expect(time.ok && [time.value.date, time.value.hasTime]).toEqual(['2026-11-22', true]);
  });
});

describe('local times at a clock change', () => {
  it('CAL-13 a skipped time moves forward by the gap, and this is said', () => {
    const result = read('08/03/2026 02:30', 'DD/MM/YYYY HH:mm', 'America/New_York');
    expect(result.ok && new Date(result.value.at).toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(result.ok && result.value.note?.message).toBe(
      'In America/New_York the clocks went forward over 08/03/2026 02:30; it was taken as 2026-03-08 03:30:00 -04:00.',
    );
  });

  it('CAL-13 of a repeated time the first is taken, and this is said', () => {
    const result = read('01/11/2026 01:30', 'DD/MM/YYYY HH:mm', 'America/New_York');
    expect(result.ok && new Date(result.value.at).toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(result.ok && result.value.note?.code).toBe('OUT-VAL-021');
  });

  it('CAL-13 other times have no note', () => {
    const result = read('01/11/2026 03:30', 'DD/MM/YYYY HH:mm', 'America/New_York');
    expect(result.ok && 'note' in result.value).toBe(false);
  });

  it('CAL-13 agrees with Temporal for any local time', () => {
    const zones = [
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Apia',
      'America/St_Johns',
    ];
    const changes = [
      '2026-03-08',
      '2026-03-29',
      '2026-04-05',
      '2026-10-04',
      '2026-10-25',
      '2026-11-01',
      '2011-12-30',
      '2026-02-15',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...changes),
        fc.nat({ max: 1439 }),
        (zone, date, minute) => {
          const local = `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const expected = Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone);
          const result = read(local, 'YYYY-MM-DD HH:mm', zone);
          expect(result.ok && result.value.at).toBe(expected.epochMilliseconds);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the forms offered', () => {
  it('each reads its own example', () => {
    for (const { pattern, example } of dateForms)
      expect([pattern, readAt(example, pattern)]).toEqual([pattern, '2026-11-22T14:30:00.000Z']);
  });

  it('the date-time group that is written is read', () => {
    const at = Date.parse('2031-02-03T04:05Z');
    expect(readAt(formatDateTimeGroup(at), 'DDHHmmZMMMYY')).toBe(new Date(at).toISOString());
  });

  it('are found by samples', () => {
    const patterns = (texts: string[]): string[] => fittingDateForms(texts).map((form) => form.pattern);
    expect(patterns(['29/2/2016 01:16', '', '1/3/2016'])).toEqual(['DD/MM/YYYY[ HH:mm[:ss]]']);
    expect(patterns(['1/2/2016'])).toEqual([
      'DD/MM/YYYY[ HH:mm[:ss]]',
      'MM/DD/YYYY[ h:mm[:ss] a]',
      'MM/DD/YYYY[ HH:mm[:ss]]',
    ]);
    expect(patterns(['?', '1/2/2016'])).toEqual([]);
    expect(patterns(['', ' '])).toEqual([]);
  });
});
