import { describe, expect, test } from 'vitest';
import { configOf, viewOf } from '#test/support/views.ts';
import type { RecordView } from '../definition/record.ts';
import type { FieldValues, TableRow } from '../definition/values.ts';
import { promisedFor } from './agreements.ts';

const hour = 3_600_000;
const calendar = viewOf(
  'service-calendar',
  { zone: 'UTC', hours: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '16:00' })) },
  { id: 'office', state: 'active' },
);

function target(over: TableRow = {}): TableRow {
  return { recordType: 'incident', measure: 'resolution', priority: null, target: 'PT4H', ...over };
}

function agreement(id: string, fields: FieldValues = {}, more: Partial<RecordView> = {}): RecordView {
  return viewOf(
    'agreement',
    { kind: 'sla', targets: [target()], ...fields },
    { id, state: 'inForce', ...more },
  );
}

const incident = viewOf('incident', { service: 'mail', organisation: 'hq', impact: '1', urgency: '2' });
const chosen = (...agreements: readonly RecordView[]): string | undefined =>
  promisedFor(incident, 'resolution', configOf(calendar, ...agreements))?.agreement.id;

describe('which agreement holds', () => {
  test('SLM-1 only those in force and under review count', () => {
    const states = ['draft', 'negotiated', 'agreed', 'inForce', 'underReview', 'archived'];
    const counting = states.filter((state) => chosen(agreement(state, {}, { state })) !== undefined);
    expect(counting).toEqual(['inForce', 'underReview']);
  });

  test('SLM-2 services and customers must fit; naming none covers all', () => {
    expect(chosen(agreement('a', { services: ['web'] }))).toBeUndefined();
    expect(chosen(agreement('a', { organisations: ['south'] }))).toBeUndefined();
    expect(chosen(agreement('a', { services: ['web', 'mail'], organisations: ['hq'] }))).toBe('a');
    expect(
      promisedFor(viewOf('incident'), 'resolution', configOf(agreement('a', { services: ['mail'] }))),
    ).toBeUndefined();
    expect(promisedFor(viewOf('incident'), 'resolution', configOf(agreement('a')))).toBeDefined();
  });

  test('SLM-3 the most specific wins: service before customer, both before either', () => {
    const all = agreement('all');
    const customer = agreement('customer', { organisations: ['hq'] });
    const service = agreement('service', { services: ['mail'] });
    const both = agreement('both', { services: ['mail'], organisations: ['hq'] });
    expect(chosen(all, customer)).toBe('customer');
    expect(chosen(customer, service, all)).toBe('service');
    expect(chosen(service, both, customer)).toBe('both');
  });

  test('SLM-3 among equals the newest; of the same instant every device takes the same', () => {
    const old = agreement('old', {}, { updatedAt: 1 });
    const young = agreement('young', {}, { updatedAt: 2 });
    expect([chosen(old, young), chosen(young, old)]).toEqual(['young', 'young']);
    const twin = agreement('zwin', {}, { updatedAt: 2 });
    expect([chosen(twin, young), chosen(young, twin)]).toEqual(['zwin', 'zwin']);
  });

  test('SLM-4 the line of the priority goes before the line for any', () => {
    const lines = [
      target({ target: 'PT8H' }),
      target({ priority: '2', target: 'PT1H' }),
      target({ priority: '1', target: 'PT9H' }),
    ];
    const found = promisedFor(incident, 'resolution', configOf(agreement('a', { targets: lines })));
    expect(found?.target).toBe(hour);
  });

  test('SLM-4 an agreement without a line for type, measure and priority is passed over', () => {
    const specific = agreement('specific', {
      services: ['mail'],
      targets: [
        target({ priority: '5' }),
        target({ measure: 'response' }),
        target({ recordType: 'request' }),
      ],
    });
    expect(chosen(specific)).toBeUndefined();
    expect(chosen(specific, agreement('all'))).toBe('all');
  });

  test('SLM-4 a record without a priority takes the line for any', () => {
    const lines = [target({ priority: '1', target: 'PT1H' }), target({ priority: '', target: 'PT8H' })];
    const plain = viewOf('incident', { service: 'mail' });
    expect(promisedFor(plain, 'resolution', configOf(agreement('a', { targets: lines })))?.target).toBe(
      8 * hour,
    );
  });

  test('SLM-5 what is promised to customers goes before what holds inside and what suppliers promise', () => {
    const sla = agreement('sla', {}, { updatedAt: 1 });
    const ola = agreement('ola', { kind: 'ola', services: ['mail'] }, { updatedAt: 2 });
    const contract = agreement(
      'uc',
      { kind: 'uc', services: ['mail'], organisations: ['hq'] },
      { updatedAt: 3 },
    );
    expect(chosen(contract, ola, sla)).toBe('sla');
    expect(chosen(contract, ola)).toBe('ola');
    expect(chosen(contract)).toBe('uc');
  });

  test('SLM-6 the hours are the agreement’s own, else the unit’s, else all', () => {
    const day = target({ target: 'P1D' });
    const promised = (own: FieldValues, unit: FieldValues) =>
      promisedFor(
        incident,
        'resolution',
        configOf(
          calendar,
          agreement('a', { targets: [day], ...own }),
          viewOf('unit', unit, { state: 'active' }),
        ),
      )?.target;
    expect(promised({ calendar: 'office' }, {})).toBe(8 * hour);
    expect(promised({}, { defaultCalendar: 'office' })).toBe(8 * hour);
    expect(promised({ calendar: 'lost' }, { defaultCalendar: 'lost too' })).toBe(24 * hour);
  });

  test('SLM-6 hours or a target that came unreadable from elsewhere stop nothing', () => {
    const never = viewOf(
      'service-calendar',
      { zone: 'Mars/Base', hours: [] },
      { id: 'never', state: 'active' },
    );
    const found = promisedFor(incident, 'resolution', configOf(never, agreement('a', { calendar: 'never' })));
    expect(found?.target).toBe(4 * hour);
    expect(chosen(agreement('a', { targets: [target({ target: 'soon' })] }))).toBeUndefined();
  });
});
