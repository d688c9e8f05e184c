import type { Entry } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { textIn, textsOf } from '#shared/rulings/facts.ts';
import type { Heard } from '#shared/rulings/heard.ts';
import { isFact } from '#shared/rulings/judge.ts';
import { grace } from '#shared/rulings/times.ts';
import type { Docket } from './docket.ts';
import type { HeldEntries } from './held-entries.ts';

/** An entry that turns again and again rests on itself; it is left as it is. */
const mostTurns = 6;

/** Entries that are to be judged again because of what came, or of what was found of others. */
export class Revision {
  readonly #held: HeldEntries;
  readonly #docket: Docket;
  readonly #actors: ReadonlySet<string>;
  readonly #records = new Set<string>();
  /** Person → the earliest time from which their entries may be affected. */
  readonly #people = new Map<string, number>();
  readonly #others: Heard[] = [];
  readonly #turns = new Map<EntryRef, number>();

  constructor(held: HeldEntries, docket: Docket, actors: ReadonlySet<string>) {
    this.#held = held;
    this.#docket = docket;
    this.#actors = actors;
  }

  /** An entry came, or was found otherwise than before. */
  async touch({ entry }: Heard): Promise<void> {
    if (this.#docket.ofRecord(entry.record).length > 0) this.#records.add(entry.record);
    if (!isFact(entry) || !bearsOnOthers(entry)) return;
    const from = entry.stamp.wall - grace;
    for (const person of await this.#concerned(entry)) {
      this.#people.set(person, Math.min(from, this.#people.get(person) ?? Infinity));
    }
  }

  /** It was found otherwise: what follows in the same go may have been its effects. */
  async turn({ entry }: Heard): Promise<void> {
    const ref = refOf(entry);
    this.#turns.set(ref, (this.#turns.get(ref) ?? 0) + 1);
    for (const heard of await this.#held.from(entry.replica, entry.seq + 1)) {
      const { actor, stamp } = heard.entry;
      if (actor !== entry.actor || stamp.wall !== entry.stamp.wall) break;
      this.#others.push(heard);
    }
  }

  /** What is to be judged again now; empty when all is settled. @param upTo the run that was judged last. */
  async take(upTo: number): Promise<readonly Heard[]> {
    const refs = new Set([...this.#records].flatMap((record) => this.#docket.ofRecord(record)));
    this.#records.clear();
    const found = this.#others.splice(0);
    for (const [person, from] of this.#people) {
      for (const ref of this.#docket.ofActor(person)) refs.add(ref);
      const runs = await this.#held.runsBy(person, from, upTo);
      found.push(...runs.flat().filter(({ entry }) => entry.actor === person && entry.stamp.wall >= from));
    }
    this.#people.clear();
    for (const ref of refs) found.push(...(await this.#named(ref)));
    const distinct = new Map(found.map((heard) => [refOf(heard.entry), heard]));
    return [...distinct.values()]
      .filter(({ entry }) => !this.#docket.isOpen(refOf(entry)))
      .filter(({ entry }) => (this.#turns.get(refOf(entry)) ?? 0) < mostTurns)
      .sort((a, b) => a.arrival - b.arrival);
  }

  async #named(ref: EntryRef): Promise<readonly Heard[]> {
    const row = this.#docket.row(ref);
    return row
      ? this.#held
          .before(row.replica, row.seq + 1, 1)
          .then((found) => found.filter(({ entry }) => refOf(entry) === ref))
      : [];
  }

  /** Those who wrote something, and whom the record names or named. */
  async #concerned(entry: Entry): Promise<readonly string[]> {
    const entries = entry.type === 'person' ? [] : await this.#held.entries(entry.record);
    const recovered = textIn(entry, 'recoveryKey') === undefined ? [] : await this.#recovered();
    const named = entries.flatMap((other) => [...textsOf(other.entry), other.entry.actor]);
    return [...new Set([entry.record, ...named, ...recovered])].filter((person) => this.#actors.has(person));
  }

  /** Those for whom the holder of a recovery code vouched. */
  async #recovered(): Promise<readonly string[]> {
    const accounts = await this.#held.records('account');
    await this.#held.expect(accounts);
    const entries = await Promise.all(accounts.map((account) => this.#held.entries(account)));
    return entries
      .flat()
      .flatMap(({ entry: { body, actor } }) => (body.kind === 'vouch' && body.by ? [actor] : []));
  }
}

function bearsOnOthers({ type, body }: Entry): boolean {
  if (body.kind === 'note' || body.kind === 'attach' || body.kind === 'rule') return false;
  if (type !== 'person' || body.kind !== 'set') return true;
  return ['roles', 'teams'].some((field) => Object.hasOwn(body.fields, field));
}
