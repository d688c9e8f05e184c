import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { setNativeCryptography } from '#shared/kernel/native.ts';

/** What stands before the 32 bytes of an Ed25519 key, public or secret, in its DER form (RFC 8410). */
const derHead = Buffer.from('302a300506032b6570032100', 'hex');
const secretHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const mostKeys = 1000;
const keys = new Map<string, KeyObject>();

function keyOf(publicKey: Uint8Array): KeyObject {
  const id = Buffer.from(publicKey).toString('latin1');
  let key = keys.get(id);
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.concat([derHead, publicKey]), format: 'der', type: 'spki' });
    if (keys.size >= mostKeys) keys.clear();
    keys.set(id, key);
  }
  return key;
}

/** From here on this process hashes and checks signatures with Node's own cryptography. */
export function useNodeCryptography(): void {
  setNativeCryptography({
    sha256OfText(text) {
      const { buffer, byteOffset, length } = hash('sha256', text, 'buffer');
      return new Uint8Array(buffer, byteOffset, length);
    },
    signEd25519(message, secret) {
      const der = Buffer.concat([secretHead, secret]);
      const signature = sign(null, message, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
      der.fill(0);
      return new Uint8Array(signature);
    },
    verifyEd25519: (signature, message, publicKey) => verify(null, message, keyOf(publicKey), signature),
  });
}
