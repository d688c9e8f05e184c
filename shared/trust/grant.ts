import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8, platformRandom, type RandomSource } from '../kernel/platform.ts';
import { dataKeyBytes, seal, unseal } from './aead.ts';

const use = encodeUtf8('outpost-grant/1');
const publicBytes = 32;

/** An X25519 pair, 32 bytes each: what is granted to the public key is opened with the secret. */
export interface GrantPair {
  readonly secret: Uint8Array;
  readonly public: Uint8Array;
}

export function newGrantPair(random: RandomSource = platformRandom): GrantPair {
  return grantPairOf(random(publicBytes));
}

/** @param secret 32 bytes. */
export function grantPairOf(secret: Uint8Array): GrantPair {
  return { secret, public: x25519.getPublicKey(secret) };
}

/** Encrypts contents so that only the holder of the secret opens them; whoever makes a grant cannot open it again. */
export function grantTo(
  receiver: Uint8Array,
  place: string,
  contents: Uint8Array,
  random: RandomSource = platformRandom,
): Uint8Array {
  const once = newGrantPair(random);
  const key = grantKey(x25519.getSharedSecret(once.secret, receiver), once.public, receiver);
  return new Uint8Array([...once.public, ...seal(key, place, contents, random)]);
}

/** @returns undefined for another's grant, and for one that was altered. */
export function openGrant(own: GrantPair, place: string, grant: Uint8Array): Uint8Array | undefined {
  if (grant.length <= publicBytes) return undefined;
  const once = grant.subarray(0, publicBytes);
  try {
    const key = grantKey(x25519.getSharedSecret(own.secret, once), once, own.public);
    return unseal(key, place, grant.subarray(publicBytes));
  } catch {
    return undefined;
  }
}

function grantKey(shared: Uint8Array, once: Uint8Array, receiver: Uint8Array): Uint8Array {
  return hkdf(sha256, shared, new Uint8Array([...once, ...receiver]), use, dataKeyBytes);
}
