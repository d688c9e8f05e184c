import type { KeyDerivation } from './credential.ts';
import type { KeyRing } from './key-ring.ts';
import type { Seat } from './seat.ts';

/** What stays in memory while a page loads anew, so that nobody has to sign in twice. */
export interface HeldKeys {
  readonly ring: KeyRing;
  /** Undefined while a laptop joins a unit. */
  readonly seat?: Seat | undefined;
}

/** A PIN that somebody has just set. */
export interface NewPin {
  /** Record id. */
  readonly person: string;
  /** What the person signs in with otherwise (`sealed` of the credential); the PIN ends with it. */
  readonly credential: string;
  readonly derivation: KeyDerivation;
  /** 32 bytes, from the PIN. */
  readonly derived: Uint8Array;
  readonly ring: KeyRing;
  readonly seat: Seat;
}

/** A PIN that opens the device once more. Says nothing of the PIN itself. */
export type WaitingPin = Omit<NewPin, 'derived' | 'ring' | 'seat'> & {
  /** Wrong tries that are left. */
  readonly triesLeft: number;
};

/** What the page asks of the keeper of its keys. */
export type KeeperMessage =
  | { readonly ask: 'put'; readonly held: HeldKeys }
  /** Nothing but a sign that there is a window. */
  | { readonly ask: 'stay' }
  | { readonly ask: 'take' }
  /** What was put; PINs go on waiting. */
  | { readonly ask: 'forget' }
  | { readonly ask: 'set-pin'; readonly pin: NewPin }
  /** A try, with what was derived from the PIN that was typed. */
  | { readonly ask: 'open-pin'; readonly person: string; readonly derived: Uint8Array }
  | { readonly ask: 'end-pin'; readonly person: string };

export interface KeeperAnswer {
  /** To `take`, and to `open-pin` where it opened. */
  readonly held: HeldKeys | null;
  readonly pins: readonly WaitingPin[];
}

/** Holds nothing: where there is no memory that outlives a page. */
export const emptyAnswer: KeeperAnswer = { held: null, pins: [] };
