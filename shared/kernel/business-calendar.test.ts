import { describe, expect, it } from 'vitest';
import {
  alwaysOpenCalendar,
  compileCalendar,
  type CompiledCalendar,
  type ServiceCalendar,
} from './business-calendar.ts';

const HOUR = 3_600_000;

function compiled(calendar: ServiceCalendar): CompiledCalendar {
  const result = compileCalendar(calendar);
  if (!result.ok) throw new Error(result.error.map((fault) => fault.message).join(' '));
  return result.value;
}

function hoursOn(days: readonly number[], from: string, to: string): ServiceCalendar['hours'] {
  return days.map((day) => ({ day, from, to }));
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];
// 23 November 2026 is a Monday, the 26th Thanksgiving.
const office = compiled({
  zone: 'America/New_York',
  hours: hoursOn(workdays, '08:00', '17:00'),
  holidays: [
    { date: '2026-11-26', name: 'Thanksgiving' },
    { date: '2026-11-27', name: 'Half day', from: '12:00', to: '17:00' },
  ],
});
const roundTheClock = compiled({
  zone: 'America/New_York',
  hours: hoursOn(everyDay, '00:00', '24:00'),
  holidays: [],
});
const night = compiled({ zone: 'Europe/Berlin', hours: hoursOn(everyDay, '22:00', '06:00'), holidays: [] });
const utcOffice = compiled({ zone: 'UTC', hours: hoursOn(workdays, '09:00', '17:00'), holidays: [] });
const lunch = compiled({
  zone: 'Asia/Kolkata',
  hours: [...hoursOn(workdays, '09:00', '13:00'), ...hoursOn(workdays, '14:00', '18:00')],
  holidays: [],
});
const kathmandu = compiled({
  zone: 'Asia/Kathmandu',
  hours: hoursOn(workdays, '09:00', '17:00'),
  holidays: [],
});
const lordHowe = compiled({
  zone: 'Australia/Lord_Howe',
  hours: hoursOn(everyDay, '00:00', '24:00'),
  holidays: [],
});
const apia = compiled({ zone: 'Pacific/Apia', hours: hoursOn(everyDay, '00:00', '24:00'), holidays: [] });
const closedOnClockChange = compiled({
  zone: 'America/New_York',
  hours: hoursOn(everyDay, '00:00', '24:00'),
  holidays: [
    { date: '2026-03-08', name: 'Whole short day' },
    { date: '2026-11-01', name: 'Part of the long day', from: '01:00', to: '03:00' },
  ],
});
const sundayGap = compiled({ zone: 'America/New_York', hours: hoursOn([7], '02:30', '06:00'), holidays: [] });
const sundayTwice = compiled({
  zone: 'America/New_York',
  hours: hoursOn([7], '00:30', '01:30'),
  holidays: [],
});
const mondayNight = compiled({
  zone: 'UTC',
  hours: hoursOn([1], '22:00', '06:00'),
  holidays: [{ date: '2026-11-24', name: 'Tuesday off' }],
});
const overlapping = compiled({
  zone: 'UTC',
  hours: [...hoursOn([1], '08:00', '12:00'), ...hoursOn([1], '10:00', '14:00')],
  holidays: [],
});
const nightHoliday = compiled({
  zone: 'UTC',
  hours: hoursOn(everyDay, '00:00', '24:00'),
  holidays: [{ date: '2026-11-23', name: 'Works on the line', from: '22:00', to: '02:00' }],
});

