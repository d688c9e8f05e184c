import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '../kernel/canonical.ts';
import { decodeUtf8, encodeUtf8, platformRandom } from '../kernel/platform.ts';
import { dataKeyBytes, seal, unseal } from './aead.ts';
import { decodeRing, encodeRing, type KeyRing } from './key-ring.ts';
import type { HeldKeys, KeeperAnswer, KeeperMessage, NewPin, WaitingPin } from './keeper-message.ts';
import type { Seat } from './seat.ts';

/** So many wrong PINs in a row end it. */
export const pinTries = 3;
/** Ms after which a PIN ends, whoever used it meanwhile. */
export const pinLasts = 12 * 3_600_000;

const use = encodeUtf8('outpost-pin/1');

const heldSchema = z.object({ ring: z.string(), credential: z.string(), secret: z.string().optional() });

interface PinEntry {
  readonly pin: WaitingPin;
  /** Made for this entry; nothing that is derived from the PIN opens it without. */
  readonly secret: Uint8Array;
  readonly sealed: Uint8Array;
  /** Of the newest key in it. */
  readonly generation: number;
  readonly since: Instants;
}

interface Instants {
  /** Epoch ms. */
  readonly wall: number;
  /** Ms by a clock that nobody can set. */
  readonly steady: number;
}

export interface KeyHolderClock {
  /** Epoch ms. */
  readonly wall: () => number;
  readonly steady: () => number;
}

/**
 * The memory that keys stay in while pages come and go, on no disk. A PIN opens a copy of the keys that is encrypted here; tries are
 * counted here, where no page can set them back.
 */
export class KeyHolder {
  readonly #clock: KeyHolderClock;
  readonly #pins = new Map<string, PinEntry>();
  #held: HeldKeys | undefined;

  constructor(clock: KeyHolderClock) {
    this.#clock = clock;
  }

  answer(message: KeeperMessage): KeeperAnswer {
    this.#endOld();
    const held = this.#do(message);
    return { held: held ?? null, pins: [...this.#pins.values()].map(({ pin }) => pin) };
  }

  /** Forgets all of it. */
  end(): void {
    this.#held = undefined;
    this.#pins.clear();
  }

  #do(message: KeeperMessage): HeldKeys | undefined {
    switch (message.ask) {
      case 'put':
        this.#put(message.held);
        return undefined;
      case 'take':
        return this.#held;
      case 'forget':
        this.#held = undefined;
        return undefined;
      case 'set-pin':
        this.#set(message.pin);
        return undefined;
      case 'open-pin':
        return this.#open(message.person, message.derived);
      case 'end-pin':
        this.#pins.delete(message.person);
        return undefined;
      case 'stay':
        return undefined;
    }
  }

  /** A PIN that opens the keys of before would bring them back: it ends with them. */
  #put(held: HeldKeys): void {
    this.#held = held;
    const generation = newestOf(held.ring);
    for (const [person, entry] of this.#pins) {
      if (entry.generation !== generation) this.#pins.delete(person);
    }
  }

  #set({ derived, ring, seat, ...pin }: NewPin): void {
    const secret = platformRandom(dataKeyBytes);
    this.#pins.set(pin.person, {
      pin: { ...pin, triesLeft: pinTries },
      secret,
      sealed: seal(pinKey(derived, secret), placeOf(pin.person), encodeHeld({ ring, seat })),
      generation: newestOf(ring),
      since: this.#now(),
    });
  }

  /** The try counts before it is made. */
  #open(person: string, derived: Uint8Array): HeldKeys | undefined {
    const entry = this.#pins.get(person);
    if (!entry) return undefined;
    const triesLeft = entry.pin.triesLeft - 1;
    this.#pins.set(person, { ...entry, pin: { ...entry.pin, triesLeft } });
    const contents = unseal(pinKey(derived, entry.secret), placeOf(person), entry.sealed);
    const held = contents && decodeHeld(person, contents);
    if (held) {
      this.#pins.set(person, { ...entry, pin: { ...entry.pin, triesLeft: pinTries } });
      return held;
    }
    if (triesLeft <= 0) this.#pins.delete(person);
    return undefined;
  }

  /** By the clock that makes it older: setting one back prolongs nothing. */
  #endOld(): void {
    const now = this.#now();
    for (const [person, { since }] of this.#pins) {
      const age = Math.max(now.wall - since.wall, now.steady - since.steady);
      if (age >= pinLasts) this.#pins.delete(person);
    }
  }

  #now(): Instants {
    return { wall: this.#clock.wall(), steady: this.#clock.steady() };
  }
}

function encodeHeld({ ring, seat }: { readonly ring: KeyRing; readonly seat: Seat }): Uint8Array {
  const { secret, credential } = seat;
  return encodeUtf8(
    JSON.stringify({
      ring: toBase64Url(encodeRing(ring)),
      credential,
      ...(secret ? { secret: toBase64Url(secret) } : {}),
    }),
  );
}

function decodeHeld(person: string, contents: Uint8Array): HeldKeys | undefined {
  const { ring: text, credential, secret } = heldSchema.parse(JSON.parse(decodeUtf8(contents) ?? ''));
  const ring = decodeRing(fromBase64Url(text) ?? new Uint8Array());
  const seat = { person, credential, secret: secret === undefined ? undefined : fromBase64Url(secret) };
  return ring && { ring, seat };
}

function newestOf(ring: KeyRing): number {
  return (ring.at(-1) ?? ring[0]).generation;
}

function pinKey(derived: Uint8Array, secret: Uint8Array): Uint8Array {
  return hkdf(sha256, derived, secret, use, dataKeyBytes);
}

function placeOf(person: string): string {
  return `pin/${person}`;
}
