import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticket } from '#test/support/sample-catalogue.ts';
import { shapeOf } from '../engine/shape.ts';
import { entryRef, type EntryRef } from '../kernel/ids.ts';
import type { Entry, EntryBody, FieldChanges } from './entry.ts';
import {
  canExtend,
  compareEntries,
  extendFold,
  foldRecord,
  refOf,
  retractedRefs,
  uncountedRefs,
} from './fold.ts';
import type { FoldState } from './fold-state.ts';
import { isLegal, projectRecord } from './project.ts';

/**
 * Entries as no engine of this version would write them (other versions, other rules, ill will), but causal: what an entry
 * names stands before it by its counter.
 */
const people = ['ann', 'bob'] as const;
const states = Object.keys(ticket.lifecycle.states);
const actions = [...new Set(ticket.lifecycle.transitions.map(({ action }) => action))];

type Chance = (below: number) => number;

const histories = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.infiniteStream(fc.nat(1_000_000)))
  .map(([length, numbers]) => {
    const chance: Chance = (below) => (numbers.next().value as number) % below;
    const entries: Entry[] = [];
    for (let index = 0; index < length; index += 1) entries.push(nextEntry(entries, chance));
    return entries;
  });

function nextEntry(before: readonly Entry[], chance: Chance): Entry {
  const replica = 'ABC'[chance(3)]?.repeat(11) ?? '';
  const body = bodyAfter(before, chance);
  const seq = before.filter((entry) => entry.replica === replica).length + 1;
  const named = JSON.stringify(body);
  const seen = before.filter((entry) => named.includes(`"${refOf(entry)}"`) || entry.replica === replica);
  const counter = Math.max(0, ...seen.map(({ stamp }) => stamp.counter)) + 1;
  return {
    replica,
    seq,
    prev: '',
    stamp: { wall: chance(1000), counter },
    // A hub is nobody; what rules under a name rules nothing.
    actor: body.kind === 'rule' && chance(5) > 0 ? '' : (people[chance(2)] ?? 'ann'),
    type: 'ticket',
    record: 'record',
    body,
    ...(chance(6) === 0 ? { key: ['k', 'constructor'][chance(2)] ?? 'k' } : {}),
    ...(chance(4) === 0 ? { origin: { at: chance(1000), by: 'source' } } : {}),
  };
}

function bodyAfter(before: readonly Entry[], chance: Chance): EntryBody {
  const refs = before.map(refOf);
  const pick = (): EntryRef => refs[chance(Math.max(1, refs.length))] ?? entryRef('ZZZZZZZZZZZ', 1);
  const some = (): readonly EntryRef[] => Array.from({ length: chance(3) }, pick);
  const fields = (): FieldChanges => ({
    [['details', 'constructor'][chance(2)] ?? '']: { value: chance(3), base: some() },
    tags: {
      add: chance(2) === 0 ? ['x'] : [],
      remove: chance(2) === 0 ? [{ member: 'x', seen: some() }] : [],
    },
  });
  if (before.length === 0 || chance(12) === 0) {
    return { kind: 'create', number: 'TIC-7A-00001', version: 0, fields: { title: 'It', tags: ['x'] } };
  }
  switch (chance(7)) {
    case 5: {
      const verdict = chance(3) === 0 ? 'stands' : 'aside';
      // What a hub has and we have not yet may be among it, or never come.
      const entries = [...some(), entryRef('ABC'[chance(3)]?.repeat(11) ?? '', 1 + chance(30))];
      return { kind: 'rule', entries, verdict, code: 'OUT-PER-001', reason: `Reason ${chance(2)}` };
    }
    case 6:
      return { kind: 'vouch', replica: 'A'.repeat(11), key: 'key', signature: 'signature' };
    case 0:
      return { kind: 'set', fields: fields() };
    case 1:
      return { kind: 'retract', entries: some() };
    case 2:
      // A newer version's kind.
      return { kind: 'weigh', grams: 3 } as unknown as EntryBody;
    default: {
      const action = actions[chance(actions.length)] ?? '';
      return { kind: 'act', action, to: states[chance(states.length)] ?? '', base: pick(), fields: fields() };
    }
  }
}

