import type { Entry } from '#shared/changelog/entry.ts';
import type { Config } from '#shared/definition/config.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { makeCredential, newDerivation, passphraseFault, type DeriveKey } from '#shared/trust/credential.ts';
import { newGrantPair } from '#shared/trust/grant.ts';
import { newDataKey, type KeyRing } from '#shared/trust/key-ring.ts';
import { newRecoveryCode, recoveryPair } from '#shared/trust/recovery-code.ts';
import { signPairOf } from '#shared/trust/sign-key.ts';
import type { Vault } from '#shared/trust/vault.ts';
import { accountsOf, recoveryKeyOf, recoverySignOf, type Account } from './accounts.ts';
import type { makeFactor } from './authenticator.ts';
import { plainCode, type DeviceLock, type Holder } from './device-lock.ts';
import type { Judged } from './judged-accounts.ts';
import type { KeyKeeper } from './key-keeper.ts';
import type { Pins } from './pins.ts';
import { seatOf, type NewCredential, type Seat } from '#shared/trust/seat.ts';

export interface AccessParts {
  readonly lock: DeviceLock;
  readonly vault: Vault;
  readonly keeper: KeyKeeper;
  readonly pins: Pins;
  readonly deriveKey: DeriveKey;
  readonly config: () => Config;
  /** The unit and its accounts as this device judges them itself; undefined where nothing came from elsewhere. */
  readonly judgedAccounts: () => Promise<Judged | undefined>;
  readonly onConfig: (listener: () => void) => void;
  /** Told when this device goes on with other keys. */
  readonly onKeys: (ring: KeyRing) => void;
  /** Told when the device was locked, or got other keys, in another window. */
  readonly onElsewhere: () => void;
  /** Whoever signed in before the workspace was opened. */
  readonly seat: Seat | undefined;
  /** What the holder of the recovery code vouches with, who opened the device: Ed25519, 32 bytes. */
  readonly recovery?: Uint8Array | undefined;
}

/** Nobody closed the device yet · it is joining a unit · people sign in. */
export type AccessStage = 'open' | 'joining' | 'closed';

/** A recovery code: the text is shown once, the rest goes into the unit's record. */
export interface Recovery {
  readonly code: string;
  /** Public halves, base64url: what the code opens, and what its holder signs with. */
  readonly fields: { readonly recoveryKey: string; readonly recoverySign: string };
}

const codeSlot = 'code';

/** Signing in and out, and who may open this device. */
export class Access {
  readonly #parts: AccessParts;
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<() => void>();
  #stage: AccessStage = 'open';
  #seat: Seat | undefined;
  #recovery: Uint8Array | undefined;
  #version = 0;
  #following: Promise<void> = Promise.resolve();
  #isFollowAsked = false;
  /** The unit and its accounts as this device judges them itself; undefined where nothing came from elsewhere. */
  #judged: Judged | undefined;

  /** @param name of the database. */
  constructor(name: string, parts: AccessParts) {
    this.#parts = parts;
    this.#seat = parts.seat;
    this.#recovery = parts.recovery;
    this.#channel = new BroadcastChannel(`${name}-access`);
    this.#channel.onmessage = () => parts.onElsewhere();
    parts.onConfig(() => void this.follow().catch(() => undefined));
  }

  async start(): Promise<void> {
    await this.#readStage();
    this.#keep();
    // What came from elsewhere is looked through beside the start.
    void this.follow().catch(() => undefined);
  }

  /** Grows with everything that listeners are told of. */
  get version(): number {
    return this.#version;
  }

  get stage(): AccessStage {
    return this.#stage;
  }

  /** Record id of the person at the desk. */
  get person(): string | undefined {
    return this.#seat?.person;
  }

  /** The same, with what they vouch with. */
  get seat(): Seat | undefined {
    return this.#seat;
  }

  /** What the holder of the recovery code vouches with, until somebody is at the desk: Ed25519, 32 bytes. */
  get recovery(): Uint8Array | undefined {
    return this.#recovery;
  }

