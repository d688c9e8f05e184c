import { p256, p384 } from '@noble/curves/nist.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../../kernel/platform.ts';
import { dataKeyBytes, seal, unseal } from '../aead.ts';
import type { SmartCard } from './smart-card.ts';

const use = encodeUtf8('outpost-card-grant/1');
const curves = { 'P-256': p256, 'P-384': p384 } as const;

/** The key for agreement of a card; whatever is granted to it, nothing but the card opens. */
export interface CardAgreement {
  readonly curve: keyof typeof curves;
  /** Uncompressed point. */
  readonly point: Uint8Array;
}

/**
 * Encrypts contents so that only the card opens them, without the card being there. Around what is granted to the person it is needed
 * besides the passphrase, around the keys themselves instead of it.
 */
export function grantToCard(
  { curve, point }: CardAgreement,
  place: string,
  contents: Uint8Array,
): Uint8Array {
  const agreement = curves[curve];
  const { secretKey } = agreement.keygen();
  const once = agreement.getPublicKey(secretKey, false);
  const shared = agreement.getSharedSecret(secretKey, point, false).subarray(1, 1 + (once.length - 1) / 2);
  return new Uint8Array([...once, ...seal(cardKey(shared, once, point), place, contents)]);
}

/** @returns undefined with another card, and for one without a key for agreement: that proves a person and opens nothing. */
export async function openWithCard(
  card: Pick<SmartCard, 'agree'>,
  { curve, point }: CardAgreement,
  place: string,
  grant: Uint8Array,
): Promise<Uint8Array | undefined> {
  const length = curves[curve].lengths.publicKeyUncompressed ?? 0;
  if (grant.length <= length) return undefined;
  const once = grant.subarray(0, length);
  const shared = await card.agree(once);
  return shared ? unseal(cardKey(shared, once, point), place, grant.subarray(length)) : undefined;
}

function cardKey(shared: Uint8Array, once: Uint8Array, point: Uint8Array): Uint8Array {
  return hkdf(sha256, shared, new Uint8Array([...once, ...point]), use, dataKeyBytes);
}
