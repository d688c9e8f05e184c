import { beforeEach, expect, test } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import type { Entry } from '../changelog/entry.ts';
import { refOf } from '../changelog/fold.ts';
import type { EntryRef } from '../kernel/ids.ts';
import { asideOf } from '#test/support/judged.ts';
import { hour, Laptop, newPerson, ruledUnit } from '#test/support/ruled-unit.ts';

let first: Laptop;
let admin: string;
let desk: Laptop;
let analyst: string;

beforeEach(async () => {
  ({ first, admin } = await ruledUnit());
  analyst = await newPerson(first, admin, 'Clark', 'analyst');
  desk = new Laptop('B');
  desk.now = first.now + hour;
  desk.receive(first);
  desk.signIn(analyst);
  desk.signIn(admin);
});

/** Codes of what is set aside, by entry. */
async function codes() {
  const all = new Map([...first.log, ...desk.log].map((entry) => [refOf(entry), entry]));
  const aside = await asideOf(catalogue, [...all.values()], {});
  return new Map([...aside].map(([ref, { code }]) => [ref, code]));
}

const told = async (entry: Entry) => (await codes()).get(refOf(entry));

test('RUL-101 what follows from renewing an exception stands', async () => {
  const { service, statement } = await submitted();
  const exception = { name: 'Leave', service, reason: 'Leased' };
  const asked = await desk.put(analyst, 'conformance-exception', exception);
  await desk.as(admin, {
    kind: 'act',
    record: asked,
    action: 'approve',
    inputs: {
      authorityKind: 'component',
      authority: 'Commander',
      approvedOn: '2026-11-01',
      until: '2026-12-31',
      decision: 'Order 1',
    },
  });
  await desk.as(analyst, { kind: 'act', record: asked, action: 'renew', inputs: {} });
  await desk.as(admin, { kind: 'act', record: statement, action: 'accept', inputs: {} });
  expect([...(await codes())]).toEqual([]);
});

test('RUL-120 behind a making that has a condition and no effects nothing is an effect', async () => {
  const { service, statement } = await submitted();
  await desk.put(analyst, 'conformance-statement', {
    name: 'Net 2027',
    service,
    year: 2027,
    kind: 'component',
    phase: '1',
  });
  const base = lastAct(statement);
  const about = { id: statement, type: 'conformance-statement' };
  const accept = desk.forge(analyst, about, {
    kind: 'act',
    action: 'accept',
    to: 'accepted',
    base,
    fields: {},
  });
  expect(await told(accept)).toBe('OUT-RUL-002');
});

test('RUL-120 who did the step before may not do the one that needs another person', async () => {
  const { statement } = await submitted();
  desk.now += hour;
  await desk.as(admin, {
    kind: 'act',
    record: statement,
    action: 'return',
    inputs: { returnReason: 'More.' },
  });
  await desk.as(admin, { kind: 'act', record: statement, action: 'submit', inputs: {} });
  const base = lastAct(statement);
  const about = { id: statement, type: 'conformance-statement' };
  desk.now += hour;
  const body = { kind: 'act', action: 'accept', to: 'accepted', base, fields: {} } as const;
  expect(await told(desk.forge(admin, about, body))).toBe('OUT-RUL-004');
});

/** What the next act of a record follows. */
function lastAct(id: string): EntryRef {
  const step = desk.view(id).life.at(-1);
  if (!step) throw new Error('Nothing was done with it.');
  return step.ref;
}

async function submitted(): Promise<{ readonly service: string; readonly statement: string }> {
  const service = await desk.put(analyst, 'service', { name: 'Net', owner: analyst });
  const statement = await desk.put(analyst, 'conformance-statement', {
    name: 'Net 2026',
    service,
    year: 2026,
    kind: 'component',
    phase: '1',
    verdict: 'conforms',
  });
  await desk.as(analyst, { kind: 'act', record: statement, action: 'submit', inputs: {} });
  return { service, statement };
}
