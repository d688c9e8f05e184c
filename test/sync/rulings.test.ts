import { describe, expect, test } from 'vitest';
import { refOf } from '#shared/changelog/fold.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { findingOf, judgeAll } from '#shared/rulings/judge-all.ts';
import { heardFrom, sourceOver } from '#test/support/judged.ts';
import { asideIn } from '#test/support/ruled-hub.ts';
import { day, hour, Laptop, minute, newPerson, ruledUnit } from '#test/support/ruled-unit.ts';
import { Chance } from './chance.ts';
import { RulingHub } from './rulings-world.ts';

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);
const turns = 90;

/** Laptops, two hubs between which only one of them goes, and people who lose and get roles meanwhile. */
class Play {
  readonly chance: Chance;
  readonly laptops: Laptop[] = [];
  readonly hubs: RulingHub[] = [];
  readonly rogue = new Set<string>();
  readonly honest = new Map<string, { readonly by: string; readonly at: number }>();
  readonly skews: number[] = [];
  now = 0;
  admin = '';
  /** Analysts throughout; one who stops being one; one who becomes one. */
  steady: readonly string[] = [];
  loser = '';
  gainer = '';
  /** In whose favour forgeries are written; works nowhere. */
  mark = '';
  lostAt = Infinity;
  #count = 0;

  constructor(seed: number) {
    this.chance = new Chance(seed);
  }

  async begin(): Promise<void> {
    const { first, admin } = await ruledUnit();
    this.admin = admin;
    this.now = first.now;
    for (const name of ['unit', 'brigade']) this.hubs.push(await RulingHub.open(name, () => this.now));
    const [a, b] = this.hubs;
    if (!a || !b) throw new Error('There are two hubs.');
    for (const hub of this.hubs) await hub.enrol(first.id);
    await a.enrol(b.hub.identity.id, 'hub');
    await b.enrol(a.hub.identity.id, 'hub');
    const steady = [
      await newPerson(first, admin, 'Clark', 'analyst'),
      await newPerson(first, admin, 'Evans', 'analyst'),
    ];
    this.steady = steady;
    this.loser = await newPerson(first, admin, 'Lee', 'analyst');
    this.gainer = await newPerson(first, admin, 'Gray', 'requester');
    this.mark = await newPerson(first, admin, 'Mark', 'requester');
    await a.exchangeWith(first);
    await a.exchangeWithHub(b);
    this.now += hour;
    for (const name of ['B', 'C', 'D']) {
      const laptop = new Laptop(name);
      for (const hub of this.hubs) await hub.enrol(laptop.id);
      await a.exchangeWith(laptop);
      this.laptops.push(laptop);
    }
    this.laptops.unshift(first);
    const clocks = [0, 0, hour / 2, -hour / 2, 3650 * day, -3650 * day];
    this.skews.push(0, 0, ...[2, 3].map(() => clocks[this.chance.below(clocks.length)] ?? 0));
    for (const [index, laptop] of this.laptops.entries()) {
      laptop.now = this.now + (this.skews[index] ?? 0);
      const people = index === 0 ? [] : [...steady, this.gainer, ...(index === 1 ? [this.loser] : [])];
      for (const person of people) laptop.signIn(person);
    }
  }

  async turn(): Promise<void> {
    // What was done at the very instant of a change stands.
    this.now += (1 + this.chance.below(40)) * minute;
    const index = this.chance.below(this.laptops.length);
    const laptop = this.laptops[index];
    if (!laptop) return;
    laptop.now = this.now + (this.skews[index] ?? 0);
    const what = this.chance.below(100);
    if (what < 45) await this.#work(laptop, index);
    else if (what < 60) this.#goRogue(laptop, index);
    else if (what < 64) await this.#changeRoles();
    else if (what < 82) await this.#exchange(laptop, index);
    else if (what < 88) await this.#between();
    else await this.#judge();
  }