describe('service time between two instants', () => {
  it.each<[rule: string, what: string, calendar: CompiledCalendar, from: string, to: string, hours: number]>([
    ['CAL-1', 'one whole day', office, '2026-11-23T08:00-05:00', '2026-11-23T17:00-05:00', 9],
    [
      'CAL-1',
      'before opening and after closing',
      office,
      '2026-11-23T05:00-05:00',
      '2026-11-23T23:00-05:00',
      9,
    ],
    ['CAL-1', 'over one night', office, '2026-11-23T10:00-05:00', '2026-11-24T10:00-05:00', 9],
    ['CAL-1', 'over a weekend', office, '2026-11-20T16:00-05:00', '2026-11-23T09:00-05:00', 2],
    ['CAL-1', 'within a weekend', office, '2026-11-21T08:00-05:00', '2026-11-22T20:00-05:00', 0],
    [
      'CAL-1',
      'a quarter of a second',
      office,
      '2026-11-23T08:00:00.500-05:00',
      '2026-11-23T08:00:00.750-05:00',
      0.25 / 3600,
    ],
    ['CAL-1', 'split shifts leave lunch out', lunch, '2026-11-23T03:30Z', '2026-11-23T12:30Z', 8],
    ['CAL-1', 'within lunch', lunch, '2026-11-23T07:30Z', '2026-11-23T08:30Z', 0],
    ['CAL-1', 'a zone at +05:45', kathmandu, '2026-11-23T03:00Z', '2026-11-23T12:00Z', 8],
    ['CAL-1', 'the same instants elsewhere', utcOffice, '2026-11-23T03:00Z', '2026-11-23T12:00Z', 3],
    ['CAL-2', 'the end before the start', office, '2026-11-24T10:00-05:00', '2026-11-23T10:00-05:00', 0],
    ['CAL-2', 'no length', office, '2026-11-23T10:00-05:00', '2026-11-23T10:00-05:00', 0],
    ['CAL-3', 'overlapping hours count once', overlapping, '2026-11-23T00:00Z', '2026-11-24T00:00Z', 6],
    ['CAL-4', 'a night shift', night, '2026-11-22T18:00+01:00', '2026-11-23T12:00+01:00', 8],
    [
      'CAL-4',
      'after midnight the shift still runs',
      night,
      '2026-11-23T00:00+01:00',
      '2026-11-23T05:00+01:00',
      5,
    ],
    ['CAL-5', 'a holiday', office, '2026-11-25T16:00-05:00', '2026-11-27T09:00-05:00', 2],
    ['CAL-5', 'half a holiday', office, '2026-11-27T08:00-05:00', '2026-11-27T17:00-05:00', 4],
    ['CAL-5', 'the week of both', office, '2026-11-23T00:00-05:00', '2026-11-28T00:00-05:00', 31],
    [
      'CAL-5',
      'a holiday cuts the shift at midnight',
      mondayNight,
      '2026-11-23T20:00Z',
      '2026-11-24T12:00Z',
      2,
    ],
    ['CAL-5', 'the same shift a week later', mondayNight, '2026-11-30T20:00Z', '2026-12-01T12:00Z', 8],
    ['CAL-5', 'a closure over midnight', nightHoliday, '2026-11-23T00:00Z', '2026-11-25T00:00Z', 44],
    [
      'CAL-6',
      'the weekend the clocks go back',
      office,
      '2026-10-30T16:00-04:00',
      '2026-11-02T09:00-05:00',
      2,
    ],
    ['CAL-6', 'a day of 23 hours', roundTheClock, '2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00', 23],
    ['CAL-6', 'a day of 25 hours', roundTheClock, '2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00', 25],
    ['CAL-6', 'the short night', night, '2026-03-28T21:00+01:00', '2026-03-29T07:00+02:00', 7],
    ['CAL-6', 'the long night', night, '2026-10-24T21:00+02:00', '2026-10-25T07:00+01:00', 9],
    ['CAL-6', 'a day of 24½ hours', lordHowe, '2026-04-05T00:00+11:00', '2026-04-06T00:00+10:30', 24.5],
    ['CAL-6', 'a day of 23½ hours', lordHowe, '2026-10-04T00:00+10:30', '2026-10-05T00:00+11:00', 23.5],
    ['CAL-6', 'a date the zone never had', apia, '2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00', 48],
    [
      'CAL-6',
      'a holiday on the short day',
      closedOnClockChange,
      '2026-03-07T00:00-05:00',
      '2026-03-10T00:00-04:00',
      48,
    ],
    [
      'CAL-6',
      'a closure in the hour that comes twice',
      closedOnClockChange,
      '2026-11-01T00:00-04:00',
      '2026-11-02T00:00-05:00',
      22,
    ],
    [
      'CAL-6',
      'opening in the skipped hour',
      sundayGap,
      '2026-03-08T00:00-05:00',
      '2026-03-08T12:00-04:00',
      3,
    ],
    [
      'CAL-6',
      'closing in the repeated hour',
      sundayTwice,
      '2026-11-01T00:00-04:00',
      '2026-11-01T12:00-05:00',
      1.5,
    ],
    ['CAL-7', 'a leap day', utcOffice, '2028-02-28T09:00Z', '2028-03-01T17:00Z', 24],
    ['CAL-7', '2100 has none', utcOffice, '2100-02-26T09:00Z', '2100-03-01T17:00Z', 16],
    ['CAL-8', 'always open', alwaysOpenCalendar, '2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00', 23],
  ])('%s %s', (_rule, _what, calendar, from, to, hours) => {
    expect(calendar.workingMillis(Date.parse(from), Date.parse(to)) / HOUR).toBeCloseTo(hours, 9);
  });

  it('CAL-7 a year of 366 days has one working day more', () => {
    // 2028 starts on a Saturday: 52 weeks of five days, then Saturday 30 and Sunday 31 December.
    const year = utcOffice.workingMillis(Date.parse('2028-01-01T00:00Z'), Date.parse('2029-01-01T00:00Z'));
    expect(year).toBe(260 * 8 * HOUR);
    // 2027 starts on a Friday and ends on one.
    const before = utcOffice.workingMillis(Date.parse('2027-01-01T00:00Z'), Date.parse('2028-01-01T00:00Z'));
    expect(before).toBe(261 * 8 * HOUR);
  });
});

