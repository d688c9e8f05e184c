import { nonceBytes, unseal } from '#shared/trust/aead.ts';
import type { UnsealLarge } from '#shared/trust/vault.ts';

/** The browser's own AES-GCM, some ten times as fast; where a page came without TLS there is none, and the library does it. */
export const unsealLarge: UnsealLarge = async (key, place, sealed) => {
  // The type says that it is always there.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return unseal(key, place, sealed);
  const bytes = sealed.slice();
  const opener = await subtle.importKey('raw', key.slice(), 'AES-GCM', false, ['decrypt']);
  const how = {
    name: 'AES-GCM',
    iv: bytes.subarray(0, nonceBytes),
    additionalData: new TextEncoder().encode(place),
  };
  return subtle.decrypt(how, opener, bytes.subarray(nonceBytes)).then(
    (contents) => new Uint8Array(contents),
    () => undefined,
  );
};
