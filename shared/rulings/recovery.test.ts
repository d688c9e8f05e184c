import { beforeEach, expect, test } from 'vitest';
import { asideOf } from '#test/support/judged.ts';
import {
  credentialOf,
  day,
  hour,
  Laptop,
  minute,
  newPerson,
  recoveryOf,
  ruledUnit,
} from '#test/support/ruled-unit.ts';
import type { Entry, EntryBody } from '../changelog/entry.ts';
import { refOf } from '../changelog/fold.ts';
import { catalogue } from '../processes/catalogue.ts';
import { newRecoveryCode } from '../trust/recovery-code.ts';
import { makeVouch } from '../trust/vouch.ts';

let first: Laptop;
let admin: string;
/** Another administrator, who never signed in anywhere. */
let other: string;
let analyst: string;
/** A laptop where Clark, an analyst, has signed in, and no administrator. */
let desk: Laptop;
const code = newRecoveryCode();

beforeEach(async () => {
  ({ first, admin } = await ruledUnit());
  await first.newCode(admin, code);
  analyst = await newPerson(first, admin, 'Clark', 'analyst');
  other = await newPerson(first, admin, 'Evans', 'administrator');
  desk = new Laptop('B');
  desk.now = first.now + hour;
  desk.receive(first);
  desk.signIn(analyst);
});

/** Codes of what is set aside among what the laptops wrote; in the order in which it was told to somebody. */
async function codes(...logs: readonly (readonly Entry[])[]): Promise<ReadonlyMap<string, string>> {
  const told = logs.length > 0 ? logs.flat() : [...first.log, ...desk.log];
  const all = new Map(told.map((entry) => [refOf(entry), entry]));
  const aside = await asideOf(catalogue, [...all.values()]);
  return new Map([...aside].map(([ref, verdict]) => [ref, verdict.code]));
}

const passphrase = (key: string): EntryBody => ({
  kind: 'set',
  fields: { credential: { value: credentialOf(key), base: [] } },
});

/** A new passphrase for the person. */
const renewed = (person: string, key = 'another key'): Entry =>
  desk.forge(person, { id: desk.accountOf(person), type: 'account' }, passphrase(key));

const phone = (person: string): Entry =>
  desk.forge(
    person,
    { id: analyst, type: 'person' },
    { kind: 'set', fields: { phone: { value: '1', base: [] } } },
  );

test('RUL-111 the holder of the recovery code sits where they say, for whom they say', async () => {
  desk.recover(admin, code);
  renewed(admin);
  desk.now += day;
  phone(admin);
  expect([...(await codes())]).toEqual([]);
  const elsewhere = phone(other);
  expect([...(await codes())]).toEqual([[refOf(elsewhere), 'OUT-RUL-001']]);
});

test('RUL-111 two administrators: each is recovered by their own word', async () => {
  desk.recover(admin, code);
  desk.recover(other, code);
  renewed(admin);
  renewed(other, 'his key');
  expect([...(await codes())]).toEqual([]);
});

test('RUL-111 without the code nobody does', async () => {
  const forged = [
    desk.recover(admin, newRecoveryCode()),
    desk.forge(
      admin,
      { id: desk.accountOf(admin), type: 'account' },
      {
        ...makeVouch(recoveryOf(newRecoveryCode()).secret, signedIn(admin), 'recovery'),
        key: recoveryOf(code).sign,
      },
    ),
    renewed(admin),
  ];
  const found = await codes();
  expect(forged.map((entry) => found.get(refOf(entry)))).toEqual([
    'OUT-RUL-005',
    'OUT-RUL-005',
    'OUT-RUL-001',
  ]);
});

