import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import type { Entry, EntryBody } from '../changelog/entry.ts';
import { compareEntries, redactionsIn, refOf } from '../changelog/fold.ts';
import { confirmedEntries } from '../changelog/redaction/orders.ts';
import { stubDigest, stubOf } from '../changelog/redaction/stub.ts';
import { makeVouch } from '../trust/vouch.ts';
import { asideOf, type Coming } from '#test/support/judged.ts';
import { credentialOf, day, hour, Laptop, newPerson, ruledUnit, secretOf } from '#test/support/ruled-unit.ts';

let first: Laptop;
let admin: string;
let second: string;
/** Another laptop, where Clark, an analyst, has signed in. */
let desk: Laptop;
let analyst: string;

beforeEach(async () => {
  ({ first, admin } = await ruledUnit());
  second = await newPerson(first, admin, 'Baker', 'administrator');
  analyst = await newPerson(first, admin, 'Clark', 'analyst');
  first.signIn(second);
  desk = new Laptop('B');
  desk.now = first.now + hour;
  desk.receive(first);
  desk.signIn(analyst);
});

async function codes(log: readonly Entry[], coming: Coming = {}): Promise<ReadonlyMap<string, string>> {
  const aside = await asideOf(catalogue, log, coming);
  return new Map([...aside].map(([ref, { code }]) => [ref, code]));
}

/** What both laptops hold, in the order in which it came. */
function all(): readonly Entry[] {
  return [...new Map([...first.log, ...desk.log].map((entry) => [refOf(entry), entry])).values()];
}

const incident = (laptop: Laptop, person: string) =>
  laptop.put(person, 'incident', { title: 'No link', requester: analyst, contactType: 'phone' });

/** Both administrators redact all that the record has. */
async function redactAll(record: string): Promise<void> {
  const entries = first.log.filter((entry) => entry.record === record && stubOf(entry, [])).map(refOf);
  const [asked] = (await first.as(admin, { kind: 'redact', record, entries, reason: 'Spill' })).entries;
  if (!asked) throw new Error('There is no order.');
  first.now += hour;
  await first.as(second, { kind: 'answerRedaction', record, order: refOf(asked), answer: 'confirm' });
}

/** The log after contents were removed as it orders. */
function removed(log: readonly Entry[]): readonly Entry[] {
  const orders = confirmedEntries(
    [...new Set(log.map(({ record }) => record))].flatMap((record) =>
      redactionsIn(log.filter((entry) => entry.record === record).sort(compareEntries)),
    ),
  );
  return log.map((entry) => {
    const order = orders.get(refOf(entry));
    return (order && stubOf(entry, order.keep)) ?? entry;
  });
}

describe('an order to redact', () => {
  test('RUL-140 stands where administrators gave it', async () => {
    await redactAll(await incident(first, admin));
    expect(await codes(first.log)).toEqual(new Map());
  });

  test.each(['redact', 'confirm', 'decline'] as const)(
    'RUL-140 %s by somebody without the right, or who never signed in there, is set aside',
    async (kind) => {
      const id = await incident(desk, analyst);
      const about = { id, type: 'incident' };
      const body: EntryBody =
        kind === 'redact' ? { kind, entries: [], reason: 'Spill' } : { kind, of: 'somewhere:1' };
      const [own, rogue] = [desk.forge(analyst, about, body), desk.forge(admin, about, body)];
      const found = await codes(all());
      expect(found.get(refOf(own))).toBe('OUT-RUL-002');
      expect(found.get(refOf(rogue))).toBe('OUT-RUL-001');
    },
  );

  test('RUL-140 nobody answers their own', async () => {
    const id = await incident(first, admin);
    const about = { id, type: 'incident' };
    const asked = first.forge(admin, about, { kind: 'redact', entries: [], reason: 'Spill' });
    const answer = first.forge(admin, about, { kind: 'confirm', of: refOf(asked) });
    expect(await codes(first.log)).toEqual(new Map([[refOf(answer), 'OUT-RUL-004']]));
  });

  test('RUL-140 behind an action with effects it is no effect of it', async () => {
    const id = await incident(desk, analyst);
    const about = { id, type: 'incident' };
    const made = desk.log.find(({ record }) => record === id)!;
    const act = { kind: 'act', action: 'resolve', to: 'resolved', base: refOf(made), fields: {} } as const;
    const done = desk.forge(analyst, about, act);
    const asked = desk.forge(analyst, about, { kind: 'redact', entries: [], reason: 'Spill' });
    expect((await codes(all())).get(refOf(done))).toBeUndefined();
    expect((await codes(all())).get(refOf(asked))).toBe('OUT-RUL-002');
  });
});

