import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { fromBase64Url, toBase64Url } from '#shared/kernel/canonical.ts';
import { formatDuration } from '#shared/kernel/duration.ts';
import { openCredential, type Credential, type DeriveKey } from '#shared/trust/credential.ts';
import { grantTo, openGrant, type GrantPair } from '#shared/trust/grant.ts';
import { decodeRing, encodeRing, newDataKey, type KeyRing } from '#shared/trust/key-ring.ts';
import { recoveryPair } from '#shared/trust/recovery-code.ts';
import { signPairOf } from '#shared/trust/sign-key.ts';
import { KeyDatabase, type CredentialSlot, type KeySlot } from './key-database.ts';
import { parseSlots } from './parse-slots.ts';
import { seatOf, type Seat } from './seat.ts';
import { waitAfter } from './waiting.ts';

/** Somebody who may sign in on this device. */
export interface WayIn {
  /** Record id of the person, or `code`. */
  readonly id: string;
  readonly kind: 'person' | 'code';
  readonly name: string;
}

/** Whom the device's keys are granted to. */
export interface Holder extends WayIn {
  readonly credential: Credential;
}

/** Keeps the ways in outside the browser's storage, beside the journal that only they open. */
export interface WaysCopy {
  readonly keep: (text: string) => Promise<void>;
  /** Null where nothing was kept. */
  readonly kept: () => Promise<string | null>;
}

/** The device is open to somebody. */
export interface Entered {
  readonly ring: KeyRing;
  /** Undefined for a one-time code. */
  readonly seat: Seat | undefined;
}

export interface DeviceLockParts {
  readonly deriveKey: DeriveKey;
  readonly now: () => number;
  /** Absent in a browser, which has no such place. */
  readonly copy?: WaysCopy | undefined;
}

/** Who may open the database of this device, and how. What is kept here says nothing of what is in it. */
export class DeviceLock {
  readonly #keys: KeyDatabase;
  readonly #parts: DeviceLockParts;

  /** @param workspace name of the database. */
  constructor(workspace: string, parts: DeviceLockParts) {
    this.#keys = new KeyDatabase(workspace);
    this.#parts = parts;
  }

