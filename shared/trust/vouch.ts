import { ed25519 } from '@noble/curves/ed25519.js';
import type { VouchBody } from '../changelog/entry.ts';
import { canonicalBytes, fromBase64Url, toBase64Url } from '../kernel/canonical.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { signBytes, verifyBytes } from '../sync/keys.ts';

/** Who signs in where: record ids of account and person, and the replica. */
export interface SignedIn {
  readonly account: string;
  readonly person: string;
  readonly replica: ReplicaId;
}

const use = 'outpost-vouch/1';

/**
 * The person's word that they sign in on the replica, or that of the recovery code's holder that they sit there for the person.
 * @param secret Ed25519 secret of the credential, or of the code, 32 bytes.
 */
export function makeVouch(secret: Uint8Array, signedIn: SignedIn, by?: VouchBody['by']): VouchBody {
  return {
    kind: 'vouch',
    replica: signedIn.replica,
    key: toBase64Url(ed25519.getPublicKey(secret)),
    signature: toBase64Url(signBytes(secret, use, textOf(signedIn, by))),
    ...(by && { by }),
  };
}

/** Was it signed by the key that it names, for this person and replica? Whose key that is, the account or the unit says. Never throws. */
export function isVouchSound({ replica, key, signature, by }: VouchBody, signedIn: SignedIn): boolean {
  const [signKey, signed] = [fromBase64Url(key), fromBase64Url(signature)];
  return (
    replica === signedIn.replica &&
    signKey !== undefined &&
    signed !== undefined &&
    verifyBytes(signKey, use, textOf(signedIn, by), signed)
  );
}

function textOf({ account, person, replica }: SignedIn, by: VouchBody['by']): Uint8Array {
  return canonicalBytes([account, person, replica, ...(by ? [by] : [])]);
}
