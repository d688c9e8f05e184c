import { expect, test } from 'vitest';
import type { EntryBody } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import { stubDigest, stubOf } from '#shared/changelog/redaction/stub.ts';
import { newRecordId, type EntryRef } from '#shared/kernel/ids.ts';
import { makeVouch } from '#shared/trust/vouch.ts';
import { arrive, joinedUnit } from '#test/support/joined-unit.ts';
import { weak, type Unit } from '#test/support/vouched-unit.ts';
import { allEntries } from '#test/support/workspace.ts';

const word = 'Zanzibarwort';

/** A device at a hub, two administrators, and a place that says the word. */
async function spill() {
  const { unit, elsewhere } = await joinedUnit();
  const { window, maria } = unit;
  const anna = { actor: { ...maria.actor, id: newRecordId(3) }, account: newRecordId(4) };
  const made = await window.data.access.makeCredential('words of the other', weak());
  const person = { name: 'Anna', roles: ['administrator'] };
  const credential = JSON.stringify(made.credential);
  const account = { name: 'Anna', person: anna.actor.id, credential };
  await window.must({ kind: 'create', type: 'person', id: anna.actor.id, fields: person });
  await window.must({ kind: 'create', type: 'account', id: anna.account, fields: account });
  const place = await window.create({ name: `Depot ${word}` }, 'location');
  window.clock.at += 60_000;
  return { unit, elsewhere, place, anna: { ...anna, made } };
}

async function isHeld({ window }: Unit): Promise<boolean> {
  await window.data.redactions.settled();
  return JSON.stringify(await allEntries(window.database)).includes(word);
}

/** The order to redact the place, as the other device writes it, and its answer. */
async function orderFrom({ window }: Unit, elsewhere: string, record: string, place: number) {
  const entry = (await allEntries(window.database)).find((one) => one.record === record)!;
  const stub = stubOf(entry, [])!;
  const entries = [{ entry: refOf(entry), keep: [], stub: stubDigest(stub) }];
  const asked: EntryBody = { kind: 'redact', entries, reason: 'Spill' };
  const of: EntryRef = `${elsewhere}:${place}`;
  const answer: EntryBody = { kind: 'confirm', of };
  return { asked, answer };
}

test('RED-107 an order that a device wrote in the names of two administrators who never signed in there removes nothing', async () => {
  const { unit, elsewhere, place, anna } = await spill();
  const { asked, answer } = await orderFrom(unit, elsewhere, place, 1);
  const about = { type: 'location', record: place };
  await arrive(unit, elsewhere, [
    { ...about, actor: unit.maria.actor.id, body: asked },
    { ...about, actor: anna.actor.id, body: answer },
  ]);
  expect(await isHeld(unit)).toBe(true);
  expect(await unit.window.data.redactions.list()).toMatchObject([
    { order: { state: 'confirmed' }, lacksRight: true, isRemovedHere: false },
  ]);
});

test.each([0, 1])('RED-107 nor where only one of the two signed in there (%i)', async (which) => {
  const { unit, elsewhere, place, anna } = await spill();
  const { maria } = unit;
  const { asked, answer } = await orderFrom(unit, elsewhere, place, 2);
  const about = { type: 'location', record: place };
  const who = which === 0 ? maria : anna;
  const signedIn = { account: who.account, person: who.actor.id, replica: elsewhere };
  const vouch = makeVouch(who.made.secret, signedIn);
  await arrive(unit, elsewhere, [
    { actor: who.actor.id, type: 'account', record: who.account, body: vouch },
    { ...about, actor: maria.actor.id, body: asked },
    { ...about, actor: anna.actor.id, body: answer },
  ]);
  expect(await isHeld(unit)).toBe(true);
});

test('RED-107 an order of two who signed in there removes', async () => {
  const { unit, elsewhere, place, anna } = await spill();
  const { maria } = unit;
  const { asked, answer } = await orderFrom(unit, elsewhere, place, 3);
  const about = { type: 'location', record: place };
  const vouches = [maria, anna].map((who) => ({
    actor: who.actor.id,
    type: 'account',
    record: who.account,
    body: makeVouch(who.made.secret, {
      account: who.account,
      person: who.actor.id,
      replica: elsewhere,
    }),
  }));
  await arrive(unit, elsewhere, [
    ...vouches,
    { ...about, actor: maria.actor.id, body: asked },
    { ...about, actor: anna.actor.id, body: answer },
  ]);
  expect(await isHeld(unit)).toBe(false);
  expect(await unit.window.data.redactions.list()).toMatchObject([
    { lacksRight: false, isRemovedHere: true },
  ]);
});
