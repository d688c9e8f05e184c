import { expect, onTestFinished, test } from 'vitest';
import type { EntryBody } from '#shared/changelog/entry.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { recoveryPair } from '#shared/trust/recovery-code.ts';
import { signPairOf } from '#shared/trust/sign-key.ts';
import { makeVouch } from '#shared/trust/vouch.ts';
import { arrive, day, joinedUnit } from '#test/support/joined-unit.ts';
import { testDevice } from '#test/support/vault.ts';
import { vouchedUnit, weak, words, type Unit } from '#test/support/vouched-unit.ts';
import { allEntries, TestWindow } from '#test/support/workspace.ts';

const newWords = 'quite another thing';

interface Administrator {
  readonly actor: Actor;
  readonly account: string;
}

/** The unit gets a recovery code. @returns it. */
async function codeFor({ window, maria }: Unit, without: readonly string[] = []): Promise<string> {
  window.clock.at += day;
  window.data.setActor(maria.actor);
  const { code, fields } = window.data.access.makeRecovery();
  const kept = Object.entries(fields).filter(([field]) => !without.includes(field));
  const values: FieldValues = Object.fromEntries(kept);
  await window.must({ kind: 'edit', record: window.data.unit!.id, fields: values });
  await window.data.access.follow();
  return code;
}

/** Anna, an administrator who never signed in anywhere. */
async function newAdministrator({ window, maria }: Unit): Promise<Administrator> {
  window.data.setActor(maria.actor);
  const { credential } = await window.data.access.makeCredential('words of Anna', weak());
  const id = newRecordId(3);
  await window.must({
    kind: 'create',
    type: 'person',
    id,
    fields: { name: 'Anna', roles: ['administrator'] },
  });
  const fields = { name: 'Anna', person: id, credential: JSON.stringify(credential) };
  const { record: account } = await window.must({ kind: 'create', type: 'account', fields });
  await window.data.access.follow();
  return { actor: { id, roles: ['administrator'], teams: [] }, account };
}

/** The device is opened with the code, and the person gets a passphrase, as the page does it. */
async function recover({ window }: Unit, code: string, who: Administrator): Promise<TestWindow> {
  const { lock } = testDevice(window.database);
  const recovered = await lock.recover(code);
  lock.close();
  const opened = await TestWindow.open({ name: window.database.name, catalogue, recovered });
  onTestFinished(() => opened.close());
  opened.clock.at = window.clock.at + day;
  await opened.data.access.follow();
  opened.data.setActor(who.actor);
  const made = await opened.data.access.makeCredential(newWords, weak());
  const credential = JSON.stringify(made.credential);
  await opened.must({ kind: 'edit', record: who.account, fields: { credential } });
  await opened.data.access.follow();
  return opened;
}

const opens = ({ data }: TestWindow, { actor }: Administrator, passphrase: string): Promise<boolean> =>
  data.access.signIn(actor.id, passphrase).then(
    () => true,
    () => false,
  );

/** Kinds of what was written about the account, and who vouched. */
async function saidOf({ database }: TestWindow, { account }: Administrator): Promise<readonly string[]> {
  const entries = (await allEntries(database)).filter(({ record }) => record === account);
  return entries.map(({ body }) => (body.kind === 'vouch' ? `vouch by ${body.by ?? 'person'}` : body.kind));
}

test.each([
  ['a hub', joinedUnit],
  ['no hub', async () => ({ unit: await vouchedUnit() })],
])(
  'TRU-136 the recovery code gives an administrator who never signed in there a passphrase, on a laptop with %s',
  async (_, make) => {
    const { unit } = await make();
    const code = await codeFor(unit);
    const anna = await newAdministrator(unit);
    const window = await recover(unit, code, anna);
    expect(await opens(window, anna, words)).toBe(false);
    expect(await opens(window, anna, newWords)).toBe(true);
    const said = ['create', 'vouch by recovery', 'set', 'vouch by person'];
    await expect.poll(() => saidOf(window, anna)).toEqual(said);
  },
);

test('TRU-136 once somebody is at the desk the code says nothing more', async () => {
  const { unit } = await joinedUnit();
  const code = await codeFor(unit);
  const anna = await newAdministrator(unit);
  const window = await recover(unit, code, anna);
  expect(await opens(window, anna, newWords)).toBe(true);
  expect(window.data.access.recovery).toBeUndefined();
  window.data.setActor(unit.john.actor);
  await window.create({ title: 'Mast is dark', requester: unit.john.actor.id }, 'incident');
  const { account } = unit.john;
  expect(await saidOf(window, { ...unit.john, account })).not.toContain('vouch by recovery');
});

test('TRU-136 a code that an earlier version made vouches for nobody', async () => {
  const { unit } = await joinedUnit();
  const code = await codeFor(unit, ['recoverySign']);
  const anna = await newAdministrator(unit);
  const window = await recover(unit, code, anna);
  expect(await saidOf(window, anna)).toEqual(['create', 'set']);
  expect(await opens(window, anna, newWords)).toBe(false);
});

test.each([true, false])(
  'TRU-137 what was recovered elsewhere holds here, with the unit’s code: %s',
  async (isRight) => {
    const { unit, elsewhere } = await joinedUnit();
    const { window, maria } = unit;
    const code = await codeFor(unit);
    const used = isRight ? code : window.data.access.makeRecovery().code;
    const { secret } = signPairOf(recoveryPair(used)!);
    const made = await window.data.access.makeCredential(newWords, weak());
    const credential = { value: JSON.stringify(made.credential), base: [] };
    const about = { actor: maria.actor.id, type: 'account', record: maria.account };
    const signedIn = { account: maria.account, person: maria.actor.id, replica: elsewhere };
    await arrive(unit, elsewhere, [
      { ...about, body: makeVouch(secret, signedIn, 'recovery') },
      { ...about, body: { kind: 'set', fields: { credential } } },
    ]);
    expect(await opens(window, maria, newWords)).toBe(isRight);
    expect(await opens(window, maria, words)).toBe(!isRight);
  },
);

test('TRU-138 a new recovery code opens the device at once, and the one before does not', async () => {
  const unit = await vouchedUnit();
  const [old, next] = [await codeFor(unit), await codeFor(unit)];
  const { lock } = testDevice(unit.window.database);
  await expect(lock.recover(old)).rejects.toMatchObject({ problem: { code: 'OUT-KEY-005' } });
  expect((await lock.recover(next)).ring).toEqual(unit.window.data.ring);
  lock.close();
});

test('TRU-138 a code that somebody without the right gave to the unit opens nothing', async () => {
  const { unit, elsewhere } = await joinedUnit();
  const { window, maria } = unit;
  const code = await codeFor(unit);
  const rogue = window.data.access.makeRecovery();
  const fields = Object.entries(rogue.fields).map(([field, value]) => [field, { value, base: [] }] as const);
  const body: EntryBody = { kind: 'set', fields: Object.fromEntries(fields) };
  await arrive(unit, elsewhere, [
    { actor: maria.actor.id, type: 'unit', record: window.data.unit!.id, body },
  ]);
  const { lock } = testDevice(window.database);
  await expect(lock.recover(rogue.code)).rejects.toMatchObject({ problem: { code: 'OUT-KEY-005' } });
  expect((await lock.recover(code)).ring).toEqual(window.data.ring);
  lock.close();
});
