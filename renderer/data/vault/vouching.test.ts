import { expect, test } from 'vitest';
import { textOf } from '#shared/definition/record.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { parseCredential } from '#shared/trust/credential.ts';
import { isVouchSound } from '#shared/trust/vouch.ts';
import { vouchedUnit, weak, words, type Somebody, type Unit } from '#test/support/vouched-unit.ts';
import { allEntries, auditDatabase, type TestWindow } from '#test/support/workspace.ts';
import { renewIdentity } from '../identity.ts';

async function sits({ window }: Unit, { actor }: Somebody): Promise<void> {
  await window.data.access.signIn(actor.id, words);
  window.data.setActor(actor);
}

/** Whoever is at the desk writes something. */
function called(window: TestWindow): Promise<string> {
  const requester = window.data.actor?.id ?? '';
  return window.create({ title: 'Mast is dark', requester }, 'incident');
}

/** Who vouched where, in order, and that each of them said the truth. */
async function vouches({ window }: Unit): Promise<readonly (readonly [person: string, seq: number])[]> {
  const entries = await allEntries(window.database);
  return entries.flatMap(({ body, actor, record, replica, seq }) => {
    if (body.kind !== 'vouch') return [];
    expect(isVouchSound(body, { account: record, person: actor, replica })).toBe(true);
    return [[actor, seq] as const];
  });
}

async function last({ window }: Unit): Promise<Entry> {
  const entries = await allEntries(window.database);
  return entries.at(-1)!;
}

test('TRU-130 whoever makes a unit vouches before all else, and once', async () => {
  const one = await vouchedUnit();
  await called(one.window);
  expect(await vouches(one)).toEqual([[one.maria.actor.id, 1]]);
  expect(await auditDatabase(one.window.database, catalogue)).toEqual([]);
});

test('TRU-130 somebody else who sits down vouches at once, and not again when they come back', async () => {
  const one = await vouchedUnit();
  const { window, maria, john } = one;
  await sits(one, john);
  await expect.poll(() => vouches(one)).toHaveLength(2);
  await sits(one, maria);
  await called(window);
  await sits(one, john);
  await called(window);
  expect(await vouches(one)).toEqual([
    [maria.actor.id, 1],
    [john.actor.id, 7],
  ]);
});

test('TRU-130 under a new replica id the vouch stands before the first entry, whatever that is', async () => {
  const one = await vouchedUnit();
  const { window, maria } = one;
  const renewed = await renewIdentity(window.database);
  window.announceForeign(0);
  await called(window);
  const entries = (await allEntries(window.database)).filter(({ replica }) => replica === renewed?.replica);
  expect(entries.map(({ seq, actor, body }) => [seq, actor, body.kind])).toEqual([
    [1, maria.actor.id, 'vouch'],
    [2, maria.actor.id, 'create'],
  ]);
});

test('TRU-131 an account of a version without vouches gets its key at the next sign-in, with the same passphrase', async () => {
  const one = await vouchedUnit(true);
  const { window, john } = one;
  await sits(one, john);
  await expect.poll(async () => (await vouches(one)).length).toBe(2);
  const account = window.data.config.get(john.account);
  expect(parseCredential(textOf(account!, 'credential'))).toEqual(john.made.credential);
  expect(account?.updatedBy).toBe(john.actor.id);
  await called(window);
  expect(await vouches(one)).toHaveLength(2);
});

test('TRU-132 after a new passphrase the person vouches with the new key', async () => {
  const one = await vouchedUnit();
  const { window, maria } = one;
  const made = await window.data.access.makeCredential('another set of words', weak());
  const credential = JSON.stringify(made.credential);
  await window.must({ kind: 'edit', record: maria.account, fields: { credential } });
  window.data.access.renew(made);
  await expect.poll(() => vouches(one)).toHaveLength(2);
  expect((await last(one)).body).toMatchObject({ kind: 'vouch', key: made.credential.sign });
});

test('TRU-133 nobody vouches for somebody else', async () => {
  const one = await vouchedUnit();
  const { window, john } = one;
  window.data.setActor(john.actor);
  await called(window);
  expect(await vouches(one)).toHaveLength(1);
});
