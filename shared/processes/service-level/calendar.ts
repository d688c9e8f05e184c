import type { RecordType } from '../../definition/record-type.ts';
import type { FieldValue, TableRow } from '../../definition/values.ts';
import { date, externalReference, integer, table, text, yesNo } from '../support/fields.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { everyone, manageConfiguration } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** When a service is owed: the hours that service level clocks count (ISO/IEC 20000-2, 6.1.2 f). */
export const serviceCalendar: RecordType = {
  name: 'service-calendar',
  label: 'Service calendar',
  plural: 'Service calendars',
  prefix: 'CAL',
  help: 'Hours and holidays in one time zone. Clocks of incidents and requests run only while the calendar is open.',
  process: 'SLM',
  config: true,
  fields: {
    name: text('Name', { required: true, boost: 3 }),
    zone: text('Time zone', { required: true, format: 'zone', default: 'UTC' }),
    alwaysOpen: yesNo('Open around the clock', {
      default: false,
      help: 'Day and night, holidays too. The hours below are not used then.',
    }),
    hours: table(
      'Weekly hours',
      {
        day: integer('Weekday', { min: 1, max: 7, required: true, help: '1 is Monday, 7 is Sunday.' }),
        from: text('From', { format: 'time', required: true }),
        to: text('To', { format: 'time', required: true }),
      },
      {
        maxRows: 60,
        shown: (record) => record.fields['alwaysOpen'] !== true,
        help: 'Several lines for one day make a break between them.',
      },
    ),
    holidays: table(
      'Holidays and other closed times',
      {
        date: date('Date', { required: true }),
        name: text('Name', { required: true }),
        from: text('Closed from', { format: 'time' }),
        to: text('Closed until', { format: 'time' }),
      },
      {
        maxRows: 500,
        shown: (record) => record.fields['alwaysOpen'] !== true,
        help: 'Closed the whole day unless times are given.',
      },
    ),
    externalReference: externalReference(),
  },
  sections: detailsSection,
  lifecycle: inUseOrRetired('calendar', manageConfiguration),
  derived: {},
  clocks: [],
  views: referenceViews('name', ['name', 'zone', 'alwaysOpen'], ['name', 'zone', 'alwaysOpen', 'hours'], {
    subtitle: ['zone'],
  }),
  create: manageConfiguration,
  edit: manageConfiguration,
  see: everyone,
  note: manageConfiguration,
  check: (record) => {
    const hours = rows(record.fields['hours']);
    if (record.fields['alwaysOpen'] !== true && hours.length === 0) {
      return [
        {
          field: 'hours',
          says: 'Give at least one line of weekly hours, or open the calendar around the clock.',
        },
      ];
    }
    return [...hoursFaults(hours), ...holidayFaults(rows(record.fields['holidays']))];
  },
  migrations: [],
};

type Fault = { readonly field: string; readonly says: string };

function rows(value: FieldValue | undefined): readonly TableRow[] {
  return Array.isArray(value) ? value.filter((row): row is TableRow => typeof row === 'object') : [];
}

function hoursFaults(hours: readonly TableRow[]): readonly Fault[] {
  return hours.flatMap((row, index): Fault[] => {
    const says = spanFault(row['from'], row['to']);
    if (says) return [{ field: 'hours', says: `Line ${index + 1}: ${says}` }];
    const clash = hours.findIndex(
      (other, place) =>
        place < index &&
        other['day'] === row['day'] &&
        String(row['from']) < String(other['to']) &&
        String(other['from']) < String(row['to']),
    );
    return clash < 0
      ? []
      : [{ field: 'hours', says: `Line ${index + 1} overlaps line ${clash + 1} on the same day.` }];
  });
}

function holidayFaults(holidays: readonly TableRow[]): readonly Fault[] {
  return holidays.flatMap((row, index): Fault[] => {
    if (!row['from'] && !row['to']) return [];
    const says = spanFault(row['from'], row['to']);
    return says ? [{ field: 'holidays', says: `Line ${index + 1}: ${says}` }] : [];
  });
}

function spanFault(from: unknown, to: unknown): string | undefined {
  if (typeof from !== 'string' || typeof to !== 'string' || !clockTime.test(from) || !clockTime.test(to)) {
    return 'Write both times like 08:00 (the day ends at 24:00).';
  }
  return from < to
    ? undefined
    : 'The end must come after the start; for hours past midnight use a line on each day.';
}
