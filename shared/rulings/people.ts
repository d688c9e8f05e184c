import type { Catalogue } from '../definition/catalogue.ts';
import type { Actor, ScopedRole } from '../definition/permission.ts';
import { isRole, type Role } from '../definition/roles.ts';
import { listOf, type RecordView } from '../definition/record.ts';
import { foldRecord } from '../changelog/fold.ts';
import { projectRecord } from '../changelog/project.ts';
import { assignmentOf, rolesOf, type Assignment } from '../engine/assignments.ts';
import { shapeOf } from '../engine/shape.ts';
import type { Facts } from './facts.ts';
import type { Heard } from './heard.ts';
import { grace, knownWithin, latestClaim, type Span } from './times.ts';

/** Who somebody was when they wrote an entry. */
export class People {
  readonly #catalogue: Catalogue;
  readonly #facts: Facts;
  readonly #views = new WeakMap<readonly Heard[], Map<string, RecordView | undefined>>();

  constructor(catalogue: Catalogue, facts: Facts) {
    this.#catalogue = catalogue;
    this.#facts = facts;
  }

  /** By the times that are claimed. */
  async actorAt(heard: Heard): Promise<Actor> {
    const { actor: id } = heard.entry;
    const person = await this.#viewAt(await this.#facts.standing(id), heard);
    if (!person) return { id, roles: [], teams: [] };
    const { roles, scoped } = rolesOf(person, await this.#assignmentsAt(heard, id), claimed(heard));
    const teams = person.state === 'active' ? listOf(person, 'teams') : [];
    return { id, roles, teams, ...(scoped.length > 0 ? { scoped } : {}) };
  }

  /** With everything that they may have had, as clocks are not all right and not everything was known to everybody at once. */
  async actorWithin(heard: Heard, span: Span): Promise<Actor> {
    const { actor: id } = heard.entry;
    const people = this.#viewsWithin(await this.#facts.standing(id), heard, span);
    const active = people.filter(({ state }) => state === 'active');
    const held = await this.#facts.naming('assignment', id);
    const assignments = held
      .flatMap((entries) => this.#viewsWithin(entries, heard, span))
      .flatMap((view) => assignmentOf(view) ?? [])
      .filter((one) => mayHold(one, id, span));
    const isActive = active.length > 0;
    const whole = assignments.filter(({ scope }) => scope === 'workspace').map(({ role }) => role);
    const own = active.flatMap((person) => listOf(person, 'roles')).filter(isRole);
    const roles: readonly Role[] = isActive ? [...new Set([...own, ...whole])] : [];
    const scoped = isActive ? assignments.flatMap(scopedOf) : [];
    const teams = [...new Set(active.flatMap((person) => listOf(person, 'teams')))];
    return { id, roles, teams, ...(scoped.length > 0 ? { scoped } : {}) };
  }

  /** The latest claim of when the person, and their accounts, came to be: whatever they wrote, they wrote afterwards. */
  async begins(person: string): Promise<number> {
    const records = [await this.#facts.standing(person), ...(await this.#facts.naming('account', person))];
    const makings = records.flatMap(
      (entries) => entries.find(({ entry }) => entry.body.kind === 'create') ?? [],
    );
    return latestClaim(makings);
  }

  /** Was somebody else an administrator, by the times that are claimed? */
  async hasOtherAdministrator(heard: Heard): Promise<boolean> {
    for (const id of await this.#facts.ofType('person')) {
      if (id === heard.entry.actor) continue;
      const person = await this.#viewAt(await this.#facts.standing(id), heard);
      if (!person) continue;
      const { roles } = rolesOf(person, await this.#assignmentsAt(heard, id), claimed(heard));
      if (roles.includes('administrator')) return true;
    }
    return false;
  }

  async #assignmentsAt(heard: Heard, person: string): Promise<readonly Assignment[]> {
    const found: Assignment[] = [];
    for (const entries of await this.#facts.naming('assignment', person)) {
      const view = await this.#viewAt(entries, heard);
      const one = view && assignmentOf(view);
      if (one) found.push(one);
    }
    return found;
  }

  #viewAt(facts: readonly Heard[], heard: Heard): Promise<RecordView | undefined> {
    const { replica, seq } = heard.entry;
    const at = claimed(heard);
    const known = facts.filter(({ entry }) =>
      entry.replica === replica ? entry.seq < seq : entry.stamp.wall <= at,
    );
    return Promise.resolve(this.#view(facts, known));
  }

  #viewsWithin(facts: readonly Heard[], heard: Heard, span: Span): readonly RecordView[] {
    return knownWithin(facts, heard, span).flatMap((known) => this.#view(facts, known) ?? []);
  }

  #view(facts: readonly Heard[], known: readonly Heard[]): RecordView | undefined {
    const [first] = known;
    const type = first && this.#catalogue.type(first.entry.type);
    if (!type) return undefined;
    const views = this.#views.get(facts) ?? new Map<string, RecordView | undefined>();
    this.#views.set(facts, views);
    const key = known.map(({ entry }) => `${entry.replica}${entry.seq}`).join();
    if (!views.has(key)) {
      views.set(key, projectRecord(foldRecord(known.map(({ entry }) => entry)), shapeOf(type)));
    }
    return views.get(key);
  }
}

/** No later than it came. */
export function claimed({ entry, receivedAt = Infinity }: Heard): number {
  return Math.min(entry.stamp.wall, receivedAt);
}

function mayHold(one: Assignment, person: string, span: Span): boolean {
  const isWithin = (from: number, until: number) => from - grace <= span.until && span.from < until;
  const { isInUse, from, until, delegate, delegateFrom, delegateUntil } = one;
  if (!isInUse || !isWithin(from, until)) return false;
  return one.person === person || (delegate === person && isWithin(delegateFrom, delegateUntil));
}

function scopedOf({ role, scope, of }: Assignment): readonly ScopedRole[] {
  return scope === 'workspace' ? [] : [{ role, scope, of }];
}
