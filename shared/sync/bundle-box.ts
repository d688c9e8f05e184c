import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../kernel/platform.ts';
import type { KeyPair } from './keys.ts';

const use = encodeUtf8('outpost-bundle/1');
/** Bytes that the encryption adds. */
export const boxOverhead = 16;

/** Which keys a box is between, and what it is bound to: the head of the part. */
export interface BoxFrame {
  readonly ephemeral: Uint8Array;
  readonly receiver: Uint8Array;
  readonly nonce: Uint8Array;
  readonly bound: Uint8Array;
}

/** Encrypts to the receiver's X25519 public key. @param secret of the pair made for this part. */
export function sealBox(secret: Uint8Array, frame: BoxFrame, contents: Uint8Array): Uint8Array {
  const shared = x25519.getSharedSecret(secret, frame.receiver);
  return xchacha20poly1305(boxKey(shared, frame), frame.nonce, frame.bound).encrypt(contents);
}

/** @throws Error where the box was altered or is not for this key. */
export function openBox(own: KeyPair, frame: BoxFrame, box: Uint8Array): Uint8Array {
  const shared = x25519.getSharedSecret(own.secret, frame.ephemeral);
  return xchacha20poly1305(boxKey(shared, frame), frame.nonce, frame.bound).decrypt(box);
}

function boxKey(shared: Uint8Array, { ephemeral, receiver }: BoxFrame): Uint8Array {
  const salt = new Uint8Array([...ephemeral, ...receiver]);
  return hkdf(sha256, shared, salt, use, 32);
}
