import { beforeAll, describe, expect, test } from 'vitest';
import { verifyRsa } from '#renderer/data/vault/verify-rsa.ts';
import { encodeUtf8 } from '../../kernel/platform.ts';
import {
  cardOf,
  issue,
  KeyUsageFlags,
  revoke,
  type CertificateWish,
  type Issued,
} from '#test/support/certificates.ts';
import { grantToCard, openWithCard } from './card-grant.ts';
import { checkChain, type ChainAnswer, type ChainOrder } from './check-chain.ts';
import { parseRevocations, type RevocationList } from './revocations.ts';
import { demandHolder, proveCard } from './smart-card.ts';

const at = Date.UTC(2026, 10, 2);
const person = { name: 'CN=ALVAREZ.MARIA.Q.1234567890', principal: '1234567890@mil' };
const clientAuthentication = '1.3.6.1.5.5.7.3.2';
const serverAuthentication = '1.3.6.1.5.5.7.3.1';

let root: Issued;
let middle: Issued;
let leaf: Issued;

beforeAll(async () => {
  root = await issue({ name: 'CN=Root', authority: {} });
  middle = await issue({ name: 'CN=Middle', issuer: root, authority: { pathLength: 0 } });
  leaf = await issue({ ...person, issuer: middle, purposes: [clientAuthentication] });
});

const order = (more: Partial<ChainOrder> = {}): ChainOrder => ({
  chain: [leaf.der, middle.der],
  anchors: [root.der],
  revocations: [],
  at,
  verifyRsa,
  ...more,
});

async function faultOf(more: Partial<ChainOrder>): Promise<string | undefined> {
  const answer: ChainAnswer = await checkChain(order(more));
  return answer.isTrusted ? undefined : answer.fault;
}

/** Of the usual chain with another certificate at its end. */
async function faultOfLeaf(wish: Partial<CertificateWish>): Promise<string | undefined> {
  const other = await issue({ ...person, issuer: middle, ...wish });
  return faultOf({ chain: [other.der, middle.der] });
}

async function listOf(...args: Parameters<typeof revoke>): Promise<RevocationList> {
  const list = parseRevocations(await revoke(...args));
  if (!list) throw new Error('The list cannot be read.');
  return list;
}

describe('TRU-147 the chain of a card', () => {
  test('leads from the person over an authority in between to one that the unit trusts', async () => {
    expect(await checkChain(order())).toMatchObject({ isTrusted: true, revokedUpTo: undefined });
    // The unit may trust the one in between itself.
    expect(await faultOf({ anchors: [middle.der] })).toBeUndefined();
  });

  test.each(['rsa', 'ecdsa'] as const)('holds with keys of %s', async (kind) => {
    const top = await issue({ name: 'CN=Top', kind, authority: {} });
    const below = await issue({ name: 'CN=Below', kind, issuer: top, authority: {} });
    const own = await issue({ ...person, kind, issuer: below });
    expect(await faultOf({ chain: [own.der, below.der], anchors: [top.der] })).toBeUndefined();
  });

  test('ends nowhere without the one in between, and at another root of the same name', async () => {
    const unknown = 'leads to no authority that this unit trusts';
    expect(await faultOf({ chain: [leaf.der] })).toBe(unknown);
    const other = await issue({ name: 'CN=Root', authority: {} });
    expect(await faultOf({ anchors: [other.der] })).toBe(unknown);
    expect(await faultOf({ anchors: [] })).toBe(unknown);
  });

  test('a byte that was altered anywhere in the signed part is noticed', async () => {
    for (const index of [40, 120, 200]) {
      const der = leaf.der.slice();
      der[index] = (der[index] ?? 0) ^ 1;
      expect(await faultOf({ chain: [der, middle.der] })).toBeDefined();
    }
    expect(await faultOf({ chain: [new Uint8Array([1, 2, 3])] })).toBe('cannot be read');
  });

  test('weak keys sign nothing', async () => {
    const weak = await issue({ name: 'CN=Weak', kind: 'weak', authority: {} });
    const own = await issue({ ...person, issuer: weak });
    expect(await faultOf({ chain: [own.der], anchors: [weak.der] })).toContain('no authority');
  });

  test('dates count at the instant, of authorities too', async () => {
    expect(await faultOf({ at: Date.UTC(2023, 0, 1) })).toContain('valid from 2024-01-01');
    expect(await faultOf({ at: Date.UTC(2031, 0, 1) })).toContain('ended on 2030-01-01');
    const old = await issue({ name: 'CN=Old', issuer: root, to: '2025-01-01', authority: {} });
    const own = await issue({ ...person, issuer: old });
    expect(await faultOf({ chain: [own.der, old.der] })).toContain(
      'authority whose certificate ended on 2025-01-01',
    );
  });

  test('who may not issue issues nothing', async () => {
    const colleague = await issue({ name: 'CN=Colleague', issuer: middle });
    const forged = await issue({ ...person, issuer: colleague });
    const chain = [forged.der, colleague.der, middle.der];
    expect(await faultOf({ chain })).toBe('was issued by one that may issue none');
    const mute = await issue({ name: 'CN=Mute', issuer: root, authority: {}, usages: KeyUsageFlags.cRLSign });
    const own = await issue({ ...person, issuer: mute });
    expect(await faultOf({ chain: [own.der, mute.der] })).toContain('may not sign others');
    const low = await issue({ name: 'CN=Low', issuer: middle, authority: {} });
    const tooLow = await issue({ ...person, issuer: low });
    expect(await faultOf({ chain: [tooLow.der, low.der, middle.der] })).toContain('further below');
  });

  test('a certificate for something else signs nobody in', async () => {
    expect(await faultOfLeaf({ usages: KeyUsageFlags.keyEncipherment })).toContain('may not sign');
    expect(await faultOfLeaf({ purposes: [serverAuthentication] })).toContain('other purposes');
    expect(await faultOfLeaf({ authority: {} })).toContain('of an authority');
    expect(await faultOfLeaf({})).toBeUndefined();
  });
});

