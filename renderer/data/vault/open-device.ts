import type { DeriveKey } from '#shared/trust/credential.ts';
import type { KeyRing } from '#shared/trust/key-ring.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { Vault } from '#shared/trust/vault.ts';
import { databaseName } from '../database.ts';
import { deriveInWorker } from './derive-key.ts';
import { DeviceLock, type WaysCopy } from './device-lock.ts';
import { factorOpener } from './open-factor.ts';
import { stayingKeeper, type KeyKeeper } from './key-keeper.ts';
import { Pins } from './pins.ts';
import type { Seat } from '#shared/trust/seat.ts';

/** A device whose keys are there: its database can be opened. */
export interface OpenDevice {
  readonly lock: DeviceLock;
  readonly vault: Vault;
  readonly keeper: KeyKeeper;
  readonly pins: Pins;
  readonly deriveKey: DeriveKey;
  /** Whoever signed in; undefined where nobody closed the device yet. */
  readonly seat: Seat | undefined;
  /** What the holder of the recovery code vouches with, who opened it: Ed25519, 32 bytes. */
  readonly recovery?: Uint8Array | undefined;
}

/** A device that somebody has to sign in on first. */
export interface LockedDevice {
  readonly lock: DeviceLock;
  readonly pins: Pins;
  /** @param seat undefined for the one-time or the recovery code. */
  readonly open: (ring: KeyRing, seat: Seat | undefined, recovery?: Uint8Array) => OpenDevice;
}

/** Opens this device where that needs nobody: it is new, or the keys are still held from before the page was loaded anew. */
export async function findDevice(
  bridge: Pick<OutpostBridge, 'platform' | 'journal' | 'keeper' | 'card'>,
  name: string = databaseName,
): Promise<OpenDevice | LockedDevice> {
  const deriveKey = deriveInWorker;
  const { capabilities } = await bridge.platform.info();
  const { journal } = bridge;
  const copy: WaysCopy | undefined = capabilities.journal.available
    ? { keep: (text) => journal.keepKeys(text), kept: () => journal.keptKeys() }
    : undefined;
  const { smartCard } = capabilities;
  const reader = smartCard.available ? bridge.card : smartCard.reason;
  const openFactor = factorOpener(reader, () => Date.now());
  const lock = new DeviceLock(name, { deriveKey, now: () => Date.now(), openFactor, copy });
  const keeper = stayingKeeper((message) => bridge.keeper.ask(message));
  const pins = new Pins({ lock, keeper, deriveKey });
  const open: LockedDevice['open'] = (ring, seat, recovery) => ({
    lock,
    vault: new Vault(ring),
    keeper,
    pins,
    deriveKey,
    seat,
    recovery,
  });
  const ring = await lock.openRing();
  if (ring) return open(ring, undefined);
  const held = await keeper.take();
  // An earlier version held the person only, who cannot vouch then: they sign in again.
  return held && 'seat' in held ? open(held.ring, held.seat) : { lock, pins, open };
}
