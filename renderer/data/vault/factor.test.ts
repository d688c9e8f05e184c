import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { makeCredential, newDerivation } from '#shared/trust/credential.ts';
import { factorPair, openThrough, type CardFactor, type Factor } from '#shared/trust/factor.ts';
import { newDataKey, type KeyRing } from '#shared/trust/key-ring.ts';
import { newRecoveryCode, recoveryPair } from '#shared/trust/recovery-code.ts';
import { cardOf, issue } from '#test/support/certificates.ts';
import { freshName } from '#test/support/workspace.ts';
import { deriveWithArgon2 } from './argon2.ts';
import { DeviceLock, type Holder } from './device-lock.ts';
import { KeyDatabase } from './key-database.ts';
import { factorOpener } from './open-factor.ts';

/** An authenticator: its secret, and how often it was touched. */
const token = { pair: factorPair(new Uint8Array(32).fill(3)), touched: 0 };
const other = factorPair(new Uint8Array(32).fill(4));
const factor: Factor = {
  kind: 'authenticator',
  public: toBase64Url(token.pair.public),
  credential: 'AAAA',
  input: 'BBBB',
};

const reader = { card: cardOf(await issue({ name: 'CN=Nobody' }), []) };
const openCard = (...asked: Parameters<ReturnType<typeof factorOpener>>) =>
  factorOpener(reader.card, () => Date.UTC(2026, 10, 2))(...asked);

let name = '';
let kept: string | null = null;
let answer = token.pair;
let maria: Holder;
let john: Holder;

const lockOf = () =>
  new DeviceLock(name, {
    deriveKey: deriveWithArgon2,
    now: () => 0,
    openFactor: (asked, person, place, grant) => {
      if (asked.kind === 'card') return openCard(asked, person, place, grant);
      token.touched += 1;
      return Promise.resolve(openThrough(answer, place, grant));
    },
    copy: {
      keep: (text) => {
        kept = text;
        return Promise.resolve();
      },
      kept: () => Promise.resolve(kept),
    },
  });

async function holder(id: string, passphrase: string): Promise<Holder> {
  const derivation = { ...newDerivation(), memory: 64, passes: 1 };
  const credential = await makeCredential(passphrase, deriveWithArgon2, { derivation });
  return { id, kind: 'person', name: id, credential };
}

const code = newRecoveryCode();

beforeEach(async () => {
  name = freshName();
  kept = null;
  answer = token.pair;
  token.touched = 0;
  [maria, john] = [await holder('maria', 'hers'), await holder('john', 'his')];
});

async function withFactor(): Promise<KeyRing> {
  const lock = lockOf();
  const ring = (await lock.openRing())!;
  await lock.grant(ring, [maria, john], toBase64Url(recoveryPair(code)!.public));
  await lock.setFactor(ring, 'maria', factor);
  return ring;
}

describe('TRU-145 an authenticator besides the passphrase', () => {
  test('both are needed for that person; others and the recovery code open as before', async () => {
    const ring = await withFactor();
    expect((await lockOf().enter('maria', 'hers')).ring).toEqual(ring);
    expect(token.touched).toBe(1);
    await expect(lockOf().enter('maria', 'wrong')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-002' },
    });
    // Nobody is asked to touch anything for a wrong passphrase.
    expect(token.touched).toBe(1);
    answer = other;
    await expect(lockOf().enter('maria', 'hers')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-001' } });
    expect((await lockOf().enter('john', 'his')).ring).toEqual(ring);
    expect((await lockOf().recover(code)).ring).toEqual(ring);
  });

  test('without anything that could ask for it, the passphrase alone opens nothing', async () => {
    await withFactor();
    const bare = new DeviceLock(name, { deriveKey: deriveWithArgon2, now: () => 0 });
    await expect(bare.enter('maria', 'hers')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-014' } });
  });

  test('new keys, other people and another passphrase leave it, and need it not', async () => {
    const ring = await withFactor();
    const newer: KeyRing = [ring[0], newDataKey(ring)];
    await lockOf().grant(newer, [await holder('maria', 'another')]);
    expect(token.touched).toBe(0);
    expect((await lockOf().enter('maria', 'another')).ring).toEqual(newer);
    expect(token.touched).toBe(1);
  });

  test('taken away, the passphrase is enough again', async () => {
    const ring = await withFactor();
    await lockOf().setFactor(ring, 'maria', undefined);
    expect((await lockOf().enter('maria', 'hers')).ring).toEqual(ring);
    expect(token.touched).toBe(0);
  });

  test('is kept beside the journal with the way in', async () => {
    const ring = await withFactor();
    await new KeyDatabase(name).delete();
    expect(await lockOf().openRing()).toBeUndefined();
    expect((await lockOf().enter('maria', 'hers')).ring).toEqual(ring);
    expect(token.touched).toBe(1);
  });
});

describe('TRU-149 a smart card', () => {
  const edipi = '1234567890';

  /** A card of hers in the reader; the unit trusts its authority. */
  async function insertCard(options?: { readonly agrees: boolean }): Promise<CardFactor> {
    const root = await issue({ name: 'CN=Root', authority: {} });
    const middle = await issue({ name: 'CN=Middle', issuer: root, authority: {} });
    const own = await issue({ name: `CN=ALVAREZ.MARIA.${edipi}`, issuer: middle });
    const card = cardOf(own, [middle], options);
    reader.card = card;
    const { curve, point } = card.agreement;
    return {
      kind: 'card',
      holder: { edipi },
      agreement: { curve, point: toBase64Url(point) },
      anchors: [toBase64Url(root.der)],
      revocations: [],
    };
  }

  async function withCard(card: CardFactor): Promise<KeyRing> {
    const lock = lockOf();
    const ring = (await lock.openRing())!;
    await lock.grant(ring, [maria, john]);
    await lock.setFactor(ring, 'maria', card);
    return ring;
  }

  test('opens besides the passphrase, and not without it', async () => {
    const ring = await withCard(await insertCard());
    expect((await lockOf().enter('maria', 'hers')).ring).toEqual(ring);
    await expect(lockOf().enter('maria', 'wrong')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-002' },
    });
    expect((await lockOf().enter('john', 'his')).ring).toEqual(ring);
  });

  test('opens instead of the passphrase where the way in says so', async () => {
    const ring = await withCard({ ...(await insertCard()), isEnough: true });
    expect((await lockOf().enter('maria', '')).ring).toEqual(ring);
  });

  test('another card of the same person opens nothing; one of another authority is refused', async () => {
    const factor = await insertCard();
    await withCard(factor);
    const hers = reader.card;
    const { agreement } = await insertCard();
    reader.card = { ...hers, agree: reader.card.agree };
    expect(agreement).not.toEqual(factor.agreement);
    await expect(lockOf().enter('maria', 'hers')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-001' } });
    await insertCard();
    await expect(lockOf().enter('maria', 'hers')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-016' } });
  });

  test('without a key for agreement it is looked at besides the passphrase, and never enough', async () => {
    const factor = await insertCard({ agrees: false });
    const ring = await withCard({ ...factor, agreement: undefined, isEnough: true });
    expect((await lockOf().enter('maria', 'hers')).ring).toEqual(ring);
    await expect(lockOf().enter('maria', 'wrong')).rejects.toMatchObject({
      problem: { code: 'OUT-KEY-002' },
    });
    await insertCard();
    await expect(lockOf().enter('maria', 'hers')).rejects.toMatchObject({ problem: { code: 'OUT-KEY-016' } });
  });
});
