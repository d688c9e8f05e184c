import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { fromBase64Url, hashBytes, toBase64Url } from '#shared/kernel/canonical.ts';
import { formatDuration } from '#shared/kernel/duration.ts';
import { encodeUtf8 } from '#shared/kernel/platform.ts';
import { openCredential, type Credential, type DeriveKey } from '#shared/trust/credential.ts';
import { grantThrough, isEnough, type Factor } from '#shared/trust/factor.ts';
import { grantTo, openGrant, type GrantPair } from '#shared/trust/grant.ts';
import { decodeRing, encodeRing, newDataKey, type KeyRing } from '#shared/trust/key-ring.ts';
import { recoveryPair } from '#shared/trust/recovery-code.ts';
import { signPairOf } from '#shared/trust/sign-key.ts';
import { KeyDatabase, type CredentialSlot, type KeySlot, type ProgressRow } from './key-database.ts';
import { parseSlots } from './parse-slots.ts';
import { seatOf, type Seat } from '#shared/trust/seat.ts';
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

/** The device is open to the holder of the recovery code. */
export interface Recovered {
  readonly ring: KeyRing;
  /** What they vouch with: Ed25519, 32 bytes. */
  readonly secret: Uint8Array;
}

export interface DeviceLockParts {
  readonly deriveKey: DeriveKey;
  readonly now: () => number;
  /**
   * Opens what was granted through a thing that the person holds; undefined with another one.
   * @throws ProblemError OUT-KEY-014, 015, 016
   */
  readonly openFactor?:
    | ((factor: Factor, name: string, place: string, grant: Uint8Array) => Promise<Uint8Array | undefined>)
    | undefined;
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
    await this.#keepCopy();
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
    // A card that is enough is asked for its own PIN by its reader.
    const pair = isEnough(slot.factor) ? undefined : await this.#try(slot, slot.credential, text);
    const inner = slot.factor ? await this.#openThrough(slot, slot.factor) : bytesOf(slot.grant);
    const ring = this.#ringOf(pair && inner ? openGrant(pair, placeOf(slot.id), inner) : inner, slot.name);
    const secret = pair && signPairOf(pair).secret;
    const isPerson = slot.kind === 'person';
    return { ring, seat: isPerson ? seatOf(slot.id, { credential: slot.credential, secret }) : undefined };
  }

  /** Ids of those who are asked for more than the passphrase here. */
  async withFactor(): Promise<readonly string[]> {
    return (await this.#credentials()).filter(({ factor }) => factor).map(({ id }) => id);
  }

  /** From now on the way in of this person needs it too; undefined: needs the passphrase alone. */
  async setFactor(ring: KeyRing, id: string, factor: Factor | undefined): Promise<void> {
    await this.#grant(ring, await this.holders(), undefined, new Map([[id, factor]]));
  }

  /**
   * Proves a person whose account came with the records, where no key is granted to them yet. @returns what they vouch with. @throws as
   * `enter`
   */
  async prove({ id, name, credential }: Holder, passphrase: string): Promise<Uint8Array> {
    return signPairOf(await this.#try({ id, name }, credential, passphrase)).secret;
  }

  /** @throws ProblemError OUT-KEY-003, OUT-KEY-004 mistyped, OUT-KEY-005 of another unit. */
  async recover(code: string): Promise<Recovered> {
    const pair = recoveryPair(code);
    if (!pair) throw new ProblemError(problem('OUT-KEY-004'));
    const slot = (await this.#keys.slots.toArray()).find((one) => one.kind === 'recovery');
    const granted = slot && openGrant(pair, placeOf(slot.id), bytesOf(slot.grant));
    const ring = granted && decodeRing(granted);
    if (!ring) throw new ProblemError(problem('OUT-KEY-005'));
    return { ring, secret: signPairOf(pair).secret };
  }

  /**
   * Only these holders, and the recovery code, open the device from now on, with these keys. One transaction.
   * @param recovery public half of the recovery code's pair, base64url; undefined leaves it as it is.
   * @throws ProblemError OUT-KEY-013 where a newer key was granted meanwhile: it would be lost.
   */
  async grant(ring: KeyRing, holders: readonly Holder[], recovery?: string): Promise<void> {
    await this.#grant(ring, holders, recovery, new Map());
  }

  /** @param factors that change; all others stay. */
  async #grant(
    ring: KeyRing,
    holders: readonly Holder[],
    recovery: string | undefined,
    factors: ReadonlyMap<string, Factor | undefined>,
  ): Promise<void> {
    const contents = encodeRing(ring);
    const { slots, progress } = this.#keys;
    const recoveryKey = recovery ?? (await this.recoveryKey());
    const present = new Map((await this.#credentials()).map(({ id, factor }) => [id, factor]));
    const made: KeySlot[] = holders.map(({ id, kind, name, credential }) => {
      const factor = factors.has(id) ? factors.get(id) : present.get(id);
      const grant = granted({ id, credential, factor }, contents);
      return { id, kind, name, credential, ...(factor && { factor }), grant };
    });
    if (recoveryKey) {
      const grant = toBase64Url(grantTo(bytesOf(recoveryKey), placeOf('recovery'), contents));
      made.push({ id: 'recovery', kind: 'recovery', public: recoveryKey, grant });
    }
    if (holders.length === 0) throw new Error('A device that nobody can open would lose what it holds.');
    const { generation, key } = ring.at(-1) ?? ring[0];
    const mark = markOf(key);
    await this.#keys.transaction('rw', slots, progress, async () => {
      const granted = (await progress.get('granted')) ?? { generation: 0, mark };
      const isOther = granted.generation === generation && granted.mark !== mark;
      if (granted.generation > generation || isOther) throw new ProblemError(problem('OUT-KEY-013'));
      await progress.put({ id: 'granted', generation, mark });
      await slots.clear();
      await slots.bulkPut(made);
    });
    await this.#keepCopy();
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

  /** Public half of the recovery code's pair that holds a grant, base64url. */
  async recoveryKey(): Promise<string | undefined> {
    const known = await this.#keys.slots.get('recovery');
    return known?.kind === 'recovery' ? known.public : undefined;
  }

  /** How far this device has come; 0 where it has not begun. */
  async progressOf(id: ProgressRow['id']): Promise<number> {
    return (await this.#keys.progress.get(id))?.generation ?? 0;
  }

  async noteProgress(id: ProgressRow['id'], generation: number): Promise<void> {
    await this.#keys.progress.put({ id, generation });
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

  /** What is kept outside is what stands here, also where it was broken off in between. */
  async #keepCopy(): Promise<void> {
    const { copy } = this.#parts;
    const slots = await this.#keys.slots.toArray();
    if (!copy || slots.length === 0 || slots.some(({ kind }) => kind === 'open')) return;
    const text = JSON.stringify(slots);
    // One that is damaged is replaced: what it was made from is here.
    if ((await copy.kept().catch(() => null)) !== text) await copy.keep(text);
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

  async #openThrough({ id, name, grant }: CredentialSlot, factor: Factor): Promise<Uint8Array | undefined> {
    const { openFactor } = this.#parts;
    const reason = 'nothing here can ask for it.';
    if (!openFactor) throw new ProblemError(problem('OUT-KEY-014', { name, reason }));
    return openFactor(factor, name, placeOf(id), bytesOf(grant));
  }

  #ringOf(contents: Uint8Array | undefined, name: string): KeyRing {
    const ring = contents && decodeRing(contents);
    if (!ring) throw new ProblemError(problem('OUT-KEY-001', { place: `The key of ${name}` }));
    return ring;
  }
}

function granted(
  { id, credential, factor }: Pick<CredentialSlot, 'id' | 'credential' | 'factor'>,
  contents: Uint8Array,
): string {
  const place = placeOf(id);
  const inner = isEnough(factor) ? contents : grantTo(bytesOf(credential.public), place, contents);
  return toBase64Url(factor ? grantThrough(factor, place, inner) : inner);
}

/** A one-time code, however its groups are typed. */
export function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}

function bytesOf(text: string): Uint8Array {
  return fromBase64Url(text) ?? new Uint8Array();
}

/** Says nothing of the key: that is 256 random bits. */
function markOf(key: Uint8Array): string {
  return toBase64Url(hashBytes(new Uint8Array([...encodeUtf8('outpost-key-mark/1'), ...key])));
}

function placeOf(slot: string): string {
  return `slot/${slot}`;
}
