import type { Catalogue } from '../definition/catalogue.ts';
import type { Actor } from '../definition/permission.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { Entry } from '../changelog/entry.ts';
import { isMaking, refOf } from '../changelog/fold.ts';
import { soundEntry } from '../changelog/sound-entry.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import { Authors } from './authors.ts';
import { Effects } from './effects.ts';
import { Facts } from './facts.ts';
import { foundingOf, isFounding, isSeed, type Founding } from './founding.ts';
import { giftFault } from './gifts.ts';
import { stands, waits, type Heard, type JudgeSource, type Verdict } from './heard.ts';
import { isOrder, orderFault } from './orders.ts';
import { People } from './people.ts';
import { asWritten, oneAsWritten } from './redacted.ts';
import { isDeedOfRule, isImported, isSameOccasion } from './rules.ts';
import { changeFault, importFault, makingFault } from './rights.ts';
import { knownBefore, latestClaim, lookedBack, spanOf } from './times.ts';
import { viewsBefore } from './views.ts';

/** Records that say who may do what, and who is who. */
const ofFacts: readonly string[] = ['unit', 'person', 'account', 'assignment'];

/** True for records whose entries bear on what becomes of others. */
export function isFact({ type }: Pick<Entry, 'type'>): boolean {
  return ofFacts.includes(type);
}

/**
 * Says of entries whether their author had the right, by the same rules that the engine asks when they are written. What may have been right
 * stands: clocks differ, and nobody knew everything at once. Rules: docs/behaviour/rulings.md.
 */
export class Judge {
  readonly #catalogue: Catalogue;
  readonly #source: JudgeSource;
  readonly #facts: Facts;
  readonly #people: People;
  readonly #authors: Authors;
  readonly #effects: Effects;
  #founding: Promise<Founding | undefined> | undefined;

  constructor(catalogue: Catalogue, source: JudgeSource) {
    this.#catalogue = catalogue;
    this.#source = source;
    this.#facts = new Facts(source);
    this.#people = new People(catalogue, this.#facts);
    this.#authors = new Authors(this.#facts);
    this.#effects = new Effects(catalogue, source);
  }

  /** To be told of every entry that is a fact when it came, and when its finding changed. */
  forget(entry: Pick<Entry, 'record' | 'type'>): void {
    this.#facts.forget(entry);
    if (entry.type === 'unit' || entry.type === 'account') this.#founding = undefined;
  }

