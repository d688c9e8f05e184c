import { canonicalBytes, fromBase64Url, toBase64Url } from '../kernel/canonical.ts';
import { signBytes, verifyBytes } from '../sync/keys.ts';
import { publicKeyOf } from './sign-key.ts';

/** What a person signed, plain data, with their public key and the signature (Ed25519), both base64url. */
export interface SignedStatement<Statement> {
  readonly statement: Statement;
  readonly key: string;
  readonly signature: string;
}

/** @param use such as `outpost-report/1`: a signature for one use never passes for another. @param secret 32 bytes, as in `Seat`. */
export function signStatement<Statement>(
  secret: Uint8Array,
  use: string,
  statement: Statement,
): SignedStatement<Statement> {
  return {
    statement,
    key: toBase64Url(publicKeyOf(secret)),
    signature: toBase64Url(signBytes(secret, use, canonicalBytes(statement))),
  };
}

/** Does the signature fit what it signs and the key that it names? Whose key that is, others say. Never throws. */
export function isStatementSound(
  use: string,
  { statement, key, signature }: SignedStatement<unknown>,
): boolean {
  const [signKey, signed] = [fromBase64Url(key), fromBase64Url(signature)];
  return (
    signKey !== undefined &&
    signed !== undefined &&
    verifyBytes(signKey, use, canonicalBytes(statement), signed)
  );
}