describe('the instant at which service time is used up', () => {
  it.each<[rule: string, what: string, calendar: CompiledCalendar, from: string, hours: number, due: string]>(
    [
      ['CAL-11', 'within the day', office, '2026-11-23T09:00-05:00', 4, '2026-11-23T13:00-05:00'],
      [
        'CAL-11',
        'a whole day ends at closing, not at the next opening',
        office,
        '2026-11-23T08:00-05:00',
        9,
        '2026-11-23T17:00-05:00',
      ],
      ['CAL-11', 'over one night', office, '2026-11-23T16:00-05:00', 2, '2026-11-24T09:00-05:00'],
      ['CAL-11', 'from a Saturday', office, '2026-11-21T12:00-05:00', 1, '2026-11-23T09:00-05:00'],
      [
        'CAL-11',
        'one millisecond from a Saturday',
        office,
        '2026-11-21T12:00-05:00',
        1 / 3_600_000,
        '2026-11-23T08:00:00.001-05:00',
      ],
      ['CAL-11', 'a day over a weekend', office, '2026-11-20T16:00-05:00', 9, '2026-11-23T16:00-05:00'],
      ['CAL-11', 'over a holiday', office, '2026-11-25T16:00-05:00', 2, '2026-11-27T09:00-05:00'],
      [
        'CAL-11',
        'over half a holiday and a weekend',
        office,
        '2026-11-27T08:00-05:00',
        5,
        '2026-11-30T09:00-05:00',
      ],
      ['CAL-11', 'nothing', office, '2026-11-21T12:00-05:00', 0, '2026-11-21T12:00-05:00'],
      ['CAL-11', 'less than nothing', office, '2026-11-21T12:00-05:00', -3, '2026-11-21T12:00-05:00'],
      ['CAL-6', 'the long day', roundTheClock, '2026-11-01T00:00-04:00', 25, '2026-11-02T00:00-05:00'],
      ['CAL-6', 'the short day', roundTheClock, '2026-03-08T00:00-05:00', 23, '2026-03-09T00:00-04:00'],
      [
        'CAL-6',
        'eight hours from the short night',
        night,
        '2026-03-28T22:00+01:00',
        8,
        '2026-03-29T23:00+02:00',
      ],
      ['CAL-7', 'over a leap day', utcOffice, '2028-02-28T09:00Z', 24, '2028-03-01T17:00Z'],
      ['CAL-8', 'always open', alwaysOpenCalendar, '2026-11-21T12:00Z', 24, '2026-11-22T12:00Z'],
    ],
  )('%s %s', (_rule, _what, calendar, from, hours, due) => {
    const at = calendar.addWorkingMillis(Date.parse(from), hours * HOUR);
    expect(new Date(at).toISOString()).toBe(new Date(due).toISOString());
  });

  it('CAL-12 gives no instant beyond the year 2200', () => {
    expect(office.addWorkingMillis(Date.parse('2026-11-23T08:00-05:00'), 1e13)).toBe(Infinity);
    expect(office.addWorkingMillis(8e15, 1)).toBe(Infinity);
    expect(office.nextOpen(8e15)).toBe(Infinity);
  });

  it('CAL-12 takes no time for instants that are no numbers, and counts none before 1900', () => {
    expect(office.workingMillis(Number.NaN, 5)).toBe(0);
    expect(office.isOpen(Number.NaN)).toBe(false);
    expect(office.workingMillis(Date.UTC(100, 0), Date.UTC(1800, 0))).toBe(0);
  });
});

