import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  formatDateTimeGroup,
  formatLocal,
  formatLocalExact,
  formatZulu,
  localDate,
  startOfLocalDay,
} from './time.ts';

const moment = Date.parse('2026-11-22T14:30:07Z');
const winter = 'Europe/Berlin';

describe('instants for people', () => {
  it('in Zulu', () => {
    expect(formatZulu(moment)).toBe('2026-11-22 14:30Z');
    expect(formatZulu(Date.parse('-000044-03-15T12:00:00Z'))).toBe('-000044-03-15 12:00Z');
  });

  it('as a date-time group', () => {
    expect(formatDateTimeGroup(moment)).toBe('221430ZNOV26');
    expect(formatDateTimeGroup(Date.parse('2005-02-03T04:05Z'))).toBe('030405ZFEB05');
  });

  it.each([
    [winter, '2026-11-22 15:30', '2026-11-22 15:30:07 +01:00'],
    ['America/New_York', '2026-11-22 09:30', '2026-11-22 09:30:07 -05:00'],
    ['Asia/Kathmandu', '2026-11-22 20:15', '2026-11-22 20:15:07 +05:45'],
    ['America/St_Johns', '2026-11-22 11:00', '2026-11-22 11:00:07 -03:30'],
    ['UTC', '2026-11-22 14:30', '2026-11-22 14:30:07 +00:00'],
  ])('in %s', (zone, short, exact) => {
    expect([formatLocal(moment, zone), formatLocalExact(moment, zone)]).toEqual([short, exact]);
  });

  it('in Zulu when the zone is unknown', () => {
    expect(formatLocal(moment, 'Nowhere')).toBe('2026-11-22 14:30Z');
    expect(formatLocalExact(moment, 'Nowhere')).toBe('2026-11-22 14:30:07 +00:00');
  });

  it.each([Number.NaN, Infinity, -9e15])('not at all for %d', (at) => {
    expect([formatZulu(at), formatDateTimeGroup(at), formatLocal(at, winter), localDate(at, winter)]).toEqual(
      ['–', '–', '–', '–'],
    );
  });

  it('change at the very instant of the clock change', () => {
    const change = Date.parse('2026-03-08T07:00Z');
    expect([change - 1, change].map((at) => formatLocalExact(at, 'America/New_York'))).toEqual([
      '2026-03-08 01:59:59 -05:00',
      '2026-03-08 03:00:00 -04:00',
    ]);
  });

  it('agree with Temporal around clock changes', () => {
    const zones = [
      'America/New_York',
      winter,
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'America/St_Johns',
    ];
    const instant = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2045, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
        expect(formatLocal(at, zone)).toBe(
          wall.toString({ smallestUnit: 'minute', roundingMode: 'trunc' }).replace('T', ' '),
        );
      }),
    );
  });
});

describe('local days', () => {
  it('the date is that of the zone', () => {
    const late = Date.parse('2026-11-22T23:30Z');
    expect([localDate(late, winter), localDate(late, 'UTC'), localDate(late, 'America/New_York')]).toEqual([
      '2026-11-23',
      '2026-11-22',
      '2026-11-22',
    ]);
  });

  it.each([
    ['a usual day', '2026-11-22T14:30+01:00', winter, 0, '2026-11-22T00:00+01:00'],
    ['the day before', '2026-11-22T14:30+01:00', winter, -1, '2026-11-21T00:00+01:00'],
    ['over the end of summer time', '2026-10-25T12:00+01:00', winter, 0, '2026-10-25T00:00+02:00'],
    ['a week over the change', '2026-10-27T12:00+01:00', winter, -7, '2026-10-20T00:00+02:00'],
    [
      'a zone that skips midnight',
      '2018-11-04T12:00-02:00',
      'America/Sao_Paulo',
      0,
      '2018-11-04T01:00-02:00',
    ],
    ['an unknown zone', '2026-11-22T14:30Z', 'Nowhere', 1, '2026-11-23T00:00Z'],
  ])('%s starts at its first instant', (_what, at, zone, days, start) => {
    expect(new Date(startOfLocalDay(Date.parse(at), zone, days)).toISOString()).toBe(
      new Date(start).toISOString(),
    );
  });
});
