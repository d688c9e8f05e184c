import type { RecordType } from '../../definition/record-type.ts';
import { serviceCalendarOf } from '../../engine/agreements.ts';
import { compileCalendar } from '../../kernel/business-calendar.ts';
import { date, externalReference, integer, table, text, yesNo } from '../support/fields.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { everyone, manageConfiguration } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

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
        help: 'Several lines for one day make a break between them. An end before its start lies on the next day.',
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
        help: 'Closed the whole day unless a time is given.',
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
    const compiled = compileCalendar(serviceCalendarOf(record));
    if (compiled.ok) return [];
    // The zone is checked as a field already.
    return compiled.error
      .filter(({ code }) => code !== 'OUT-VAL-014')
      .map(({ code, message }) => ({
        field: code === 'OUT-CAL-003' ? 'holidays' : 'hours',
        says: message.replace(/\.$/, ''),
      }));
  },
  migrations: [],
};
