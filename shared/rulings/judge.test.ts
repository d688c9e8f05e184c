import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import type { Entry, EntryBody } from '../changelog/entry.ts';
import { refOf } from '../changelog/fold.ts';
import { asideOf, type Coming } from '#test/support/judged.ts';
import { makeVouch } from '../trust/vouch.ts';
import {
  credentialOf,
  day,
  hour,
  Laptop,
  minute,
  newPerson,
  ruledUnit,
  secretOf,
} from '#test/support/ruled-unit.ts';

let first: Laptop;
let admin: string;
/** Another laptop, where Clark, an analyst, and Davis, a requester, have signed in. */
let desk: Laptop;
let analyst: string;
let user: string;

beforeEach(async () => {
  ({ first, admin } = await ruledUnit());
  analyst = await newPerson(first, admin, 'Clark', 'analyst');
  user = await newPerson(first, admin, 'Davis', 'requester');
  desk = new Laptop('B');
  desk.now = first.now + hour;
  desk.receive(first);
  desk.signIn(analyst);
  desk.signIn(user);
});

/** Codes of what is set aside among the entries of all laptops, by entry. */
async function codes(coming: Coming = {}, ...logs: readonly (readonly Entry[])[]) {
  const all = new Map([...first.log, ...desk.log, ...logs.flat()].map((entry) => [refOf(entry), entry]));
  const aside = await asideOf(catalogue, [...all.values()], coming);
  return new Map([...aside].map(([ref, { code }]) => [ref, code]));
}

const told = async (entry: Entry, coming: Coming = {}) => (await codes(coming)).get(refOf(entry));

const incident = (person: string) =>
  desk.put(person, 'incident', {
    title: 'No link',
    requester: user,

    contactType: 'phone',
  });

const set = (field: string, value: string | readonly string[]): EntryBody => ({
  kind: 'set',
  fields: { [field]: { value, base: [] } },
});

const create = (fields: Extract<EntryBody, { kind: 'create' }>['fields']): EntryBody => ({
  kind: 'create',
  number: 'X-1',
  version: 0,
  fields,
});

const newId = (last: string) => `01k9zzzzzzzzzzzzzzzzzzzzz${last}`;

test('RUL-101 what people did within their rights stands', async () => {
  const id = await incident(analyst);
  await desk.as(user, { kind: 'note', record: id, text: 'Still down', audience: 'requester' });
  expect([...(await codes())]).toEqual([]);
});