describe('TRU-148 revocations that an administrator brought', () => {
  test('a card on the list is refused, also one whose authority is', async () => {
    expect(await faultOf({ revocations: [await listOf(middle, [leaf], '2026-10-01')] })).toBe(
      'was revoked by its authority',
    );
    expect(await faultOf({ revocations: [await listOf(root, [middle], '2026-10-01')] })).toContain(
      'an authority that was revoked',
    );
  });

  test('how old the knowledge is, is told: of the oldest, and of none where a list is missing', async () => {
    const [ofMiddle, ofRoot] = [await listOf(middle, [], '2026-10-01'), await listOf(root, [], '2026-06-01')];
    const told = async (revocations: RevocationList[]) => checkChain(order({ revocations }));
    expect(await told([ofMiddle])).toMatchObject({ isTrusted: true, revokedUpTo: undefined });
    expect(await told([ofMiddle, ofRoot])).toMatchObject({ revokedUpTo: Date.UTC(2026, 5, 1) });
  });

  test('a list that somebody else made counts for nothing', async () => {
    const other = await issue({ name: 'CN=Middle', issuer: root, authority: {} });
    expect(await faultOf({ revocations: [await listOf(other, [leaf], '2026-10-01')] })).toBeUndefined();
    expect(parseRevocations(new Uint8Array([1, 2]))).toBeUndefined();
  });

  test('a list that could not be read to its end is none', async () => {
    expect(parseRevocations(await revoke(middle, [leaf], '2026-10-01', ''))).toBeUndefined();
  });
});

describe('TRU-149 what a card proves', () => {
  const asked = () => ({ anchors: [root.der], revocations: [], at, verifyRsa });

  test('its holder, by what the authority wrote and a signature over what nobody knew before', async () => {
    const holder = await proveCard(cardOf(leaf, [middle]), asked());
    expect(holder).toMatchObject({ edipi: '1234567890', principal: '1234567890@mil' });
    const byName = await issue({ name: person.name, issuer: middle });
    expect(await proveCard(cardOf(byName, [middle]), asked())).toMatchObject({
      edipi: '1234567890',
      principal: undefined,
    });
  });

  test('who shows the certificate without its key proves nothing', async () => {
    const thief = cardOf(await issue({ ...person }), []);
    const shown = { ...thief, chain: () => Promise.resolve([leaf.der, middle.der]) };
    await expect(proveCard(shown, asked())).rejects.toMatchObject({ problem: { code: 'OUT-KEY-016' } });
    // What the true card signed once does not fit again.
    const once = await cardOf(leaf, [middle]).sign(encodeUtf8('something'));
    const replayed = { ...shown, sign: () => Promise.resolve(once) };
    await expect(proveCard(replayed, asked())).rejects.toMatchObject({ problem: { code: 'OUT-KEY-016' } });
  });

  test('it is that of the account, or refused', async () => {
    const holder = await proveCard(cardOf(leaf, [middle]), asked());
    demandHolder({ edipi: '1234567890' }, holder);
    demandHolder({ principal: '1234567890@MIL' }, holder);
    for (const expected of [{}, { edipi: '1234567891' }, { edipi: '1234567890', principal: '9@mil' }]) {
      expect(() => demandHolder(expected, holder)).toThrow('OUT-KEY-016');
    }
  });

  test('what is granted to its key for agreement opens with it and with no other', async () => {
    const card = cardOf(leaf, [middle]);
    const contents = encodeUtf8('the keys');
    const grant = grantToCard(card.agreement, 'slot/maria', contents);
    expect(await openWithCard(card, card.agreement, 'slot/maria', grant)).toEqual(contents);
    expect(await openWithCard(card, card.agreement, 'slot/john', grant)).toBeUndefined();
    expect(await openWithCard(cardOf(leaf, [middle]), card.agreement, 'slot/maria', grant)).toBeUndefined();
    // A card that can only sign opens nothing.
    const mute = cardOf(leaf, [middle], { agrees: false });
    expect(await openWithCard(mute, card.agreement, 'slot/maria', grant)).toBeUndefined();
  });
});