  /** The keys of a device that nobody has closed yet, made on first use; undefined once it is closed. */
  async openRing(): Promise<KeyRing | undefined> {
    await this.#bringBack();
    const { slots } = this.#keys;
    return this.#keys.transaction('rw', slots, async () => {
      const known = await slots.toArray();
      const open = known.find((slot) => slot.kind === 'open');
      if (open) return decodeRing(bytesOf(open.ring));
      if (known.length > 0) return undefined;
      const ring: KeyRing = [newDataKey([])];
      await slots.add({ id: 'open', kind: 'open', ring: toBase64Url(encodeRing(ring)) });
      return ring;
    });
  }

  async waysIn(): Promise<readonly WayIn[]> {
    const slots = await this.#credentials();
    return slots
      .map(({ id, kind, name }) => ({ id, kind, name }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Milliseconds until the next try is possible. */
  async wait(id: string): Promise<number> {
    const tries = await this.#keys.attempts.get(id);
    return tries ? waitAfter(tries, this.#parts.now()) : 0;
  }

  /** @throws ProblemError OUT-KEY-002 with another passphrase, OUT-KEY-003 while the way is barred after wrong ones. */
  async enter(id: string, passphrase: string): Promise<Entered> {
    const slot = (await this.#credentials()).find((one) => one.id === id);
    if (!slot) throw new ProblemError(problem('OUT-KEY-002', { name: 'somebody who may sign in here' }));
    const text = slot.kind === 'code' ? plainCode(passphrase) : passphrase;
    const pair = await this.#try(slot, slot.credential, text);
    const ring = this.#ringOf(openGrant(pair, placeOf(slot.id), bytesOf(slot.grant)), slot.name);
    const made = { credential: slot.credential, secret: signPairOf(pair).secret };
    return { ring, seat: slot.kind === 'person' ? seatOf(slot.id, made) : undefined };
  }

  /**
   * Proves a person whose account came with the records, where no key is granted to them yet. @returns what they vouch with. @throws as
   * `enter`
   */
  async prove({ id, name, credential }: Holder, passphrase: string): Promise<Uint8Array> {
    return signPairOf(await this.#try({ id, name }, credential, passphrase)).secret;
  }

  /** @throws ProblemError OUT-KEY-003, OUT-KEY-004 mistyped, OUT-KEY-005 of another unit. */
  async recover(code: string): Promise<KeyRing> {
    const pair = recoveryPair(code);
    if (!pair) throw new ProblemError(problem('OUT-KEY-004'));
    const slot = (await this.#keys.slots.toArray()).find((one) => one.kind === 'recovery');
    const granted = slot && openGrant(pair, placeOf(slot.id), bytesOf(slot.grant));
    const ring = granted && decodeRing(granted);
    if (!ring) throw new ProblemError(problem('OUT-KEY-005'));
    return ring;
  }

  /**
   * Only these holders, and the recovery code, open the device from now on, with these keys. One transaction.
   * @param recovery public half of the recovery code's pair, base64url; undefined leaves it as it is.
   */
  async grant(ring: KeyRing, holders: readonly Holder[], recovery?: string): Promise<void> {
    const contents = encodeRing(ring);
    const { slots } = this.#keys;
    const known = await slots.get('recovery');
    const recoveryKey = recovery ?? (known?.kind === 'recovery' ? known.public : undefined);
    const made: KeySlot[] = holders.map((holder) => ({ ...holder, grant: granted(holder, contents) }));
    if (recoveryKey) {
      const grant = toBase64Url(grantTo(bytesOf(recoveryKey), placeOf('recovery'), contents));
      made.push({ id: 'recovery', kind: 'recovery', public: recoveryKey, grant });
    }
    if (holders.length === 0) throw new Error('A device that nobody can open would lose what it holds.');
    await this.#keys.transaction('rw', slots, async () => {
      await slots.clear();
      await slots.bulkPut(made);
    });
    await this.#parts.copy?.keep(JSON.stringify(made));
  }

  /** Of those who hold a grant, for comparison with the accounts of the unit. */
  async holders(): Promise<readonly Holder[]> {
    return (await this.#credentials()).map(({ id, kind, name, credential }) => ({
      id,
      kind,
      name,
      credential,
    }));
  }

  async resealedUpTo(): Promise<number> {
    return (await this.#keys.progress.get('resealed'))?.generation ?? 0;
  }

  async noteResealed(generation: number): Promise<void> {
    await this.#keys.progress.put({ id: 'resealed', generation });
  }

  close(): void {
    this.#keys.close();
  }

  /** The browser lost its storage: the ways in come back from where they were kept, so that the journal can be read. */
  async #bringBack(): Promise<void> {
    const { slots } = this.#keys;
    if ((await slots.count()) > 0) return;
    const kept = parseSlots(await this.#parts.copy?.kept());
    if (kept.length > 0) await slots.bulkPut(kept);
  }

  async #credentials(): Promise<readonly CredentialSlot[]> {
    const slots = await this.#keys.slots.toArray();
    return slots.flatMap((slot) => (slot.kind === 'person' || slot.kind === 'code' ? [slot] : []));
  }

  /** A try counts before it is made: one that is broken off counts too. */
  async #try(
    who: { readonly id: string; readonly name: string },
    credential: Credential,
    passphrase: string,
  ): Promise<GrantPair> {
    const { attempts } = this.#keys;
    const now = this.#parts.now();
    await this.#keys.transaction('rw', attempts, async () => {
      const tries = (await attempts.get(who.id)) ?? { id: who.id, count: 0, at: 0 };
      const wait = waitAfter(tries, now);
      if (wait > 0) {
        const told = { name: who.name, count: tries.count, wait: formatDuration(wait) };
        throw new ProblemError(problem('OUT-KEY-003', told));
      }
      await attempts.put({ id: who.id, count: tries.count + 1, at: now });
    });
    const pair = await openCredential(credential, passphrase, this.#parts.deriveKey);
    if (!pair) throw new ProblemError(problem('OUT-KEY-002', { name: who.name }));
    await attempts.delete(who.id);
    return pair;
  }

  #ringOf(contents: Uint8Array | undefined, name: string): KeyRing {
    const ring = contents && decodeRing(contents);
    if (!ring) throw new ProblemError(problem('OUT-KEY-001', { place: `The key of ${name}` }));
    return ring;
  }
}

function granted({ id, credential }: Holder, contents: Uint8Array): string {
  return toBase64Url(grantTo(bytesOf(credential.public), placeOf(id), contents));
}

/** A one-time code, however its groups are typed. */
export function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}

function bytesOf(text: string): Uint8Array {
  return fromBase64Url(text) ?? new Uint8Array();
}

function placeOf(slot: string): string {
  return `slot/${slot}`;
}