describe('RUL-110 the author', () => {
  test('who has not signed in on the device is not believed', async () => {
    expect(await told(desk.forge(admin, { id: user, type: 'person' }, set('phone', '1')))).toBe(
      'OUT-RUL-001',
    );
  });

  test('who signs in later has not written what stands before it', async () => {
    const before = desk.forge(admin, { id: user, type: 'person' }, set('phone', '1'));
    desk.signIn(admin);
    const after = desk.forge(admin, { id: user, type: 'person' }, set('phone', '2'));
    const found = await codes();
    expect([found.get(refOf(before)), found.get(refOf(after))]).toEqual(['OUT-RUL-001', undefined]);
  });

  test('a vouch under a key of one’s own proves nothing for others', async () => {
    const account = desk.accountOf(admin);
    const forged = makeVouch(secretOf(user), { account, person: admin, replica: desk.id });
    const vouch = desk.forge(admin, { id: account, type: 'account' }, forged);
    const entry = desk.forge(admin, { id: user, type: 'person' }, set('phone', '1'));
    const found = await codes();
    expect([found.get(refOf(vouch)), found.get(refOf(entry))]).toEqual(['OUT-RUL-005', 'OUT-RUL-001']);
  });

  test('a vouch for another replica proves nothing here', async () => {
    const account = desk.accountOf(admin);
    const copied = first.log.find(({ body }) => body.kind === 'vouch');
    if (!copied) throw new Error('The administrator has not signed in.');
    desk.forge(admin, { id: account, type: 'account' }, copied.body);
    const entry = desk.forge(admin, { id: user, type: 'person' }, set('phone', '1'));
    expect(await told(entry)).toBe('OUT-RUL-001');
  });

  test('an account made in an administrator’s name, with a key of one’s own, is no account', async () => {
    const account = newId('a');
    const credential = credentialOf(user);
    const making = desk.forge(
      admin,
      { id: account, type: 'account' },
      create({ name: 'x', person: admin, credential }),
    );
    const body = makeVouch(secretOf(user), { account, person: admin, replica: desk.id });
    const vouch = desk.forge(admin, { id: account, type: 'account' }, body);
    const gift = desk.forge(admin, { id: user, type: 'person' }, set('roles', ['administrator']));
    const found = await codes();
    expect([making, vouch, gift].map((entry) => found.get(refOf(entry)))).toEqual([
      'OUT-RUL-001',
      'OUT-RUL-005',
      'OUT-RUL-001',
    ]);
  });

  test('whose account it is changes its passphrase, and not whose it is', async () => {
    const account = { id: desk.accountOf(user), type: 'account' };
    const passphrase = desk.forge(user, account, set('credential', credentialOf(user)));
    const owner = desk.forge(user, account, set('person', admin));
    const foreign = desk.forge(
      user,
      { ...account, id: desk.accountOf(admin) },
      set('credential', credentialOf(user)),
    );
    const found = await codes();
    expect([passphrase, owner, foreign].map((entry) => found.get(refOf(entry)))).toEqual([
      undefined,
      'OUT-RUL-003',
      'OUT-RUL-002',
    ]);
  });

  test('an older key still vouches after the passphrase was changed', async () => {
    first.receive(desk);
    await first.as(admin, {
      kind: 'edit',
      record: first.accountOf(user),
      fields: { credential: credentialOf('another key') },
    });
    desk.receive(first);
    await desk.as(user, {
      kind: 'create',
      type: 'incident',
      fields: { title: 'x', requester: user, contactType: 'phone' },
    });
    expect([...(await codes())]).toEqual([]);
  });

  test('whose account has no key to sign with yet is believed', async () => {
    const person = await first.put(admin, 'person', { name: 'Evans', roles: ['analyst'] });
    await first.put(admin, 'account', { name: 'Evans', person, credential: credentialOf(person, false) });
    desk.receive(first);
    await incident(person);
    expect([...(await codes())]).toEqual([]);
  });

  test('an earlier time claimed helps only devices that were in before the unit had accounts', async () => {
    desk.now -= 400 * day;
    const entry = desk.forge(admin, { id: user, type: 'person' }, set('phone', '1'));
    const arrival = Date.UTC(2027, 0, 1);
    const enrolled = (at: number): Coming => ({
      receivedAt: () => arrival,
      replica: () => ({ kind: 'device', enrolledAt: at }),
    });
    expect(await told(entry, enrolled(arrival + day))).toBe('OUT-RUL-001');
    expect(await told(entry, enrolled(arrival - day))).toBeUndefined();
  });

  test('what a fork moved is vouched for by what stood before it', async () => {
    const id = await incident(analyst);
    const at = desk.log.findIndex(({ record }) => record === id);
    const before = desk.log.slice(0, at);
    const fork = { replica: desk.id, seq: desk.log[at]?.seq ?? 0, prev: desk.log[at]?.prev ?? '' };
    const moved = desk.log.slice(at).map((entry, index) => ({
      ...entry,
      replica: 'C'.repeat(11),
      seq: index + 1,
      ...(index === 0 ? { fork } : {}),
    }));
    expect([...(await asideOf(catalogue, [...before, ...moved]))]).toEqual([]);
  });
});