  async #work(laptop: Laptop, index: number): Promise<void> {
    const people =
      index === 0 ? [this.admin] : [...this.steady, this.gainer, ...(index === 1 ? [this.loser] : [])];
    const person = people[this.chance.below(people.length)] ?? this.admin;
    const incidents = [...laptop.states.values()].filter(({ type, create }) => type === 'incident' && create);
    const record = incidents[this.chance.below(Math.max(1, incidents.length))]?.id;
    this.#count += 1;
    const title = `T${this.#count}`;
    const fields = { title, requester: this.gainer, contactType: 'phone' };
    const command =
      record === undefined || this.chance.isLucky(35)
        ? ({ kind: 'create', type: 'incident', fields } as const)
        : this.chance.isLucky(60)
          ? ({ kind: 'edit', record, fields: { title } } as const)
          : ({ kind: 'note', record, text: title, audience: 'internal' } as const);
    const result = await laptop.tried(person, command);
    if (!result.ok) return;
    for (const entry of result.value.entries)
      this.honest.set(refOf(entry), { by: person, at: entry.stamp.wall });
  }

  /** A changed program writes in the name of who never signs in there, or what the person has no right to. */
  #goRogue(laptop: Laptop, index: number): void {
    if (index === 0) return;
    const [victim = ''] = this.steady;
    const forged: readonly [string, string, string, Entry['body']][] = [
      [
        this.admin,
        'person',
        this.mark,
        { kind: 'set', fields: { roles: { value: ['administrator'], base: [] } } },
      ],
      [
        victim,
        'person',
        this.mark,
        { kind: 'set', fields: { roles: { value: ['administrator'], base: [] } } },
      ],
      [
        victim,
        'account',
        laptop.accountOf(this.admin),
        { kind: 'set', fields: { credential: { value: '{}', base: [] } } },
      ],
      [
        this.admin,
        'person',
        this.mark,
        { kind: 'act', action: 'retire', to: 'retired', base: `${this.laptops[0]?.id ?? ''}:1`, fields: {} },
      ],
    ];
    const [person, type, id, body] = forged[this.chance.below(forged.length)] ?? [];
    if (person === undefined || type === undefined || id === undefined || !body) return;
    this.rogue.add(refOf(laptop.forge(person, { id, type }, body)));
  }

  async #changeRoles(): Promise<void> {
    const [first] = this.laptops;
    if (!first) return;
    first.now = this.now;
    if (this.lostAt === Infinity && this.chance.isLucky(50)) {
      await first.as(this.admin, { kind: 'edit', record: this.loser, fields: { roles: ['requester'] } });
      this.lostAt = this.now;
    } else {
      await first.tried(this.admin, {
        kind: 'edit',
        record: this.gainer,
        fields: { roles: ['requester', 'analyst'] },
      });
    }
  }

  async #exchange(laptop: Laptop, index: number): Promise<void> {
    // The last laptop hears only of the hub above.
    await this.hubs[index === 3 ? 1 : 0]?.exchangeWith(laptop);
  }

  async #between(): Promise<void> {
    const [a, b] = this.hubs;
    if (a && b) await a.exchangeWithHub(b);
  }

  async #judge(): Promise<void> {
    const hub = this.hubs[this.chance.below(2)];
    if (!hub) return;
    if (this.chance.isLucky(30)) hub.failing = 1;
    if (this.chance.isLucky(30)) hub.dying = 1;
    await hub.judge();
    hub.failing = 0;
    hub.dying = 0;
  }

  async settle(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      for (const [index, laptop] of this.laptops.entries()) await this.#exchange(laptop, index);
      await this.#between();
      for (const hub of this.hubs) await hub.judge();
    }
  }

  async end(): Promise<void> {
    for (const hub of this.hubs) await hub.close();
  }
}

describe('rulings while people lose and get roles, apart from each other', () => {
  test.each(seeds)(
    'RUL-301 seed %i: all devices set the same aside, and nothing else than what it should be',
    async (seed) => {
      const play = new Play(seed);
      await play.begin();
      for (let turn = 0; turn < turns; turn += 1) await play.turn();
      await play.settle();
      const aside = play.laptops.map((laptop) => asideIn(laptop.log));
      for (const one of aside) expect(one).toEqual(aside[0]);
      const found = new Set(aside[0]);
      expect([...play.rogue].filter((ref) => !found.has(ref))).toEqual([]);
      const log = new Map<string, Entry>(
        play.laptops.flatMap((laptop) => laptop.log).map((entry) => [refOf(entry), entry]),
      );
      const wrong = [...play.honest].filter(([ref, { by, at }]) => {
        const isLate = by === play.loser && at >= play.lostAt;
        // Requesters log incidents too, and write notes on their own.
        return isLate ? log.get(ref)?.body.kind === 'set' && !found.has(ref) : found.has(ref);
      });
      expect(wrong.map(([ref]) => log.get(ref))).toEqual([]);
      for (const laptop of play.laptops) {
        const held = new Set<string>(laptop.log.map(refOf));
        expect(aside[0]?.filter((ref) => !held.has(ref))).toEqual([]);
      }
      await sameAsAllAtOnce(play, found);
      await play.end();
    },
  );
});

test('RUL-302 where a fork moves entries, they are ruled on under their new names', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const play = new Play(seed);
    await play.begin();
    const [hub] = play.hubs;
    const [, laptop] = play.laptops;
    if (!hub || !laptop) throw new Error('There is a hub, and a laptop.');
    await hub.exchangeWith(laptop);
    await hub.judge();
    const copy = laptop.copy();
    const clark = play.steady[0] ?? '';
    for (const [index, one] of play.chance.shuffled([laptop, copy]).entries()) {
      one.now = play.now + (1 + index) * hour;
      await one.put(clark, 'incident', { title: 'x', requester: play.gainer, contactType: 'phone' });
      one.forge(
        play.admin,
        { id: play.mark, type: 'person' },
        {
          kind: 'set',
          fields: { phone: { value: `${index}`, base: [] } },
        },
      );
      await hub.take(one.log, true);
      await hub.judge();
    }
    const log = await hub.entries();
    const forged = log.filter(
      ({ record, body, replica }) =>
        record === play.mark && body.kind === 'set' && replica !== play.laptops[0]?.id,
    );
    expect(forged).toHaveLength(2);
    expect(asideIn(log)).toEqual(forged.map(refOf).sort());
    await play.end();
  }
});

/** Entry by entry as they came, or all of them at once: the same is found. */
async function sameAsAllAtOnce(play: Play, found: ReadonlySet<string>): Promise<void> {
  for (const hub of play.hubs) {
    const log = await hub.entries();
    const heard = heardFrom(log);
    const hubs = new Set(play.hubs.map((one) => one.hub.identity.id));
    const coming = { replica: (id: string) => ({ kind: hubs.has(id) ? 'hub' : 'device' }) as const };
    const verdicts = await judgeAll(catalogue, sourceOver(heard, coming), heard);
    const aside = [...verdicts].filter(([, verdict]) => findingOf(verdict) === 'aside').map(([ref]) => ref);
    const rulings = log.filter(({ body }) => body.kind === 'rule').map(refOf);
    expect(aside.filter((ref) => !found.has(ref) && !rulings.includes(ref))).toEqual([]);
  }
}
