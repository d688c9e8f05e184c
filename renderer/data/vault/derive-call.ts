import type { KeyDerivation } from '#shared/trust/credential.ts';

/** What the page asks of the worker that derives keys. */
export interface DeriveCall {
  readonly passphrase: string;
  readonly derivation: KeyDerivation;
}
