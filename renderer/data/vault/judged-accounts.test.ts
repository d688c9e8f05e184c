import { expect, test } from 'vitest';
import type { EntryBody } from '#shared/changelog/entry.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { makeVouch } from '#shared/trust/vouch.ts';
import { arrive, day, joinedUnit } from '#test/support/joined-unit.ts';
import { weak, words, type Unit } from '#test/support/vouched-unit.ts';

const rogueWords = 'words of the rogue';

async function accountFor(unit: Unit, person: string, passphrase: string) {
  const { credential } = await unit.window.data.access.makeCredential(passphrase, weak());
  const text = JSON.stringify(credential);
  const fields = { name: 'Mallory', person, credential: text };
  return { text, body: { kind: 'create', number: 'ACC-7Z-1', version: 0, fields } as const };
}

const opens = ({ window }: Unit, person: string, passphrase: string): Promise<boolean> =>
  window.data.access.signIn(person, passphrase).then(
    () => true,
    () => false,
  );

test.each(['as it is', 'years back'])(
  'TRU-134 an account that a device wrote in the name of an administrator who never signed in there opens nothing, its clock %s',
  async (clock) => {
    const { unit, elsewhere } = await joinedUnit();
    const { window, maria, john } = unit;
    const mallory = newRecordId(3);
    const { text, body } = await accountFor(unit, mallory, rogueWords);
    const as = { actor: maria.actor.id };
    const person = { name: 'Mallory', roles: ['administrator'] };
    const wall = clock === 'as it is' ? undefined : window.clock.at - 3000 * day;
    const takeOver: EntryBody = { kind: 'set', fields: { credential: { value: text, base: [] } } };
    const retire: EntryBody = { kind: 'act', action: 'retire', to: 'retired', base: 'x:1', fields: {} };
    await arrive(
      unit,
      elsewhere,
      [
        { ...as, type: 'person', record: mallory, body: { ...body, fields: person } },
        { ...as, type: 'account', record: newRecordId(4), body },
        { ...as, type: 'account', record: maria.account, body: takeOver },
        { ...as, type: 'account', record: john.account, body: retire },
      ],
      wall,
    );
    expect(await opens(unit, mallory, rogueWords)).toBe(false);
    expect(await opens(unit, maria.actor.id, rogueWords)).toBe(false);
    expect(await opens(unit, maria.actor.id, words)).toBe(true);
    expect(await opens(unit, john.actor.id, words)).toBe(true);
    expect(window.data.access.isOut).toBe(false);
  },
);

test('TRU-134 what she writes where she vouched opens this device, and closes it', async () => {
  const { unit, elsewhere } = await joinedUnit();
  const { window, maria, john } = unit;
  const anna = newRecordId(3);
  const { body } = await accountFor(unit, anna, 'words of the other');
  const as = { actor: maria.actor.id };
  const signedIn = { account: maria.account, person: maria.actor.id, replica: elsewhere };
  const made = window.data.config.get(john.account)!;
  const row = await window.database.records.get(made.id);
  const retire: EntryBody = {
    kind: 'act',
    action: 'retire',
    to: 'retired',
    base: row!.state.create!.ref,
    fields: {},
  };
  await arrive(unit, elsewhere, [
    { ...as, type: 'account', record: maria.account, body: makeVouch(maria.made.secret, signedIn) },
    {
      ...as,
      type: 'person',
      record: anna,
      body: { ...body, fields: { name: 'Anna', roles: ['analyst'] } },
    },
    { ...as, type: 'account', record: newRecordId(4), body },
    { ...as, type: 'account', record: john.account, body: retire },
  ]);
  expect(await opens(unit, anna, 'words of the other')).toBe(true);
  expect(await opens(unit, john.actor.id, words)).toBe(false);
});

test('TRU-135 whoever’s account was closed elsewhere is out', async () => {
  const { unit } = await joinedUnit();
  const { window, maria, john } = unit;
  await opens(unit, john.actor.id, words);
  expect(window.data.access.isOut).toBe(false);
  window.data.setActor(maria.actor);
  await window.must({ kind: 'act', record: john.account, action: 'retire', inputs: {} });
  await window.data.access.follow();
  expect(window.data.access.isOut).toBe(true);
});