  /** What holders of the recovery code vouch with, by the unit's record, base64url. */
  get recoverySign(): string | undefined {
    return recoverySignOf(this.#trusted);
  }

  /** Told when the stage, the person, their credential or the accounts as this device judges them changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** PINs that open this device until the sitting is over. */
  get pins(): Pins {
    return this.#parts.pins;
  }

  /** Those who may sign in here. */
  accounts(): readonly Account[] {
    return accountsOf(this.#trusted.all('account'));
  }

  /** Records of accounts, closed ones among them. */
  accountRecords(): readonly RecordView[] {
    return this.#trusted.all('account');
  }

  /** The entries of an account that this device finds right itself; undefined where nothing came from elsewhere. */
  rightEntries(account: string): readonly Entry[] | undefined {
    return this.#judged?.entriesOf(account);
  }

  /** The account of whoever is at the desk was closed, or set aside. */
  get isOut(): boolean {
    const accounts = this.accounts();
    return this.#stage === 'closed' && accounts.length > 0 && !this.#isIn(accounts);
  }

  /** @throws ProblemError OUT-KEY-006 */
  async makeCredential(passphrase: string, derivation = newDerivation()): Promise<NewCredential> {
    const fault = passphraseFault(passphrase);
    if (fault) throw new ProblemError(fault);
    const pair = newGrantPair();
    const credential = await makeCredential(passphrase, this.#parts.deriveKey, { pair, derivation });
    return { credential, secret: signPairOf(pair).secret };
  }

  makeRecovery(): Recovery {
    const code = newRecoveryCode();
    const pair = recoveryPair(code);
    if (!pair) throw new Error('A recovery code that was just made cannot be read.');
    const sign = signPairOf(pair).public;
    return { code, fields: { recoveryKey: toBase64Url(pair.public), recoverySign: toBase64Url(sign) } };
  }

  /**
   * Closes the device for all but these people, and the holder of the recovery code; it gets a key of its own. The first is at the desk.
   * @param secret what the first vouches with.
   */
  async close(people: readonly Holder[], secret: Uint8Array, recoveryKey?: string): Promise<void> {
    const ring = this.#stage === 'open' ? this.#withNewKey() : this.#parts.vault.ring;
    await this.#parts.lock.grant(ring, people, recoveryKey);
    const [first] = people;
    const seat = first && seatOf(first.id, { credential: first.credential, secret });
    await this.#use(ring, seat);
    await this.#readStage();
    this.#sit(seat);
  }

  /** A laptop that joins a unit: until somebody of the unit has signed in, its one-time code opens it. */
  async join(code: string): Promise<void> {
    if (this.#stage === 'closed') return;
    const credential = await makeCredential(plainCode(code), this.#parts.deriveKey);
    const ring = this.#stage === 'open' ? this.#withNewKey() : this.#parts.vault.ring;
    await this.#parts.lock.grant(ring, [{ id: codeSlot, kind: 'code', name: 'One-time code', credential }]);
    await this.#use(ring);
    await this.#readStage();
  }

  /** Proves somebody whose account came with the unit's records; from then on the unit's people open this device. @throws ProblemError OUT-KEY-002, 003, 017 */
  async claim({ id }: Account, passphrase: string): Promise<void> {
    await this.follow();
    const account = this.accounts().find((one) => one.id === id);
    if (!account) throw new ProblemError(problem('OUT-KEY-017'));
    const secret = await this.#parts.lock.prove(account, passphrase);
    const others = this.accounts().filter((one) => one.id !== id);
    await this.close([account, ...others], secret, recoveryKeyOf(this.#trusted));
  }

  /** Another person takes the desk. @throws ProblemError OUT-KEY-002, 003 */
  async signIn(person: string, passphrase: string): Promise<void> {
    const { seat } = await this.#parts.lock.enter(person, passphrase);
    this.#sit(seat);
  }

  /** Whoever is at the desk has another credential now. */
  renew(made: NewCredential): void {
    if (this.#seat) this.#sit(seatOf(this.#seat.person, made));
  }

  /** A PIN for this sitting, for whoever knows the passphrase. @throws ProblemError OUT-KEY-002, 003, 009, 012 */
  async setPin(person: string, passphrase: string, pin: string): Promise<void> {
    const { ring, seat } = await this.#parts.lock.enter(person, passphrase);
    if (seat) await this.#parts.pins.set(seat, pin, ring);
  }

  /** The same with the PIN of this sitting. @throws ProblemError OUT-KEY-010, 011 */
  async signInWithPin(person: string, name: string, pin: string): Promise<void> {
    const { seat } = await this.#parts.pins.enter(person, name, pin);
    this.#sit(seat);
  }

  /** From now on this person's way in here needs the authenticator besides the passphrase. @throws ProblemError OUT-KEY-002, 003, 014, 015 */
  async addFactor({ id, name }: Account, passphrase: string, make: typeof makeFactor): Promise<void> {
    const { ring } = await this.#parts.lock.enter(id, passphrase);
    await this.#parts.lock.setFactor(ring, id, await make(id, name));
  }

  /** It may be lost: the passphrase is enough, on a device that somebody has opened. @throws ProblemError OUT-KEY-002, 003 */
  async removeFactor(person: string, passphrase: string): Promise<void> {
    const account = this.accounts().find(({ id }) => id === person);
    if (!account) return;
    await this.#parts.lock.prove(account, passphrase);
    await this.#parts.lock.setFactor(this.#parts.vault.ring, person, undefined);
  }

  /** Record ids of those whose way in here asks for more than the passphrase. */
  async withFactor(): Promise<readonly string[]> {
    return this.#parts.lock.withFactor();
  }

  /** Forgets the keys; the page has to be loaded anew, here and in the other windows. */
  async lockUp(): Promise<void> {
    await this.#parts.keeper.forget();
    this.#channel.postMessage('locked');
  }

  /** Brings who may open this device up to the accounts of the unit. */
  follow(): Promise<void> {
    // One that has not begun yet sees all that is here by now.
    if (this.#isFollowAsked) return this.#following;
    this.#isFollowAsked = true;
    this.#following = this.#following
      .catch(() => undefined)
      .then(() => {
        this.#isFollowAsked = false;
        return this.#follow();
      });
    return this.#following;
  }

  endAll(): void {
    this.#channel.close();
    this.#parts.lock.close();
  }

  async #follow(): Promise<void> {
    const judged = await this.#parts.judgedAccounts();
    if (judged !== this.#judged) {
      this.#judged = judged;
      this.#tell();
    }
    if (this.#stage !== 'closed') return;
    const { lock, vault } = this.#parts;
    const accounts = this.accounts();
    // Records that are not read yet must not shut everybody out.
    if (accounts.length === 0) return;
    const held = await lock.holders();
    const recoveryKey = recoveryKeyOf(this.#trusted);
    const isSameCode = recoveryKey === undefined || recoveryKey === (await lock.recoveryKey());
    const isSame = isSameCode && JSON.stringify(signs(accounts)) === JSON.stringify(signs(held));
    if (!isSame) await lock.grant(vault.ring, accounts, recoveryKey);
  }

  /** A new key for what is written from now on, granted to all who have one now. @throws ProblemError OUT-KEY-013 */
  async takeNewKey(): Promise<void> {
    const ring = this.#withNewKey();
    await this.#grantAnew(ring);
    await this.#use(ring);
  }

  /** Forgets all keys but the newest. Nothing may stand under the others, and no window may write with them. */
  async dropOldKeys(): Promise<void> {
    const { vault } = this.#parts;
    const ring: KeyRing = [vault.ring.at(-1) ?? vault.ring[0]];
    await this.#grantAnew(ring);
    await this.#hold(ring, this.#seat);
    // Threads and windows that hold more keys write with the same one.
    vault.take(ring);
  }

  get #trusted(): Pick<Config, 'all'> {
    return this.#judged ?? this.#parts.config();
  }

  async #grantAnew(ring: KeyRing): Promise<void> {
    const { lock } = this.#parts;
    await lock.grant(ring, await lock.holders());
  }

  #withNewKey(): KeyRing {
    const { ring } = this.#parts.vault;
    const [first, ...others] = ring;
    return [first, ...others, newDataKey(ring)];
  }

  /** Nothing is written with a key that this device, loaded anew, would not get. */
  async #use(ring: KeyRing, seat = this.#seat): Promise<void> {
    const { vault, onKeys } = this.#parts;
    if (ring === vault.ring) return;
    await this.#hold(ring, seat);
    vault.take(ring);
    onKeys(ring);
    this.#channel.postMessage('keys');
  }

  #isIn(accounts: readonly Account[]): boolean {
    return this.#seat === undefined || accounts.some(({ id }) => id === this.#seat?.person);
  }

  #sit(seat: Seat | undefined): void {
    this.#seat = seat;
    this.#recovery = undefined;
    this.#keep();
    this.#tell();
  }

  #keep(): void {
    if (this.#stage !== 'open') void this.#hold(this.#parts.vault.ring, this.#seat);
  }

  /** For a page that is loaded anew; the holder of the recovery code types it again, as what they vouch with is kept nowhere. */
  async #hold(ring: KeyRing, seat: Seat | undefined): Promise<void> {
    if (!this.#recovery) await this.#parts.keeper.put({ ring, seat });
  }

  async #readStage(): Promise<void> {
    const ways = await this.#parts.lock.waysIn();
    const isJoining = ways.some(({ kind }) => kind === 'code');
    this.#stage = ways.length === 0 ? 'open' : isJoining ? 'joining' : 'closed';
    this.#tell();
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function signs(holders: readonly Holder[]): readonly string[] {
  return holders
    .map(({ id, name, credential }) => `${id} ${name} ${credential.public} ${credential.sealed}`)
    .sort();
}
