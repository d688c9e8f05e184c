import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { newDerivation, type DeriveKey } from '#shared/trust/credential.ts';
import type { HeldKeys, WaitingPin } from '#shared/trust/keeper-message.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import type { Seat } from '#shared/trust/seat.ts';
import { pinFault } from '#shared/trust/pin.ts';
import type { DeviceLock } from './device-lock.ts';
import type { KeyKeeper } from './key-keeper.ts';

interface PinsParts {
  readonly lock: Pick<DeviceLock, 'holders'>;
  readonly keeper: Pick<KeyKeeper, 'ask'>;
  readonly deriveKey: DeriveKey;
}

/** PINs that open this device for its people until the sitting is over. */
export class Pins {
  readonly #parts: PinsParts;

  constructor(parts: PinsParts) {
    this.#parts = parts;
  }

  /** Those that open the device now; one whose person may not sign in any more, or got another passphrase, does not. */
  async waiting(): Promise<readonly WaitingPin[]> {
    const { lock, keeper } = this.#parts;
    const [{ pins }, holders] = await Promise.all([keeper.ask({ ask: 'stay' }), lock.holders()]);
    const marks = new Map(holders.map(({ id, credential }) => [id, credential.sealed]));
    return pins.filter(({ person, credential }) => marks.get(person) === credential);
  }

  /** @throws ProblemError OUT-KEY-009 easy to guess, OUT-KEY-011 where nothing keeps it. */
  async set(seat: Seat, pin: string, ring: KeyRing): Promise<void> {
    const fault = pinFault(pin);
    if (fault) throw new ProblemError(fault);
    const { person } = seat;
    const { lock, keeper, deriveKey } = this.#parts;
    const holder = (await lock.holders()).find(({ id }) => id === person);
    if (!holder) throw new ProblemError(problem('OUT-KEY-011', { name: 'this person' }));
    const derivation = newDerivation();
    const derived = await deriveKey(pin, derivation);
    const credential = holder.credential.sealed;
    const { pins } = await keeper.ask({
      ask: 'set-pin',
      pin: { person, credential, derivation, derived, ring, seat },
    });
    if (!pins.some((one) => one.person === person)) {
      throw new ProblemError(problem('OUT-KEY-012', { name: holder.name }));
    }
  }

  /** @throws ProblemError OUT-KEY-010 with another PIN, OUT-KEY-011 where none waits (any more). */
  async enter(person: string, name: string, pin: string): Promise<HeldKeys> {
    const { keeper, deriveKey } = this.#parts;
    const waiting = (await this.waiting()).find((one) => one.person === person);
    if (!waiting) throw new ProblemError(problem('OUT-KEY-011', { name }));
    const derived = await deriveKey(pin, waiting.derivation);
    const { held, pins } = await keeper.ask({ ask: 'open-pin', person, derived });
    if (held) return held;
    const left = pins.find((one) => one.person === person)?.triesLeft ?? 0;
    if (left === 0) throw new ProblemError(problem('OUT-KEY-011', { name }));
    throw new ProblemError(problem('OUT-KEY-010', { name, left }));
  }

  async remove(person: string): Promise<void> {
    await this.#parts.keeper.ask({ ask: 'end-pin', person });
  }
}
