import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '../kernel/canonical.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import { platformRandom, type RandomSource } from '../kernel/platform.ts';
import { seal, unseal } from './aead.ts';
import { grantPairOf, newGrantPair, type GrantPair } from './grant.ts';
import { signPairOf } from './sign-key.ts';

/** How a passphrase becomes a key (RFC 9106, argon2id version 1.3). */
export interface KeyDerivation {
  readonly name: 'argon2id';
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  /** Base64url, 16 bytes. */
  readonly salt: string;
}

/** Turns a passphrase into 32 bytes; slow on purpose. */
export type DeriveKey = (passphrase: string, derivation: KeyDerivation) => Promise<Uint8Array>;

/**
 * What proves a person, and opens what is granted to them: a pair whose secret half is encrypted with a key from the passphrase.
 * Safe to send, as far as the passphrase is hard to guess.
 */
export interface Credential {
  readonly derivation: KeyDerivation;
  /** X25519, base64url. */
  readonly public: string;
  /** The secret half, sealed, base64url. */
  readonly sealed: string;
  /** Ed25519, base64url: what the person vouches with. Absent in those of earlier versions. */
  readonly sign?: string;
}

const bytesText = z.string().regex(/^[\w-]+$/);

export const credentialSchema = z.object({
  derivation: z.object({
    name: z.literal('argon2id'),
    memory: z
      .int()
      .min(8)
      .max(4 * 1024 * 1024),
    passes: z.int().min(1).max(100),
    lanes: z.int().min(1).max(16),
    salt: bytesText,
  }),
  public: bytesText,
  sealed: bytesText,
  sign: bytesText.exactOptional(),
}) satisfies z.ZodType<Credential>;

/** 64 MiB and three passes: the second choice of RFC 9106, section 4, on one lane. */
export const currentDerivation = { name: 'argon2id', memory: 64 * 1024, passes: 3, lanes: 1 } as const;

const saltBytes = 16;
const place = 'outpost-credential/1';

export function newDerivation(random: RandomSource = platformRandom): KeyDerivation {
  return { ...currentDerivation, salt: toBase64Url(random(saltBytes)) };
}

const shortest = 12;

/** What makes a passphrase too easy to guess (OUT-KEY-006), if anything. */
export function passphraseFault(passphrase: string): Problem | undefined {
  const fault =
    passphrase.length < shortest
      ? `has ${passphrase.length} characters`
      : new Set(passphrase).size < shortest / 2
        ? 'repeats the same few characters'
        : undefined;
  return fault === undefined ? undefined : problem('OUT-KEY-006', { fault, length: shortest });
}

/** @param pair an earlier one where only the passphrase changes, so that what was granted stays granted. */
export async function makeCredential(
  passphrase: string,
  deriveKey: DeriveKey,
  {
    pair = newGrantPair(),
    derivation = newDerivation(),
  }: { pair?: GrantPair; derivation?: KeyDerivation } = {},
): Promise<Credential> {
  const key = await deriveKey(normalised(passphrase), derivation);
  return {
    derivation,
    public: toBase64Url(pair.public),
    sealed: toBase64Url(seal(key, place, pair.secret)),
    sign: toBase64Url(signPairOf(pair).public),
  };
}

/** @returns undefined with another passphrase. */
export async function openCredential(
  { derivation, sealed, public: publicKey }: Credential,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<GrantPair | undefined> {
  const key = await deriveKey(normalised(passphrase), derivation);
  const secret = unseal(key, place, fromBase64Url(sealed) ?? new Uint8Array());
  const pair = secret && grantPairOf(secret);
  // A secret that belongs to another public key would open nothing.
  return pair && toBase64Url(pair.public) === publicKey ? pair : undefined;
}

/** The same letters typed on two keyboards are the same passphrase. */
function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** @returns undefined where the text is none. */
export function parseCredential(text: string): Credential | undefined {
  try {
    return credentialSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
