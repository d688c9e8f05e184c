import type { Credential } from './credential.ts';

/** Who is at the desk, and what they vouch with. In memory only. */
export interface Seat {
  /** Record id. */
  readonly person: string;
  /** Ed25519, 32 bytes; undefined for whoever opened the device with a card alone. */
  readonly secret?: Uint8Array | undefined;
  /** Public half of the credential that it follows from, base64url. */
  readonly credential: string;
}

/** A credential that was just made, and what its holder vouches with. */
export interface NewCredential {
  readonly credential: Credential;
  /** Ed25519, 32 bytes. */
  readonly secret: Uint8Array;
}

export function seatOf(
  person: string,
  { credential, secret }: Pick<NewCredential, 'credential'> & Pick<Seat, 'secret'>,
): Seat {
  return { person, secret, credential: credential.public };
}