describe('RUL-120 the right', () => {
  test('what the engine refuses is set aside where it was written past it', async () => {
    const id = await incident(analyst);
    const view = desk.view(id);
    const base = view.life.at(-1)?.ref ?? `${desk.id}:1`;
    const raw = [
      desk.forge(user, { id: newId('b'), type: 'person' }, create({ name: 'x' })),
      desk.forge(user, { id, type: 'incident' }, set('assignee', user)),
      desk.forge(
        analyst,
        { id: newId('c'), type: 'person' },
        create({ name: 'x', roles: ['administrator'] }),
      ),
      desk.forge(analyst, { id: user, type: 'person' }, set('roles', ['administrator'])),
      desk.forge(
        user,
        { id, type: 'incident' },
        { kind: 'act', action: 'invented', to: 'new', base, fields: { title: { value: 'x', base: [] } } },
      ),
      desk.forge(
        user,
        { id, type: 'incident' },
        { kind: 'retract', entries: [refOf(desk.log[desk.log.length - 1] as Entry)] },
      ),
    ];
    const found = await codes();
    expect(raw.map((entry) => found.get(refOf(entry)))).toEqual([
      'OUT-RUL-002',
      'OUT-RUL-002',
      'OUT-RUL-003',
      'OUT-RUL-003',
      'OUT-RUL-002',
      undefined,
    ]);
  });

  test('a note is retracted by its author alone', async () => {
    const id = await incident(analyst);
    const { entries } = await desk.as(analyst, { kind: 'note', record: id, text: 'x', audience: 'internal' });
    const [note] = entries;
    if (!note) throw new Error('No note.');
    const raw = desk.forge(user, { id, type: 'incident' }, { kind: 'retract', entries: [refOf(note)] });
    expect(await told(raw)).toBe('OUT-RUL-007');
  });

  test('what somebody wrote after their role had been taken away is set aside, what they wrote before stands', async () => {
    const before = await incident(analyst);
    first.now = desk.now + minute;
    await first.as(admin, { kind: 'edit', record: analyst, fields: { roles: [] } });
    desk.now += hour;
    const edit = await desk.as(analyst, { kind: 'edit', record: before, fields: { title: 'y' } });
    const found = await codes();
    expect([...found]).toEqual([[refOf(edit.entries[0] as Entry), 'OUT-RUL-002']]);
  });

  test('a clock that is ten years ahead, or without a battery, costs nobody their work', async () => {
    for (const now of [desk.now + 3650 * day, 0]) {
      desk.now = now;
      const id = await incident(analyst);
      await desk.as(analyst, { kind: 'edit', record: id, fields: { title: 'y' } });
    }
    const received = first.now + 2 * day;
    expect([...(await codes({ receivedAt: () => received }))]).toEqual([]);
  });

  test('a role given by a clock that is ahead is a role', async () => {
    first.now += 300 * day;
    const late = await newPerson(first, admin, 'Evans', 'analyst');
    const received = desk.now + 20 * minute;
    desk.receive(first);
    desk.now += hour;
    desk.signIn(late);
    await incident(late);
    expect([...(await codes({ receivedAt: () => received }))]).toEqual([]);
  });

  test('a role taken away by a clock that stands years back takes nothing of what was done meanwhile', async () => {
    const id = await incident(analyst);
    await desk.as(analyst, { kind: 'edit', record: id, fields: { title: 'y' } });
    first.now = Date.UTC(2001, 0, 1);
    await first.as(admin, { kind: 'edit', record: analyst, fields: { roles: [] } });
    const received = desk.now + day;
    expect([...(await codes({ receivedAt: () => received }))]).toEqual([]);
  });

  test('what others did meanwhile, unseen, takes no right away', async () => {
    const fields = { title: 'A laptop', requester: user, contactType: 'phone' };
    const id = await desk.put(user, 'request', fields);
    first.receive(desk);
    first.now = desk.now + minute;
    const base = first.states.get(id)?.create?.ref ?? `${desk.id}:1`;
    // Requesters change a request only while it is new.
    first.forge(
      admin,
      { id, type: 'request' },
      { kind: 'act', action: 'cancel', to: 'cancelled', base, fields: {} },
    );
    desk.now += 2 * minute;
    for (const title of ['Two laptops', 'Three laptops']) {
      await desk.as(user, { kind: 'edit', record: id, fields: { title } });
    }
    expect([...(await codes())]).toEqual([]);
    // Whoever names the act has seen it.
    desk.receive(first);
    const act = desk.log.find(({ body }) => body.kind === 'act' && body.action === 'cancel');
    if (!act) throw new Error('Nobody cancelled it.');
    const late = desk.forge(
      user,
      { id, type: 'request' },
      {
        kind: 'set',
        fields: { title: { value: 'Four', base: [refOf(act)] } },
      },
    );
    expect(await told(late)).toBe('OUT-RUL-002');
  });

  test('nobody gives a role to themself while there is another administrator', async () => {
    const second = await newPerson(first, admin, 'Brown', 'administrator');
    desk.receive(first);
    desk.now += hour;
    desk.signIn(second);
    const raw = desk.forge(
      second,
      { id: second, type: 'person' },
      set('roles', ['administrator', 'approver']),
    );
    expect(await told(raw)).toBe('OUT-RUL-009');
  });

  test('separation of duties holds for what was written past the engine', async () => {
    const boss = await newPerson(first, admin, 'Brown', 'approver', 'analyst');
    desk.receive(first);
    desk.now += hour;
    desk.signIn(boss);
    const id = await desk.put(boss, 'request', { title: 'A laptop', requester: boss, contactType: 'phone' });
    const { create: made } = desk.states.get(id) ?? {};
    if (!made) throw new Error('No request.');
    const raw = desk.forge(
      boss,
      { id, type: 'request' },
      { kind: 'act', action: 'approve', to: 'approved', base: made.ref, fields: {} },
    );
    expect(['OUT-RUL-004', 'OUT-RUL-002']).toContain(await told(raw));
  });

  test('what rests on a gift that was set aside is set aside', async () => {
    const gift = desk.forge(user, { id: user, type: 'person' }, set('roles', ['administrator']));
    const next = desk.forge(user, { id: analyst, type: 'person' }, set('roles', []));
    const found = await codes();
    expect([found.get(refOf(gift)), found.get(refOf(next))]).toEqual(['OUT-RUL-002', 'OUT-RUL-002']);
  });

  test('a record is made once', async () => {
    const raw = desk.forge(analyst, { id: admin, type: 'person' }, create({ name: 'Nobody' }));
    expect(await told(raw)).toBe('OUT-RUL-008');
  });
});

describe('RUL-130 what is not for the judge', () => {
  test('unknown kinds and types stand', async () => {
    desk.forge(user, { id: user, type: 'person' }, { kind: 'to come' } as unknown as EntryBody);
    desk.forge(user, { id: newId('d'), type: 'spaceship' }, create({ name: 'x' }));
    expect([...(await codes())]).toEqual([]);
  });

  test('a device rules on nothing', async () => {
    const ruling: EntryBody = {
      kind: 'rule',
      entries: [`${first.id}:1`],
      verdict: 'aside',
      code: 'OUT-RUL-002',
      reason: 'x',
    };
    expect(await told(desk.forge('', { id: user, type: 'person' }, ruling))).toBe('OUT-RUL-006');
  });
});
