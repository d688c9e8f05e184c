import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../kernel/platform.ts';
import { keyBytes, type KeyPair } from '../sync/keys.ts';
import type { GrantPair } from './grant.ts';

const use = encodeUtf8('outpost-sign/1');

/** What a person vouches with (Ed25519): it follows from the pair that their passphrase opens, so nothing more is kept of it. */
export function signPairOf({ secret }: GrantPair): KeyPair {
  const own = hkdf(sha256, secret, undefined, use, keyBytes);
  return { secret: own, public: publicKeyOf(own) };
}

/** @param secret Ed25519, 32 bytes. */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secret);
}
