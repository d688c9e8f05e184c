import type { Entry, VouchBody } from '#shared/changelog/entry.ts';
import { soundEntry } from '#shared/changelog/sound-entry.ts';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { publicKeyOf } from '#shared/trust/sign-key.ts';
import { isVouchSound, makeVouch, type SignedIn } from '#shared/trust/vouch.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEntries } from '../log.ts';
import type { Account } from './accounts.ts';
import type { Seat } from '#shared/trust/seat.ts';

export interface VoucherParts {
  readonly database: OutpostDatabase;
  readonly accounts: () => readonly Account[];
  /** Who is at the desk, and what they vouch with. */
  readonly seat: () => Seat | undefined;
  /** What the holder of the recovery code vouches with, who opened the device: Ed25519, 32 bytes. */
  readonly recovery: () => Uint8Array | undefined;
  /** The public half of it as the unit's record has it, base64url. */
  readonly recoverySign: () => string | undefined;
}

/** Who vouches: the person themself, or the holder of the recovery code for them. */
interface Voice {
  readonly secret: Uint8Array;
  readonly by?: VouchBody['by'];
}

/** What a person has to say before anything else that they write into a log. */
export interface OwedVouch {
  /** Record id of the account. */
  readonly account: string;
  /** The account has no key to vouch with yet: this credential has it, and is the same otherwise. */
  readonly credential?: string;
  readonly body: VouchBody;
}

/** Knows in which logs the person at the desk has said that they sign in there (TRU-130). */
export class Voucher {
  readonly #parts: VoucherParts;
  /** What was found in the log; it stays there. */
  readonly #found = new Set<string>();

  constructor(parts: VoucherParts) {
    this.#parts = parts;
  }

  /** @param replica that is written into. @returns undefined where nothing is owed, or nobody who could say it is at the desk. */
  async owed(person: string, replica: string): Promise<OwedVouch | undefined> {
    const voice = this.#voiceOf(person);
    if (!voice) return undefined;
    const { secret, by } = voice;
    const account = this.#parts.accounts().find(({ id }) => id === person);
    if (!account) return undefined;
    const signedIn = { account: account.record, person, replica };
    const key = toBase64Url(publicKeyOf(secret));
    const known = JSON.stringify([signedIn, key]);
    if (this.#found.has(known)) return undefined;
    if (await this.#isInLog(signedIn, key)) {
      this.#found.add(known);
      return undefined;
    }
    const seat = this.#parts.seat();
    const credential = seat && withKey(account, seat, key);
    return {
      account: account.record,
      body: makeVouch(secret, signedIn, by),
      ...(credential === undefined ? {} : { credential }),
    };
  }

  #voiceOf(person: string): Voice | undefined {
    const { seat, recovery, recoverySign } = this.#parts;
    const [sitting, secret] = [seat(), recovery()];
    if (sitting) return sitting.person === person && sitting.secret ? { secret: sitting.secret } : undefined;
    // A code that an earlier version made has nothing to vouch with.
    const isOfUnit = secret && toBase64Url(publicKeyOf(secret)) === recoverySign();
    return isOfUnit ? { secret, by: 'recovery' } : undefined;
  }

  async #isInLog(signedIn: SignedIn, key: string): Promise<boolean> {
    const row = await this.#parts.database.records.get(signedIn.account);
    const entries = row ? await readEntries(this.#parts.database, row) : [];
    return entries.some((entry) => isSaidIn(entry, signedIn, key));
  }
}

function isSaidIn(entry: Entry, signedIn: SignedIn, key: string): boolean {
  const { body, actor, replica } = soundEntry(entry);
  const isOwn = body.kind === 'vouch' && actor === signedIn.person && replica === signedIn.replica;
  return isOwn && body.key === key && isVouchSound(body, signedIn);
}

/** An account that an earlier version made gets the key that follows from the credential it has. */
function withKey({ credential }: Account, seat: Seat, key: string): string | undefined {
  const isMissing = credential.sign === undefined && credential.public === seat.credential;
  return isMissing ? JSON.stringify({ ...credential, sign: key }) : undefined;
}
