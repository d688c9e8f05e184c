import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { encodeUtf8 } from '../kernel/platform.ts';
import { dataKeyBytes } from './aead.ts';
import { grantPairOf, grantTo, openGrant, type GrantPair } from './grant.ts';

/**
 * A thing that a person holds and that is asked for besides the passphrase: it stands for an X25519 pair, whose secret half is on no
 * disk. Keys are granted through it without it being there.
 */
export interface Factor {
  readonly kind: 'authenticator';
  /** X25519, base64url. */
  readonly public: string;
  /** Names it to the browser, base64url. */
  readonly credential: string;
  /** What it turns into its secret, base64url, 32 bytes. */
  readonly input: string;
}

const bytesText = z.string().regex(/^[\w-]+$/);

export const factorSchema = z.object({
  kind: z.literal('authenticator'),
  public: bytesText,
  credential: bytesText,
  input: bytesText,
}) satisfies z.ZodType<Factor>;

const use = encodeUtf8('outpost-factor/1');

/** @param secret what the thing answered, 32 bytes or more that it answers to nobody else. */
export function factorPair(secret: Uint8Array): GrantPair {
  return grantPairOf(hkdf(sha256, secret, undefined, use, dataKeyBytes));
}

/** Granted to the person first, then to the thing: both are needed, in that order, to open it. */
export function grantThrough(factor: Uint8Array, place: string, grant: Uint8Array): Uint8Array {
  return grantTo(factor, `${place}/factor`, grant);
}

/** @returns undefined with another thing. */
export function openThrough(own: GrantPair, place: string, grant: Uint8Array): Uint8Array | undefined {
  return openGrant(own, `${place}/factor`, grant);
}
