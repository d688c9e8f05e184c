import {
  alwaysOpenCalendar,
  compileCalendar,
  type CompiledCalendar,
  type ServiceCalendar,
} from '../kernel/business-calendar.ts';
import type { Config } from '../definition/config.ts';
import { isNewer, listOf, textOf, type RecordView } from '../definition/record.ts';
import type { TableRow } from '../definition/values.ts';
import { priorityOf } from './priority.ts';
import { unitOf } from './unit.ts';

/** What is promised for a record: service milliseconds in a calendar, by which agreement. */
export interface Promised {
  readonly target: number;
  readonly calendar: CompiledCalendar;
  readonly agreement: RecordView;
}

/** SLM-1: only these count. */
const bindingStates = ['inForce', 'underReview'];

/** SLM-5: what is promised to customers comes before what holds inside, and that before what suppliers promise. */
const kinds = ['uc', 'ola', 'sla'];

/**
 * The target that applies to a record and measure, or undefined where nothing is promised (SLM-1 to 6): of the agreements in
 * force whose services and customers fit, the most specific one with a target for the record's type and priority; among
 * equals the newest.
 */
export function promisedFor(record: RecordView, measure: string, config: Config): Promised | undefined {
  const priority = priorityOf(record, config);
  let best: { fit: number; row: TableRow; agreement: RecordView } | undefined;
  for (const agreement of config.all('agreement')) {
    const fit = fitOf(agreement, record);
    const row = fit === undefined ? undefined : rowFor(agreement, record.type, measure, priority);
    if (fit === undefined || !row) continue;
    const isBetter = !best || fit > best.fit || (fit === best.fit && isNewer(agreement, best.agreement));
    if (isBetter) best = { fit, row, agreement };
  }
  if (!best) return undefined;
  const calendar = calendarOf(best.agreement, config);
  const target = calendar.parseTarget(String(best.row['target'] ?? ''));
  return target.ok ? { target: target.value, calendar, agreement: best.agreement } : undefined;
}

/**
 * How closely an agreement fits, the kind first (SLM-5), then what it names (SLM-2, SLM-3): nothing 0, the customer 1, the
 * service 2, both 3. Undefined: not at all.
 */
function fitOf(agreement: RecordView, record: RecordView): number | undefined {
  if (!bindingStates.includes(agreement.state)) return undefined;
  const services = listOf(agreement, 'services');
  const organisations = listOf(agreement, 'organisations');
  if (services.length > 0 && !services.includes(textOf(record, 'service'))) return undefined;
  if (organisations.length > 0 && !organisations.includes(textOf(record, 'organisation'))) return undefined;
  const named = (services.length > 0 ? 2 : 0) + (organisations.length > 0 ? 1 : 0);
  return kinds.indexOf(textOf(agreement, 'kind')) * 4 + named;
}

/** SLM-4: the line of the record's own priority, else the line for any. */
function rowFor(
  agreement: RecordView,
  type: string,
  measure: string,
  priority: string | null,
): TableRow | undefined {
  const rows = (agreement.fields['targets'] ?? []) as readonly TableRow[];
  const fitting = rows.filter((row) => row['recordType'] === type && row['measure'] === measure);
  return fitting.find((row) => row['priority'] === priority) ?? fitting.find((row) => !row['priority']);
}

const compiled = new WeakMap<RecordView, CompiledCalendar>();

/** SLM-6: the agreement's own hours, else the unit's; undefined: around the clock. */
export function calendarRecordOf(agreement: RecordView, config: Config): RecordView | undefined {
  const standard = unitOf(config);
  return (
    config.get(textOf(agreement, 'calendar')) ?? (standard && config.get(textOf(standard, 'defaultCalendar')))
  );
}

function calendarOf(agreement: RecordView, config: Config): CompiledCalendar {
  const record = calendarRecordOf(agreement, config);
  if (!record) return alwaysOpenCalendar;
  let calendar = compiled.get(record);
  if (!calendar) {
    const result = compileCalendar(serviceCalendarOf(record));
    // A calendar that cannot be used is refused when it is saved; one from elsewhere must not stop the desk.
    calendar = result.ok ? result.value : alwaysOpenCalendar;
    compiled.set(record, calendar);
  }
  return calendar;
}

/** A `service-calendar` record in the form that the calculation takes. */
export function serviceCalendarOf(record: RecordView): ServiceCalendar {
  const rows = (name: string): readonly TableRow[] => {
    const value = record.fields[name];
    return Array.isArray(value) ? (value as readonly TableRow[]) : [];
  };
  return {
    zone: textOf(record, 'zone') || 'UTC',
    alwaysOpen: record.fields['alwaysOpen'] === true,
    hours: rows('hours').map((row) => ({
      day: Number(row['day']),
      from: String(row['from'] ?? ''),
      to: String(row['to'] ?? ''),
    })),
    holidays: rows('holidays').map((row) => ({
      date: String(row['date'] ?? ''),
      name: String(row['name'] ?? ''),
      ...(row['from'] ? { from: String(row['from']) } : {}),
      ...(row['to'] ? { to: String(row['to']) } : {}),
    })),
  };
}
