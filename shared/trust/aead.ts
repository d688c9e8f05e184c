import { gcm } from '@noble/ciphers/aes.js';
import { encodeUtf8, platformRandom, type RandomSource } from '../kernel/platform.ts';

export const dataKeyBytes = 32;
export const nonceBytes = 12;

/**
 * AES-256-GCM: twelve random bytes, then the encrypted contents with their sign of being unaltered.
 * @param key 32 bytes.
 * @param place what the contents are and where they stand; what is taken elsewhere cannot be opened there.
 */
export function seal(
  key: Uint8Array,
  place: string,
  contents: Uint8Array,
  random: RandomSource = platformRandom,
): Uint8Array {
  const nonce = random(nonceBytes);
  const encrypted = gcm(key, nonce, encodeUtf8(place)).encrypt(contents);
  const sealed = new Uint8Array(nonceBytes + encrypted.length);
  sealed.set(nonce);
  sealed.set(encrypted, nonceBytes);
  return sealed;
}

/** @returns undefined with another key, for another place, or where a byte was altered. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array | undefined {
  try {
    const nonce = sealed.subarray(0, nonceBytes);
    return gcm(key, nonce, encodeUtf8(place)).decrypt(sealed.subarray(nonceBytes));
  } catch {
    return undefined;
  }
}