describe('fold of any causal entries', () => {
  test('FOLD-6 the order of arrival does not matter', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (entries, chance) => {
        const keyed = entries.map((entry) => ({ entry, place: chance.next().value as number }));
        const shuffled = keyed.sort((x, y) => x.place - y.place).map(({ entry }) => entry);
        expect(foldRecord(shuffled)).toEqual(foldRecord(entries));
      }),
      { numRuns: 500 },
    );
  });

  test('FOLD-6 adding what may be added comes to the same as folding all', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (entries, chance) => {
        const keyed = entries.map((entry) => ({ entry, place: chance.next().value as number }));
        const arrivals = keyed.sort((x, y) => x.place - y.place).map(({ entry }) => entry);
        const arrived: Entry[] = [];
        let state: FoldState | undefined;
        for (const entry of arrivals) {
          arrived.push(entry);
          state = canExtend(state, entry) ? extendFold(state, entry) : foldRecord(arrived);
          expect(state).toEqual(foldRecord(arrived));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('FOLD-2 no life holds a step that the table does not allow, and no act is lost', () => {
    fc.assert(
      fc.property(histories, (entries) => {
        const view = projectRecord(foldRecord(entries), shapeOf(ticket));
        if (!view) return;
        let state = ticket.lifecycle.initial;
        for (const step of view.life) {
          expect(step.from).toBe(state);
          expect(isLegal(ticket.lifecycle, step.action, step.from, step.to)).toBe(true);
          state = step.to;
        }
        expect(view.state).toBe(state);
        expect(new Set(view.life.map(({ ref }) => ref)).size).toBe(view.life.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('FOLD-8 nobody takes back what another wrote, and the making of the record stands', () => {
    fc.assert(
      fc.property(histories, (entries) => {
        const sorted = [...entries].sort(compareEntries);
        for (const ref of retractedRefs(sorted)) {
          const entry = sorted.find((other) => refOf(other) === ref);
          const by = sorted.filter(({ body }) => body.kind === 'retract' && body.entries.includes(ref));
          expect(by.some(({ actor }) => actor === entry?.actor)).toBe(true);
          expect(entry?.body.kind).not.toBe('create');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('FOLD-13 what is set aside is what the newest ruling of some hub says, found without any order', () => {
    fc.assert(
      fc.property(histories, (entries) => {
        const { aside = {} } = foldRecord(entries);
        for (const entry of entries) {
          const rulings = entries
            .filter(({ actor }) => actor === '')
            .filter(({ body }) => body.kind === 'rule' && body.entries.includes(refOf(entry)));
          const newestOfHubs = rulings.filter((one) =>
            rulings.every((other) => other.replica !== one.replica || compareEntries(other, one) <= 0),
          );
          const isAside = newestOfHubs.some(({ body }) => body.kind === 'rule' && body.verdict === 'aside');
          const mayBe = !['rule', 'vouch'].includes(entry.body.kind);
          expect(Object.hasOwn(aside, refOf(entry))).toBe(isAside && mayBe);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('FOLD-13 a record without what was set aside is the same, but for its order and what others named', () => {
    fc.assert(
      fc.property(histories, (entries) => {
        const { aside = {} } = foldRecord(entries);
        const left = entries.filter((entry) => !Object.hasOwn(aside, refOf(entry)));
        const all = foldRecord(entries);
        if (left.length === 0) return;
        const without = foldRecord(left);
        expect([all.notes, all.unknown, all.attachments]).toEqual([
          without.notes,
          without.unknown,
          without.attachments,
        ]);
        expect(all.acts.map(({ ref }) => ref)).toEqual(without.acts.map(({ ref }) => ref));
        expect(all.create).toEqual(without.create);
      }),
      { numRuns: 500 },
    );
  });

  test('FOLD-4 entries of unknown kinds change nothing but the last change, and are counted', () => {
    fc.assert(
      fc.property(histories, (entries) => {
        const known = entries.filter(({ body }) => (body.kind as string) !== 'weigh');
        if (known.length === 0 || entries.some(({ key }) => key !== undefined)) return;
        const { unknown, last, ...all } = foldRecord(entries);
        const { unknown: none, last: lastKnown, ...without } = foldRecord(known);
        expect(all).toEqual(without);
        expect(none).toBe(0);
        expect([last, lastKnown]).toBeDefined();
        const uncounted = uncountedRefs([...entries].sort(compareEntries));
        const weighed = entries.filter((entry) => !known.includes(entry) && !uncounted.has(refOf(entry)));
        expect(unknown).toBe(weighed.length);
      }),
      { numRuns: 500 },
    );
  });
});
