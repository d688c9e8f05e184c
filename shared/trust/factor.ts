import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { fromBase64Url } from '../kernel/canonical.ts';
import { encodeUtf8 } from '../kernel/platform.ts';
import { dataKeyBytes } from './aead.ts';
import { grantToCard } from './certificate/card-grant.ts';
import { grantPairOf, grantTo, openGrant, type GrantPair } from './grant.ts';

/** A security key, or what is built into a computer: it stands for an X25519 pair, whose secret half is on no disk. */
export interface AuthenticatorFactor {
  readonly kind: 'authenticator';
  /** X25519, base64url. */
  readonly public: string;
  /** Names it to the browser, base64url. */
  readonly credential: string;
  /** What it turns into its secret, base64url, 32 bytes. */
  readonly input: string;
}

/** A smart card of this person. */
export interface CardFactor {
  readonly kind: 'card';
  readonly holder: { readonly edipi?: string | undefined; readonly principal?: string | undefined };
  /** Its key for agreement, point base64url; absent: it is looked at by the program, and no key is kept under it. */
  readonly agreement?: { readonly curve: 'P-256' | 'P-384'; readonly point: string } | undefined;
  /** The authorities that the unit trusts, and their lists of revoked cards, DER, base64url: asked for before anything here is open. */
  readonly anchors: readonly string[];
  readonly revocations: readonly string[];
  /** It opens without a passphrase. Needs a key for agreement. */
  readonly isEnough?: boolean | undefined;
}

/** A thing that a person holds and that is asked for besides the passphrase, or instead. Keys are granted through it without it being there. */
export type Factor = AuthenticatorFactor | CardFactor;

const bytesText = z.string().regex(/^[\w-]+$/);

export const factorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('authenticator'), public: bytesText, credential: bytesText, input: bytesText }),
  z.object({
    kind: z.literal('card'),
    holder: z.object({ edipi: z.string().optional(), principal: z.string().optional() }),
    agreement: z.object({ curve: z.enum(['P-256', 'P-384']), point: bytesText }).optional(),
    anchors: z.array(bytesText),
    revocations: z.array(bytesText),
    isEnough: z.boolean().optional(),
  }),
]) satisfies z.ZodType<Factor>;

const use = encodeUtf8('outpost-factor/1');

/** @param secret what the authenticator answered, 32 bytes or more that it answers to nobody else. */
export function factorPair(secret: Uint8Array): GrantPair {
  return grantPairOf(hkdf(sha256, secret, undefined, use, dataKeyBytes));
}

/** Whether no passphrase is asked for. */
export function isEnough(factor: Factor | undefined): factor is CardFactor {
  return factor?.kind === 'card' && factor.isEnough === true && factor.agreement !== undefined;
}

/** What only the thing opens. Around what is granted to the person both are needed, in that order. */
export function grantThrough(factor: Factor, place: string, contents: Uint8Array): Uint8Array {
  if (factor.kind === 'authenticator') return grantTo(bytesOf(factor.public), placeOf(place), contents);
  const { agreement } = factor;
  if (!agreement) return contents;
  return grantToCard({ ...agreement, point: bytesOf(agreement.point) }, placeOf(place), contents);
}

/** @returns undefined with another authenticator. */
export function openThrough(own: GrantPair, place: string, grant: Uint8Array): Uint8Array | undefined {
  return openGrant(own, placeOf(place), grant);
}

/** Of what stands under a thing of the person that it is for. */
export function placeOf(place: string): string {
  return `${place}/factor`;
}

function bytesOf(text: string): Uint8Array {
  return fromBase64Url(text) ?? new Uint8Array();
}
