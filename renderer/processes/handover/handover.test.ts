import { describe, expect, test } from 'vitest';
import { emptyConfig, type Config } from '#shared/definition/config.ts';
import type { LifeStep, RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { meets, resolveConditions } from '#shared/engine/query.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { viewOf } from '#test/support/views.ts';
import { candidates, majors, typeHandover, waitingNow } from './handover.ts';

const incident = catalogue.type('incident')!;
const hour = 3_600_000;
const start = Date.UTC(2026, 10, 14, 6);
const period = { from: start, to: start + 12 * hour };
const now = start + 13 * hour;

function view(
  id: string,
  type: string,
  state: string,
  fields: FieldValues,
  more: Partial<RecordView> = {},
): RecordView {
  const before = start - 48 * hour;
  return viewOf(type, fields, { id, number: id, state, createdAt: before, updatedAt: before, ...more });
}

let seq = 0;
const step = (action: string, from: string, to: string, at: number): LifeStep => ({
  ref: `AAAAAAAAAAA:${++seq}`,
  action,
  from,
  to,
  at,
  actor: 'p',
  inputs: {},
});

const agreement = view('sla', 'agreement', 'inForce', {
  kind: 'sla',
  targets: [{ recordType: 'incident', measure: 'resolution', priority: null, target: 'PT4H' }],
});
const config: Config = { ...emptyConfig, all: (type) => (type === 'agreement' ? [agreement] : []) };
const urgent = { impact: '1', urgency: '1' };
const report = (records: readonly RecordView[], at = now, with_: Config = config) =>
  typeHandover(incident, records, with_, period, at);
const ids = (items: readonly { readonly record: RecordView }[]) => items.map(({ record }) => record.id);

describe('what a shift did', () => {
  test('opened: at or after its beginning and before its end', () => {
    const at = (id: string, createdAt: number) => view(id, 'incident', 'new', {}, { createdAt });
    const { opened } = report([
      at('late', period.to),
      at('last', period.to - 1),
      at('first', period.from),
      at('early', period.from - 1),
    ]);
    expect(ids(opened)).toEqual(['first', 'last']);
  });

  test('resolved and reopened in the shift: in both lists, once each, at the last time', () => {
    const life = [
      step('resolve', 'inProgress', 'resolved', start + hour),
      step('reopen', 'resolved', 'inProgress', start + 2 * hour),
      step('resolve', 'inProgress', 'resolved', start + 3 * hour),
    ];
    const { resolved, reopened } = report([view('a', 'incident', 'resolved', {}, { life })]);
    expect(resolved.map(({ at }) => at)).toEqual([start + 3 * hour]);
    expect(reopened.map(({ at }) => at)).toEqual([start + 2 * hour]);
  });

  test('closing what was resolved before, or cancelling, resolves nothing', () => {
    const closed = view(
      'a',
      'incident',
      'closed',
      {},
      { life: [step('close', 'resolved', 'closed', start + hour)] },
    );
    const cancelled = view(
      'b',
      'incident',
      'cancelled',
      {},
      { life: [step('cancel', 'new', 'cancelled', start + hour)] },
    );
    const { resolved, reopened } = report([closed, cancelled]);
    expect([...resolved, ...reopened]).toEqual([]);
  });

  test('steps outside the shift are not its own', () => {
    const life = [step('resolve', 'inProgress', 'resolved', period.to)];
    expect(report([view('a', 'incident', 'resolved', {}, { life })]).resolved).toEqual([]);
  });

  test('a target is missed in the shift in which it ran out, also when it was resolved later', () => {
    const openedAt = start - 2 * hour;
    const open = view('open', 'incident', 'new', urgent, { createdAt: openedAt });
    const late = view('late', 'incident', 'resolved', urgent, {
      createdAt: openedAt,
      life: [step('resolve', 'new', 'resolved', start + 5 * hour)],
    });
    const inTime = view('in time', 'incident', 'resolved', urgent, {
      createdAt: openedAt,
      life: [step('resolve', 'new', 'resolved', start + hour)],
    });
    const before = view('before', 'incident', 'new', urgent, { createdAt: start - 9 * hour });
    const { missed } = report([open, late, inTime, before]);
    expect(ids(missed)).toEqual(['open', 'late']);
    expect(missed.map(({ at, clock }) => [at, clock])).toEqual([
      [start + 2 * hour, 'Resolution'],
      [start + 2 * hour, 'Resolution'],
    ]);
  });

  test('a target that is still to come is not missed', () => {
    const open = view('open', 'incident', 'new', urgent, { createdAt: start - 2 * hour });
    expect(report([open], start + hour).missed).toEqual([]);
  });

  test('without an agreement nothing is missed', () => {
    const open = view('open', 'incident', 'new', urgent, { createdAt: start - 2 * hour });
    expect(report([open], now, emptyConfig).missed).toEqual([]);
  });
});

test('everything that has something to report is among the candidates', () => {
  const life = [step('resolve', 'new', 'resolved', start + hour)];
  const records = [
    view('opened', 'incident', 'new', {}, { createdAt: start, updatedAt: start }),
    view('resolved', 'incident', 'resolved', {}, { life, updatedAt: start + hour }),
    view('missed', 'incident', 'new', urgent, { createdAt: start - 2 * hour, updatedAt: start - 2 * hour }),
    view('old', 'incident', 'new', {}),
  ];
  const where = resolveConditions(candidates(incident, period).where, {
    actor: { id: '', roles: [], teams: [] },
    now,
    zone: 'UTC',
  });
  const found = records.filter((record) => meets(columnValues(incident, record, config, now), where));
  expect(found.map(({ id }) => id)).toEqual(['opened', 'resolved', 'missed']);
});

test('types without major incidents ask for none, and every query names columns of the type', () => {
  expect(majors(catalogue.type('request')!, period)).toBeUndefined();
  expect(majors(incident, period)?.where[0]).toEqual({ column: 'majorIncident', in: [true] });
  expect(waitingNow(incident).sort).toEqual([{ column: 'pendingUntil' }]);
});
