import { foldRecord } from '../changelog/fold.ts';
import type { Entry, ForkPoint, VouchBody } from '../changelog/entry.ts';
import { isMaking, refOf } from '../changelog/fold.ts';
import { soundEntry } from '../changelog/sound-entry.ts';
import { parseCredential } from '../trust/credential.ts';
import { isVouchSound } from '../trust/vouch.ts';
import type { ReplicaId } from '../kernel/ids.ts';
import { textIn, type Facts } from './facts.ts';
import type { Founding } from './founding.ts';
import type { Heard } from './heard.ts';
import { claimed } from './people.ts';
import { recoverySignsAt } from './recovery-signs.ts';

/** After somebody's passphrase was set on a device they go on there, ms, without having signed in with it. */
const afterSetting = 10 * 60_000;
/** Logs that forked off each other are followed so far. */
const mostForks = 20;
/** There is a key, and nothing was made with it. */
const withheldKey = 'withheld';

/** A credential that a person's account got. */
interface Setting {
  readonly heard: Heard;
  /** Ed25519, base64url; absent where an earlier version made it. */
  readonly sign?: string;
  /** The making of the account is here without its contents, and no order that stands says so. */
  readonly isWithheld?: boolean;
}

/** Who may have written an entry: whoever vouched for the replica. */
export class Authors {
  readonly #facts: Facts;
  /** Where logs forked off others; null for those that did not. */
  readonly #forks = new Map<ReplicaId, ForkPoint | null>();
  readonly #known = new WeakMap<readonly Heard[], readonly Setting[]>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Is it proven that its author sat there, as far as it has to be? */
  async isProven(heard: Heard, founding: Founding): Promise<boolean> {
    const { entry } = heard;
    const first = founding.account;
    if (!first || refOf(first.entry) === refOf(entry)) return true;
    const enrolledAt = await this.#enrolledAt(entry.replica);
    if (this.#isFromBefore(entry, first, enrolledAt)) return true;
    const accounts = await this.#accountsOf(entry.actor);
    const settings = (await Promise.all(accounts.map((account) => this.#settings(account)))).flat();
    const joinedAfter = (one: Heard) => enrolledAt !== undefined && came(one) <= enrolledAt;
    const isAsked =
      settings.some(({ heard: one, sign }) => sign && (isEarlier(one, heard) || joinedAfter(one))) ||
      (accounts.length === 0 && joinedAfter(first));
    if (!isAsked || settings.some((one) => isJustSet(one, entry))) return true;
    return this.#hasVouched(accounts, entry);
  }

  /** Does a vouch say the truth, by the keys that the account ever had, or by the recovery code that the unit had then? */
  async isSound(heard: Heard, body: VouchBody, { unit }: Founding): Promise<boolean> {
    const { entry } = heard;
    const account = entry.record;
    const isOwn = (await this.#personsOf(account)).has(entry.actor);
    const isHere = (await this.#lineage(entry.replica, entry.seq)).has(body.replica);
    if (!isOwn || !isHere) return false;
    const keys =
      body.by === 'recovery'
        ? await recoverySignsAt(this.#facts, unit, heard)
        : (await this.#settings(account)).map(({ sign }) => sign);
    const signedIn = { account, person: entry.actor, replica: body.replica };
    return keys.includes(body.key) && isVouchSound(body, signedIn);
  }

  #isFromBefore(entry: Entry, first: Heard, enrolledAt: number | undefined): boolean {
    if (entry.replica === first.entry.replica) return entry.seq < first.entry.seq;
    const wasIn = enrolledAt === undefined || enrolledAt < came(first);
    return wasIn && entry.stamp.wall < first.entry.stamp.wall;
  }

  async #enrolledAt(replica: ReplicaId): Promise<number | undefined> {
    for (const id of (await this.#lineage(replica, Infinity)).keys()) {
      const known = await this.#facts.source.replica(id);
      if (known) return known.enrolledAt;
    }
    return undefined;
  }

  async #hasVouched(accounts: readonly string[], entry: Entry): Promise<boolean> {
    const logs = await this.#lineage(entry.replica, entry.seq);
    const all = await Promise.all(accounts.map((account) => this.#facts.entries(account)));
    return all.flat().some(({ entry: said }) => {
      // One that cannot be read was not looked at, so it stands.
      const vouch = soundEntry(said);
      const until = logs.get(vouch.replica);
      return (
        vouch.body.kind === 'vouch' &&
        vouch.actor === entry.actor &&
        until !== undefined &&
        vouch.seq < until &&
        this.#facts.source.finding(refOf(vouch)) === 'stands'
      );
    });
  }

  /** The log itself and those that it forked off, each with the number before which they are one. */
  async #lineage(replica: ReplicaId, seq: number): Promise<ReadonlyMap<ReplicaId, number>> {
    const logs = new Map([[replica, seq]]);
    let last = replica;
    while (logs.size < mostForks) {
      const fork = await this.#forkOf(last);
      if (!fork || logs.has(fork.replica)) break;
      logs.set(fork.replica, fork.seq);
      last = fork.replica;
    }
    return logs;
  }

  async #forkOf(replica: ReplicaId): Promise<ForkPoint | null> {
    const known = this.#forks.get(replica);
    if (known !== undefined) return known;
    const [first] = await this.#facts.source.before(replica, 2, 1);
    const fork = first?.entry.fork ?? null;
    if (first) this.#forks.set(replica, fork);
    return fork;
  }

  async #accountsOf(person: string): Promise<readonly string[]> {
    const named = await this.#facts.naming('account', person);
    return named.flatMap((entries) => entries[0]?.entry.record ?? []);
  }

  async #personsOf(account: string): Promise<ReadonlySet<string>> {
    const entries = (await this.#facts.standing(account)).map(({ entry }) => entry);
    if (entries.length === 0) return new Set();
    const { create, registers } = foldRecord(entries);
    const heads = registers['person']?.map(({ value }) => value) ?? [create?.fields['person']];
    return new Set(heads.filter((value) => typeof value === 'string'));
  }

  async #settings(account: string): Promise<readonly Setting[]> {
    const standing = await this.#facts.standing(account);
    const known = this.#known.get(standing) ?? settingsIn(standing);
    this.#known.set(standing, known);
    return known;
  }
}

function settingsIn(standing: readonly Heard[]): readonly Setting[] {
  const makings = standing.filter(({ entry }) => isMaking(entry));
  const isReadable = makings.some(({ entry }) => entry.body.kind === 'create');
  const withheld = isReadable ? [] : makings.slice(0, 1);
  return [
    ...standing.flatMap(settingOf),
    ...withheld.map((heard): Setting => ({ heard, sign: withheldKey, isWithheld: true })),
  ];
}

function settingOf(heard: Heard): readonly Setting[] {
  const text = textIn(heard.entry, 'credential');
  if (text === undefined) return [];
  const sign = parseCredential(text)?.sign;
  return [{ heard, ...(sign === undefined ? {} : { sign }) }];
}

function came({ receivedAt = Infinity }: Heard): number {
  return receivedAt;
}

/** In one log the numbers tell, else the times that are claimed. */
function isEarlier(one: Heard, other: Heard): boolean {
  const [a, b] = [one.entry, other.entry];
  return a.replica === b.replica ? a.seq < b.seq : a.stamp.wall < claimed(other);
}

function isJustSet({ heard: { entry: set }, isWithheld = false }: Setting, entry: Entry): boolean {
  if (isWithheld) return false;
  const since = entry.stamp.wall - set.stamp.wall;
  const isHere = set.replica === entry.replica && set.actor === entry.actor && set.seq < entry.seq;
  return isHere && since >= 0 && since <= afterSetting;
}
