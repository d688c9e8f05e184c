import { p256, p384, p521 } from '@noble/curves/nist.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CertificateKey } from './certificate.ts';

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/**
 * Whether an RSA signature (PKCS #1, version 1.5) fits. The platform's: there is none in the libraries that are everywhere.
 * @param info SubjectPublicKeyInfo, DER.
 */
export type VerifyRsa = (
  info: Uint8Array,
  hash: HashName,
  signature: Uint8Array,
  contents: Uint8Array,
) => Promise<boolean>;

/** What cards and authorities sign with, by object identifier. SHA-1 and MD5 are not among them: both can be forged. */
const algorithms: Readonly<Record<string, { readonly kind: 'ec' | 'rsa'; readonly hash: HashName }>> = {
  '1.2.840.10045.4.3.2': { kind: 'ec', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ec', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ec', hash: 'SHA-512' },
  '1.2.840.113549.1.1.11': { kind: 'rsa', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', hash: 'SHA-512' },
};
const hashes = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;
const curves = { 'P-256': p256, 'P-384': p384, 'P-521': p521 } as const;
/** Bits; the size of a key is measured with its wrapping. */
const smallestRsa = 2048;

export interface Signed {
  readonly contents: Uint8Array;
  /** DER of two numbers for ECDSA, as certificates have it. */
  readonly signature: Uint8Array;
  /** Object identifier. */
  readonly algorithm: string;
}

/** False for algorithms that are not known, or are known to be weak, too. */
export async function isSignedBy(
  key: CertificateKey,
  signed: Signed,
  verifyRsa: VerifyRsa,
): Promise<boolean> {
  const how = algorithms[signed.algorithm];
  if (!how || how.kind !== key.kind) return false;
  try {
    if (key.kind === 'rsa') {
      return (
        key.size >= smallestRsa && (await verifyRsa(key.info, how.hash, signed.signature, signed.contents))
      );
    }
    const hash = hashes[how.hash](signed.contents);
    // Cards make either of the two signatures that fit: both are right.
    return curves[key.curve].verify(signed.signature, hash, key.point, {
      prehash: false,
      format: 'der',
      lowS: false,
    });
  } catch {
    return false;
  }
}
