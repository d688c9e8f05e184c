import { expect, test } from 'vitest';
import { isStatementSound } from '#shared/trust/statement.ts';
import { allEntries } from '#test/support/workspace.ts';
import { refOf } from '#shared/changelog/fold.ts';
import { vouchedUnit, weak, words } from '#test/support/vouched-unit.ts';
import { textOf } from '#shared/definition/record.ts';
import { Signing } from './signing.ts';

const use = 'outpost-test/1';

test('ASM-343 whoever is at the desk signs with their own key, and nobody for somebody else', async () => {
  const { window, maria, john } = await vouchedUnit();
  const { signing } = window.data;
  const { actor, made } = maria;
  const signed = signing.sign(actor.id, 'Maria', use, { says: 'yes' });
  expect(signed.key).toBe(made.credential.sign);
  expect(isStatementSound(use, signed)).toBe(true);
  expect(isStatementSound(use, { ...signed, statement: { says: 'no' } })).toBe(false);
  expect([signing.canSign(actor.id), signing.canSign(john.actor.id)]).toEqual([true, false]);
  expect(() => signing.sign(john.actor.id, 'John', use, {})).toThrow(
    'John opened this device without a passphrase, so nothing here can sign in their name.',
  );
});

test('ASM-342 who sits there without a secret signs nothing', async () => {
  const { window, maria } = await vouchedUnit();
  const { access } = window.data;
  const seat = { person: maria.actor.id, credential: maria.made.credential.public };
  const byCard = new Signing({
    database: window.database,
    access: { seat, accountRecords: () => access.accountRecords(), rightEntries: () => undefined },
  });
  expect(byCard.canSign(maria.actor.id)).toBe(false);
  expect(() => byCard.sign(maria.actor.id, 'Maria', use, {})).toThrow('without a passphrase');
});

test('ASM-343 keys are those that the person’s account ever had, also after a new passphrase and after it was closed', async () => {
  const { window, maria, john } = await vouchedUnit();
  const { signing, access } = window.data;
  const first = john.made.credential.sign;
  expect(await signing.keysOf(john.actor.id)).toEqual([first]);
  const made = await access.makeCredential('another set of words', weak());
  const credential = JSON.stringify(made.credential);
  await window.must({ kind: 'edit', record: john.account, fields: { credential } });
  expect(await signing.keysOf(john.actor.id)).toEqual([first, made.credential.sign]);
  expect(await signing.keysOf(maria.actor.id)).toEqual([maria.made.credential.sign]);
  await window.must({ kind: 'act', record: john.account, action: 'retire', inputs: {} });
  expect(textOf(window.data.config.get(john.account)!, 'person')).toBe(john.actor.id);
  expect(await signing.keysOf(john.actor.id)).toHaveLength(2);
  expect(await signing.keysOf('nobody')).toBeUndefined();
});

test('ASM-343 a vouch alone, with a key that the account never had, makes no key known', async () => {
  const { window, john } = await vouchedUnit();
  const { access, signing } = window.data;
  await access.signIn(john.actor.id, words);
  const made = await access.makeCredential('another set of words', weak());
  access.renew(made);
  window.data.setActor(john.actor);
  expect(await signing.keysOf(john.actor.id)).toEqual([john.made.credential.sign]);
});

test('ASM-343 a key that a hub set aside is none of the person’s', async () => {
  const { window, john } = await vouchedUnit();
  const made = await window.data.access.makeCredential('another set of words', weak());
  const credential = JSON.stringify(made.credential);
  await window.must({ kind: 'edit', record: john.account, fields: { credential } });
  const entries = (await allEntries(window.database)).filter(({ record }) => record === john.account);
  const last = entries.at(-1)!;
  const body = {
    kind: 'rule',
    entries: [refOf(last)],
    verdict: 'aside',
    code: 'OUT-RUL-001',
    reason: '',
  } as const;
  const ruling = {
    ...last,
    actor: '',
    replica: 'HUBHUBHUBHU',
    seq: 1,
    body,
    stamp: { ...last.stamp, wall: last.stamp.wall + 1 },
  };
  const { access } = window.data;
  const ruled = new Signing({
    database: window.database,
    access: {
      seat: undefined,
      accountRecords: () => access.accountRecords(),
      rightEntries: () => [...entries, ruling],
    },
  });
  expect(await ruled.keysOf(john.actor.id)).toEqual([john.made.credential.sign]);
});