describe('open now, open next', () => {
  it.each<[what: string, calendar: CompiledCalendar, at: string, next: string]>([
    ['at opening', office, '2026-11-23T08:00-05:00', '2026-11-23T08:00-05:00'],
    ['in the middle', office, '2026-11-23T12:34-05:00', '2026-11-23T12:34-05:00'],
    ['at closing', office, '2026-11-23T17:00-05:00', '2026-11-24T08:00-05:00'],
    ['on a Saturday', office, '2026-11-21T12:00-05:00', '2026-11-23T08:00-05:00'],
    ['on a holiday', office, '2026-11-26T10:00-05:00', '2026-11-27T08:00-05:00'],
    ['in the skipped hour', sundayGap, '2026-03-08T01:59-05:00', '2026-03-08T03:00-04:00'],
    ['always', alwaysOpenCalendar, '2026-11-21T12:00Z', '2026-11-21T12:00Z'],
  ])('CAL-1 %s', (_what, calendar, at, next) => {
    const instant = Date.parse(at);
    expect(new Date(calendar.nextOpen(instant)).toISOString()).toBe(new Date(next).toISOString());
    expect(calendar.isOpen(instant)).toBe(Date.parse(next) === instant);
  });
});

describe('targets', () => {
  const shortFriday = compiled({
    zone: 'UTC',
    hours: [...hoursOn([1, 2, 3, 4], '08:00', '16:30'), { day: 5, from: '08:00', to: '14:00' }],
    holidays: [],
  });
  const twoLengths = compiled({
    zone: 'UTC',
    hours: [...hoursOn([1, 2], '08:00', '12:00'), ...hoursOn([3, 4], '08:00', '16:00')],
    holidays: [],
  });

  it.each<[rule: string, text: string, calendar: CompiledCalendar, hours: number]>([
    ['CAL-9', 'P1D', utcOffice, 8],
    ['CAL-9', 'P1D', lunch, 8],
    ['CAL-9', 'P1D', night, 8],
    ['CAL-9', 'P1D', shortFriday, 8.5],
    ['CAL-9', 'P1D', twoLengths, 8],
    ['CAL-9', 'P1D', alwaysOpenCalendar, 24],
    ['CAL-10', 'PT4H', utcOffice, 4],
    ['CAL-10', 'P2D', utcOffice, 16],
    ['CAL-10', 'P1DT2H30M', utcOffice, 10.5],
    ['CAL-10', 'P0.5D', utcOffice, 4],
    ['CAL-10', 'PT1,5H', utcOffice, 1.5],
    ['CAL-10', 'P1W', utcOffice, 40],
    ['CAL-10', 'P1W', shortFriday, 40],
    ['CAL-10', 'P1W', alwaysOpenCalendar, 168],
    ['CAL-10', ' pt90m ', utcOffice, 1.5],
  ])('%s %s', (_rule, text, calendar, hours) => {
    const target = calendar.parseTarget(text);
    expect(target.ok && target.value / HOUR).toBe(hours);
  });

  it.each([
    ['P1M', 'OUT-VAL-018'],
    ['P1Y', 'OUT-VAL-018'],
    ['P', 'OUT-VAL-018'],
    ['PT', 'OUT-VAL-018'],
    ['4 hours', 'OUT-VAL-018'],
    ['-PT4H', 'OUT-VAL-018'],
    ['PT0S', 'OUT-CAL-004'],
  ])('CAL-10 refuses %s', (text, code) => {
    const target = utcOffice.parseTarget(text);
    expect(!target.ok && [target.error.code, target.error.what?.value]).toEqual([code, text]);
  });
});

