import { expect, test } from 'vitest';
import { chainEntries, noHead, type Draft } from '#shared/changelog/chain.ts';
import type { EntryBody } from '#shared/changelog/entry.ts';
import { newRecordId, newReplicaId } from '#shared/kernel/ids.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { signDirectory } from '#shared/sync/directory.ts';
import { newKeys } from '#shared/sync/keys.ts';
import { makeVouch } from '#shared/trust/vouch.ts';
import { vouchedUnit, weak, words, type Unit } from '#test/support/vouched-unit.ts';
import { receiveRuns } from '../receive.ts';
import { putHub } from '../sync/hub-rows.ts';
import { hashEntry } from '#shared/changelog/codec.ts';

const day = 86_400_000;
const rogueWords = 'words of the rogue';

/** A unit that has joined a hub, at which another device is enrolled. */
async function joined(): Promise<{ readonly unit: Unit; readonly elsewhere: string }> {
  const unit = await vouchedUnit();
  const [hub, elsewhere] = [newReplicaId(), newReplicaId()];
  const { replica } = unit.window.data.identity;
  const keys = newKeys();
  const known = (id: string, kind: 'hub' | 'device') => ({
    replica: id,
    kind,
    name: kind,
    shortCode: '7A',
    signKey: keys.sign.public,
    boxKey: keys.box.public,
  });
  const replicas = [known(hub, 'hub'), known(replica, 'device'), known(elsewhere, 'device')];
  await putHub(unit.window.database, {
    id: hub,
    name: 'Hub',
    address: '',
    workspace: { id: 'w', name: '', marking: '' },
    signKey: keys.sign.public,
    boxKey: keys.box.public,
    replica,
    profile: 'manual',
    enrolledAt: 0,
    directory: signDirectory(keys.sign.secret, { workspace: 'w', version: 1, hub, replicas }),
  });
  return { unit, elsewhere };
}

/** Entries of another device arrive, a day after the unit was made. @param wall what its clock says. */
async function arrive(
  { window }: Unit,
  replica: string,
  said: readonly {
    readonly actor: string;
    readonly type: string;
    readonly record: string;
    readonly body: EntryBody;
  }[],
  wall = window.clock.at + day,
): Promise<void> {
  const drafts = said.map((one, index): Draft => ({ ...one, stamp: { wall, counter: 50 + index } }));
  const { entries } = chainEntries(replica, noHead, drafts);
  const run = { entries, hash: hashEntry(entries.at(-1)!), receivedAt: window.clock.at + day };
  const { n } = await receiveRuns(window.database, catalogue, [run]);
  window.announceForeign(n);
  await window.data.reloadConfig();
  await window.data.access.follow();
}

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
    const { unit, elsewhere } = await joined();
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
  const { unit, elsewhere } = await joined();
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
  const { unit } = await joined();
  const { window, maria, john } = unit;
  await opens(unit, john.actor.id, words);
  expect(window.data.access.isOut).toBe(false);
  window.data.setActor(maria.actor);
  await window.must({ kind: 'act', record: john.account, action: 'retire', inputs: {} });
  await window.data.access.follow();
  expect(window.data.access.isOut).toBe(true);
});