test('RUL-111 the word for another, for another replica, or as the person’s own proves nothing', async () => {
  const { secret } = recoveryOf(code);
  const account = { id: desk.accountOf(admin), type: 'account' };
  const forged = [
    desk.forge(admin, account, makeVouch(secret, signedIn(other), 'recovery')),
    desk.forge(admin, account, makeVouch(secret, { ...signedIn(admin), replica: first.id }, 'recovery')),
    desk.forge(admin, account, makeVouch(secret, signedIn(admin))),
    desk.forge(admin, account, { ...makeVouch(secret, signedIn(admin)), by: 'recovery' }),
    renewed(admin),
  ];
  const found = await codes();
  expect(forged.map((entry) => found.get(refOf(entry)))).toEqual([
    ...forged.slice(1).map(() => 'OUT-RUL-005'),
    'OUT-RUL-001',
  ]);
});

test('RUL-112 a code counts from when an administrator gave it to the unit', async () => {
  const own = newRecoveryCode();
  const { recoveryKey = '', recoverySign = '' } = recoveryOf(own).fields;
  const given = desk.forge(
    analyst,
    { id: desk.unit, type: 'unit' },
    {
      kind: 'set',
      fields: {
        recoveryKey: { value: recoveryKey, base: [] },
        recoverySign: { value: recoverySign, base: [] },
      },
    },
  );
  const vouch = desk.recover(admin, own);
  const found = await codes();
  expect([given, vouch].map((entry) => found.get(refOf(entry)))).toEqual(['OUT-RUL-002', 'OUT-RUL-005']);
});

test('RUL-112 a new code ends the one before for what is written later, and for nothing else', async () => {
  desk.recover(admin, code);
  const before = renewed(admin);
  first.now = desk.now + hour;
  await first.newCode(admin, newRecoveryCode());
  desk.now = first.now + minute;
  const vouch = desk.recover(other, code);
  const after = renewed(other);
  expect([...(await codes(desk.log, first.log))]).toEqual([
    [refOf(vouch), 'OUT-RUL-005'],
    [refOf(after), 'OUT-RUL-001'],
  ]);
  phone(admin);
  expect((await codes()).get(refOf(before))).toBeUndefined();
});

test('RUL-112 the code that a laptop has not heard of counts, also where it comes later than what it proves', async () => {
  const next = newRecoveryCode();
  await first.newCode(admin, next);
  desk.recover(admin, next);
  renewed(admin);
  const [last] = first.log.slice(-1);
  const without = first.log.filter((entry) => entry !== last);
  expect([...(await codes(without, desk.log, [last!]))]).toEqual([]);
});

test('RUL-112 of two codes that were made apart either counts until the next one', async () => {
  const [one, two, third] = [newRecoveryCode(), newRecoveryCode(), newRecoveryCode()];
  first.now = desk.now + minute;
  await first.newCode(admin, one);
  desk.recover(admin, code);
  renewed(admin);
  await desk.newCode(admin, two);
  desk.now += hour;
  desk.receive(first);
  desk.recover(other, one);
  const again = new Laptop('C');
  again.now = desk.now;
  again.receive(desk);
  again.recover(other, two);
  again.now += hour;
  await again.newCode(other, third);
  again.now += minute;
  const late = again.recover(admin, one);
  expect([...(await codes(first.log, desk.log, again.log))]).toEqual([[refOf(late), 'OUT-RUL-005']]);
});

test('RUL-112 a code without a key to sign with, as earlier versions make it, ends the one before too', async () => {
  const { recoveryKey = '' } = recoveryOf(newRecoveryCode()).fields;
  await first.as(admin, { kind: 'edit', record: first.unit, fields: { recoveryKey } });
  desk.now = first.now + hour;
  const vouch = desk.recover(admin, code);
  expect([...(await codes())]).toEqual([[refOf(vouch), 'OUT-RUL-005']]);
});

test.each([{ by: 'somebody' }, { signature: 5 }])(
  'RUL-110 a vouch that cannot be read proves nothing: %j',
  async (odd) => {
    const body = { ...makeVouch(recoveryOf(code).secret, signedIn(admin)), ...odd } as unknown as EntryBody;
    desk.forge(admin, { id: desk.accountOf(admin), type: 'account' }, body);
    const entry = phone(admin);
    expect((await codes()).get(refOf(entry))).toBe('OUT-RUL-001');
  },
);

const signedIn = (person: string) => ({ account: desk.accountOf(person), person, replica: desk.id });