describe('calendars that cannot be used', () => {
  const good: ServiceCalendar = { zone: 'UTC', hours: hoursOn([1], '08:00', '17:00'), holidays: [] };

  it.each<[what: string, calendar: ServiceCalendar, codes: string[]]>([
    ['never open', { ...good, hours: [] }, ['OUT-CAL-001']],
    ['no such zone', { ...good, zone: 'Europe/Atlantis' }, ['OUT-VAL-014']],
    ['a date in place of a zone', { ...good, zone: '2026-01-01T00:00[UTC]' }, ['OUT-VAL-014']],
    ['no such weekday', { ...good, hours: hoursOn([8], '08:00', '17:00') }, ['OUT-CAL-002']],
    ['a fractional weekday', { ...good, hours: hoursOn([1.5], '08:00', '17:00') }, ['OUT-CAL-002']],
    [
      'times unreadable',
      {
        ...good,
        hours: [
          { day: 1, from: '8', to: '17:00' },
          { day: 2, from: '08:00', to: '24:01' },
        ],
      },
      ['OUT-CAL-002', 'OUT-CAL-002'],
    ],
    ['opening at 24:00', { ...good, hours: hoursOn([1], '24:00', '06:00') }, ['OUT-CAL-002']],
    ['30 February', { ...good, holidays: [{ date: '2026-02-30', name: 'Never' }] }, ['OUT-CAL-003']],
    [
      'everything at once',
      { zone: '', hours: hoursOn([0], '', ''), holidays: [{ date: '', name: '' }] },
      ['OUT-VAL-014', 'OUT-CAL-002', 'OUT-CAL-003'],
    ],
    ['always open in no zone', { ...good, zone: 'Nowhere', alwaysOpen: true }, ['OUT-VAL-014']],
  ])('CAL-14 %s', (_what, calendar, codes) => {
    const result = compileCalendar(calendar);
    expect(!result.ok && result.error.map((fault) => fault.code)).toEqual(codes);
  });

  it('CAL-14 names the line at fault', () => {
    const result = compileCalendar({
      ...good,
      hours: [...good.hours, { day: 2, from: '08:00', to: 'noon' }],
    });
    expect(!result.ok && result.error[0]?.message).toBe(
      'Opening hours, line 2: “noon” is not a time to close.',
    );
  });

  it('CAL-8 an always open calendar needs no hours', () => {
    const result = compileCalendar({
      zone: 'UTC',
      hours: [],
      holidays: [{ date: '2026-12-25', name: 'Christmas' }],
      alwaysOpen: true,
    });
    expect(result.ok && result.value.isOpen(Date.parse('2026-12-25T12:00Z'))).toBe(true);
  });

  it('CAL-4 equal times mean a whole day', () => {
    const result = compileCalendar({ ...good, hours: hoursOn([1], '06:00', '06:00') });
    expect(result.ok && result.value.workingWeekMillis).toBe(24 * HOUR);
  });

  it('CAL-15 compiles the same calendar once', () => {
    expect(compileCalendar(good)).toBe(compileCalendar(good));
  });
});