describe('what is left of redacted entries', () => {
  test('RUL-141 it is judged as what was written: the same is set aside', async () => {
    const id = await incident(desk, analyst);
    await desk.as(analyst, { kind: 'note', record: id, text: 'A word', audience: 'internal' });
    await desk.as(analyst, { kind: 'edit', record: id, fields: { title: 'A word' } });
    const named: EntryBody = { kind: 'set', fields: { title: { value: 'A word', base: [] } } };
    const forged = desk.forge(admin, { id, type: 'incident' }, named);
    first.receive(desk);
    first.now = desk.now + hour;
    await redactAll(id);
    const stubs = removed(all());
    expect(stubs.filter(({ body }) => body.kind === 'redacted').length).toBeGreaterThanOrEqual(4);
    expect(await codes(all())).toEqual(new Map([[refOf(forged), 'OUT-RUL-001']]));
    expect(await codes(stubs)).toEqual(new Map([[refOf(forged), 'OUT-RUL-001']]));
  });

  test('RUL-141 people keep their roles and what they wrote when their own records are redacted', async () => {
    await incident(desk, analyst);
    first.receive(desk);
    first.now = desk.now + hour;
    for (const person of [analyst, second]) await redactAll(person);
    await redactAll(first.accountOf(analyst));
    await incident(first, second);
    expect(await codes(all())).toEqual(new Map());
    expect(await codes(removed(all()))).toEqual(new Map());
  });

  test('RUL-141 a record whose making was redacted is made once', async () => {
    const id = await incident(first, admin);
    await redactAll(id);
    desk.receive(first);
    const again: EntryBody = { kind: 'create', number: 'INC-9', version: 0, fields: { title: 'Mine' } };
    const twice = desk.forge(analyst, { id, type: 'incident' }, again);
    expect((await codes(removed(all()))).get(refOf(twice))).toBe('OUT-RUL-008');
  });

  test('RUL-141 what no order names gives nothing', async () => {
    desk.now += day;
    const roles: EntryBody = {
      kind: 'redacted',
      hash: 'x',
      kept: { kind: 'set', fields: { roles: { value: ['administrator'], base: [] } }, gone: {} },
    };
    desk.forge(analyst, { id: analyst, type: 'person' }, roles);
    const given: EntryBody = { kind: 'set', fields: { roles: { value: ['administrator'], base: [] } } };
    const taken = desk.forge(analyst, { id: second, type: 'person' }, given);
    expect(await codes(all())).toEqual(new Map([[refOf(taken), 'OUT-RUL-003']]));
  });

  test('RUL-141 keys in what is left of accounts do not prove the order that says so', async () => {
    const fake = new Map<string, Entry>();
    for (const person of [admin, second]) {
      const account = first.accountOf(person);
      const making = first.log.find(({ record, body }) => record === account && body.kind === 'create')!;
      const stub = stubOf(making, ['person'])!;
      if (stub.body.kind !== 'redacted' || stub.body.kept.kind !== 'create') throw new Error('No making.');
      const fields = { ...stub.body.kept.fields, credential: credentialOf('rogue') };
      const body = { ...stub.body, kept: { ...stub.body.kept, fields } };
      fake.set(refOf(making), { ...stub, body });
      const signedIn = { account, person, replica: desk.id };
      desk.forge(person, { id: account, type: 'account' }, makeVouch(secretOf('rogue'), signedIn));
    }
    const orders = [...fake.values()].flatMap((stub) => {
      const about = { id: stub.record, type: 'account' };
      const entries = [{ entry: refOf(stub), keep: ['person', 'credential'], stub: stubDigest(stub) }];
      const asked = desk.forge(admin, about, { kind: 'redact', entries, reason: 'Spill' });
      return [asked, desk.forge(second, about, { kind: 'confirm', of: refOf(asked) })];
    });
    const log = all().map((entry) => fake.get(refOf(entry)) ?? entry);
    const found = await codes(log, { replica: () => ({ kind: 'device', enrolledAt: Infinity }) });
    expect(orders.map((entry) => found.get(refOf(entry)))).toEqual(orders.map(() => 'OUT-RUL-001'));
  });
});
