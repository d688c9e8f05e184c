import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { base32FromBytes } from '../kernel/base32.ts';
import { hashBytes, toBase64Url } from '../kernel/canonical.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { nativeCryptography } from '../kernel/native.ts';
import { encodeUtf8, platformRandom, type RandomSource } from '../kernel/platform.ts';

export const keyBytes = 32;
export const signatureBytes = 64;

/** 32 bytes each. The secret stays on the device that made it. */
export interface KeyPair {
  readonly secret: Uint8Array;
  readonly public: Uint8Array;
}

export interface ReplicaKeys {
  /** Ed25519: signs heads, requests, bundles. */
  readonly sign: KeyPair;
  /** X25519: bundles are encrypted to it. */
  readonly box: KeyPair;
}

export function newKeys(random: RandomSource = platformRandom): ReplicaKeys {
  const sign = ed25519.keygen(random(keyBytes));
  const box = x25519.keygen(random(keyBytes));
  return {
    sign: { secret: sign.secretKey, public: sign.publicKey },
    box: { secret: box.secretKey, public: box.publicKey },
  };
}

/** The end of a replica's log in a workspace, as its author signs it. `hash`: base64url SHA-256 of the entry `seq`. */
export interface SignedHead {
  readonly workspace: string;
  readonly replica: ReplicaId;
  readonly seq: number;
  readonly hash: string;
}

/** 64 bytes. @param secret the author's Ed25519 secret. */
export function signHead(secret: Uint8Array, head: SignedHead): Uint8Array {
  return signedBy(secret, headText(head));
}

/** Never throws: a key or signature of the wrong form does not fit. @param signKey the author's Ed25519 public key. */
export function verifyHead(signKey: Uint8Array, head: SignedHead, signature: Uint8Array): boolean {
  return isSignedBy(signKey, headText(head), signature);
}

/** What a request says of itself. */
export interface SignedRequest {
  /** Upper case. */
  readonly method: string;
  /** With the query, as it is sent: `/api/v1/exchange`. */
  readonly path: string;
  readonly workspace: string;
  readonly replica: ReplicaId;
  /** As it is sent; empty where there is none. */
  readonly body: Uint8Array;
  /** When it was signed, epoch ms by the hub's clock. */
  readonly at: number;
}

/** 64 bytes for the header, base64url. @param secret the sender's Ed25519 secret. */
export function signRequest(secret: Uint8Array, request: SignedRequest): Uint8Array {
  return signedBy(secret, requestText(request));
}

/** Never throws. @param signKey the sender's Ed25519 public key. */
export function verifyRequest(signKey: Uint8Array, request: SignedRequest, signature: Uint8Array): boolean {
  return isSignedBy(signKey, requestText(request), signature);
}

/** Signs bytes of one use. @param use such as `outpost-directory/1`: a signature for one use never passes for another. */
export function signBytes(secret: Uint8Array, use: string, bytes: Uint8Array): Uint8Array {
  return signedBy(secret, usedText([use, toBase64Url(hashBytes(bytes))]));
}

/** Never throws. */
export function verifyBytes(
  signKey: Uint8Array,
  use: string,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  return isSignedBy(signKey, usedText([use, toBase64Url(hashBytes(bytes))]), signature);
}

/** For people to compare: 100 bits as five groups, `K7Q2-9FMX-03TD-ZZ8A-1PQR`. @param publicKey of either kind. */
export function fingerprint(publicKey: Uint8Array): string {
  return textOfPrint(keyPrint(publicKey));
}

export const printBytes = 20;

/** What a fingerprint shows, as bytes: says which key it is without being the key. */
export function keyPrint(publicKey: Uint8Array): Uint8Array {
  return hashBytes(publicKey).subarray(0, printBytes);
}

/** A fingerprint as people compare it. @param print as `keyPrint` makes it. */
export function textOfPrint(print: Uint8Array): string {
  return grouped(base32FromBytes(print));
}

/** Upper case, in groups of four. */
export function grouped(text: string): string {
  return (text.toUpperCase().match(/.{1,4}/g) ?? []).join('-');
}

function headText({ workspace, replica, seq, hash }: SignedHead): Uint8Array {
  return usedText(['outpost-head/1', workspace, replica, String(seq), hash]);
}

function requestText({ method, path, workspace, replica, body, at }: SignedRequest): Uint8Array {
  const digest = toBase64Url(hashBytes(body));
  return usedText(['outpost-request/1', method, path, workspace, replica, digest, String(at)]);
}

/** Parts with their lengths, so that no two lists give one text. */
function usedText(parts: readonly string[]): Uint8Array {
  return encodeUtf8(parts.map((part) => `${part.length}:${part}`).join('\n'));
}

function signedBy(secret: Uint8Array, text: Uint8Array): Uint8Array {
  return nativeCryptography()?.signEd25519(text, secret) ?? ed25519.sign(text, secret);
}

function isSignedBy(signKey: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean {
  if (signKey.length !== keyBytes || signature.length !== signatureBytes) return false;
  try {
    return (
      nativeCryptography()?.verifyEd25519(signature, text, signKey) ??
      ed25519.verify(signature, text, signKey, { zip215: false })
    );
  } catch {
    return false;
  }
}