  async judge(found: Heard): Promise<Verdict> {
    const heard = await oneAsWritten(found, this.#source);
    const { entry } = heard;
    const { body } = entry;
    if (body.kind === 'rule') return this.#ruling(entry);
    this.#founding ??= foundingOf(this.#facts);
    const founding = await this.#founding;
    // While it is not known which unit this is, nobody has a right that could be missing.
    if (
      !founding ||
      isFounding(founding, heard) ||
      isSeed(entry, this.#catalogue, found.entry.body.kind === 'redacted')
    )
      return stands;
    if (body.kind === 'vouch') {
      const isSound = await this.#authors.isSound(heard, body, founding);
      return isSound ? stands : asideFor(problem('OUT-RUL-005'));
    }
    // Contents that are gone without an order: the order may come.
    if (body.kind === 'redacted') return waits;
    const type = this.#catalogue.type(entry.type);
    if (!type || !isKnown(entry)) return stands;
    if (!(await this.#authors.isProven(heard, founding))) return asideFor(problem('OUT-RUL-001'));
    return this.#byRight(heard, type);
  }

  async #ruling({ replica }: Entry): Promise<Verdict> {
    const known = await this.#source.replica(replica);
    return known?.kind === 'hub' ? stands : asideFor(problem('OUT-RUL-006', { replica }));
  }

  async #byRight(heard: Heard, type: RecordType): Promise<Verdict> {
    const { entry } = heard;
    const actor = await this.#people.actorAt(heard);
    const fault = await this.#fault(heard, type, actor);
    if (fault === 'waits') return waits;
    if (!fault) return stands;
    const isMeant = isOrder(entry.body) || !(await this.#effects.isEffect(entry));
    if (!isMeant || (await this.#faultWithin(heard, type)) === undefined) return stands;
    return asideFor(fault);
  }

  /** The same with all rights that the author may have had: asked only of what would be set aside. */
  async #faultWithin(heard: Heard, type: RecordType): Promise<Problem | 'waits' | undefined> {
    const { entry } = heard;
    const before = await this.#source.before(entry.replica, entry.seq, lookedBack);
    const others = await this.#source.entries(entry.record);
    const begins = await this.#people.begins(entry.actor);
    const knew = Math.max(latestClaim(before), knownBefore(entry, others), begins);
    return this.#fault(heard, type, await this.#people.actorWithin(heard, spanOf(heard, knew)));
  }

  async #fault(heard: Heard, type: RecordType, actor: Actor): Promise<Problem | 'waits' | undefined> {
    const { entry } = heard;
    const { body } = entry;
    const isByRule = isDeedOfRule(entry, this.#catalogue);
    const isFromFile = isImported(entry);
    if (body.kind === 'create') {
      if (isByRule) return this.#twice(heard, type);
      const fault = isFromFile ? importFault(type, entry, actor) : makingFault(type, entry, actor);
      return (
        fault ?? (isFromFile ? undefined : await this.#twice(heard, type)) ?? this.#gift(heard, type, [])
      );
    }
    const others = await this.#source.entries(entry.record);
    const known = asWritten(others, this.#source.finding).filter((one) => refOf(one.entry) !== refOf(entry));
    const making = known.find((other) => isMaking(other.entry));
    if (!making) return 'waits';
    if (body.kind === 'retract') return foreignFault(entry, known);
    if (isOrder(body)) return orderFault(entry, type, known, actor);
    if (isByRule) return undefined;
    const standing = known.filter((other) => this.#facts.isStanding(other));
    if (isFromFile && making.entry.key !== undefined && making.entry.actor === entry.actor) {
      return importFault(type, entry, actor);
    }
    const aside = known.filter((other) => this.#source.finding(refOf(other.entry)) === 'aside');
    const from = leftBy(entry, known, type);
    let first: Problem | undefined;
    for (const view of viewsBefore(type, entry, standing, aside)) {
      const isContinued = isFromFile && !importFault(type, entry, actor) && type.edit.allows(actor, view);
      const fault = isContinued ? undefined : changeFault(type, entry, actor, view, from);
      if (!fault) return this.#gift(heard, type, standing);
      first ??= fault;
    }
    // Where nothing of the record stands, what was done to it shows nowhere.
    return first ?? 'waits';
  }

  /** Ids are drawn by lot: only seeds, imports, one occasion of a rule, and records whose id follows from their values come to the same one. */
  async #twice({ entry, arrival }: Heard, type: RecordType): Promise<Problem | undefined> {
    if (hasOwnIdentity(entry, type)) return undefined;
    const others = await this.#source.entries(entry.record);
    const isThere = others.some(
      (other) =>
        isMaking(soundEntry(other.entry)) &&
        other.arrival < arrival &&
        other.entry.replica !== entry.replica &&
        !isSameOccasion(entry, other.entry),
    );
    return isThere ? problem('OUT-RUL-008', { recordType: type.label.toLowerCase() }) : undefined;
  }

  async #gift(heard: Heard, type: RecordType, standing: readonly Heard[]): Promise<Problem | undefined> {
    return giftFault(heard, type, standing, () => this.#people.hasOtherAdministrator(heard));
  }
}

/** Made apart with the same values it is the same record, and nobody took another one's place. */
function hasOwnIdentity({ record, body }: Entry, type: RecordType): boolean {
  return body.kind === 'create' && type.identity?.(body.fields) === record;
}

function isKnown({ body }: Entry): boolean {
  return isOrder(body) || ['create', 'set', 'act', 'note', 'attach', 'retract'].includes(body.kind);
}

function foreignFault({ actor, body }: Entry, known: readonly Heard[]): Problem | undefined {
  if (body.kind !== 'retract') return undefined;
  const named = new Set<string>(body.entries);
  const isForeign = known.some(({ entry }) => named.has(refOf(entry)) && entry.actor !== actor);
  return isForeign ? problem('OUT-RUL-007') : undefined;
}

/** The state that an act left, by the act that it names. */
function leftBy({ body }: Entry, known: readonly Heard[], type: RecordType): string | undefined {
  if (body.kind !== 'act') return undefined;
  const before = known.find(({ entry }) => refOf(entry) === body.base)?.entry.body;
  return before?.kind === 'act' ? before.to : before?.kind === 'create' ? type.lifecycle.initial : undefined;
}

function asideFor({ code, message }: Problem): Verdict {
  return { verdict: 'aside', code, reason: message };
}
