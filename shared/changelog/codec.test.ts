import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { act, addTo, create, EntryWriter, set } from '#test/support/entries.ts';
import { chainEntries, checkChain, noHead, type Draft } from './chain.ts';
import { decodeEntries, encodeEntries, hashEntry } from './codec.ts';
import type { Entry, EntryBody } from './entry.ts';

function drafts(count: number): readonly Draft[] {
  const writer = new EntryWriter();
  const made = writer.write(
    'A',
    create({ title: 'Ünïcode 🚧', effort: 3, urgent: false, lines: [{ what: 'x' }] }),
  );
  writer.write('A', act('start', 'working', made), [made], { key: 'k', origin: { at: 5, by: 'Ms Old' } });
  writer.write('A', { kind: 'weigh', grams: [1, null, { deep: true }] } as unknown as EntryBody);
  while (writer.entries.length < count) {
    writer.write('A', set('details', 'word '.repeat(writer.entries.length % 40), made));
    writer.write('A', addTo('tags', 'wan', 'lan'));
  }
  return writer.entries.map((entry): Draft => {
    const { stamp, actor, type, record, body, key, origin } = entry;
    return { stamp, actor, type, record, body, ...(key ? { key } : {}), ...(origin ? { origin } : {}) };
  });
}

const replica = 'q3J8x0aZk1M';
const chained = (count: number): readonly Entry[] => chainEntries(replica, noHead, drafts(count)).entries;

describe('codec', () => {
  test.each([1, 3, 12, 400])('LOG-4 %i entries come back as they were', (count) => {
    const entries = chained(count).slice(0, count);
    expect(decodeEntries(encodeEntries(entries))).toEqual(entries);
  });

  test('LOG-4 a text of any characters and a value of any kind come back', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
    );
    // No declaration can have a field of that name; what comes with one is noticed (LOG-5).
    const keys = fc.string().filter((key) => key !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(keys, value, { noNullPrototype: true }), (fields) => {
        const [entry] = chainEntries(replica, noHead, [
          { ...(drafts(1)[0] as Draft), body: create(fields) },
        ]).entries;
        const [back] = decodeEntries(encodeEntries([entry as Entry]));
        expect(back).toEqual(entry);
        expect(hashEntry(back as Entry)).toBe(hashEntry(entry as Entry));
      }),
      { numRuns: 80 },
    );
  });

  test('LOG-5 a flipped bit anywhere is found: it cannot be read, or the chain or its head does not fit', () => {
    const { entries, head } = chainEntries(replica, noHead, drafts(9));
    for (const size of [2, entries.length]) {
      const some = entries.slice(0, size);
      const end = size === entries.length ? head.hash : (entries[size]?.prev ?? '');
      const bytes = encodeEntries(some);
      for (let place = 0; place < bytes.length; place += 1) {
        for (const bit of [0, 3, 7]) {
          const damaged = bytes.slice();
          damaged[place] = (damaged[place] ?? 0) ^ (1 << bit);
          expect(isNoticed(damaged, some, end), `byte ${place}, bit ${bit} of ${bytes.length}`).toBe(true);
        }
      }
    }
  });

  test('LOG-5 a name that the packing cannot keep is found', () => {
    const body = create(JSON.parse('{"__proto__": 1}') as Record<string, number>);
    const { entries, head } = chainEntries(replica, noHead, [{ ...(drafts(1)[0] as Draft), body }]);
    expect(isNoticed(encodeEntries(entries), entries, head.hash)).toBe(true);
  });

  test('LOG-5 a cut segment cannot be read', () => {
    const bytes = encodeEntries(chained(40));
    for (const length of [0, 1, 2, 100, bytes.length - 1]) {
      expect(() => decodeEntries(bytes.subarray(0, length))).toThrow();
    }
  });
});

function isNoticed(bytes: Uint8Array, before: readonly Entry[], end: string): boolean {
  let entries: readonly Entry[];
  try {
    entries = decodeEntries(bytes);
  } catch {
    return true;
  }
  const isWhole = JSON.stringify(entries) === JSON.stringify(before);
  const { fault, head } = checkChain(noHead, entries);
  return isWhole || fault !== undefined || head.hash !== end || entries.length !== before.length;
}

describe('chain', () => {
  test('LOG-1 entries are numbered without gaps, and each names the hash of the one before it', () => {
    const { entries, head } = chainEntries(replica, noHead, drafts(5));
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries[0]?.prev).toBe('');
    entries.slice(1).forEach((entry, index) => expect(entry.prev).toBe(hashEntry(entries[index] as Entry)));
    expect(head).toEqual({ seq: entries.length, hash: hashEntry(entries.at(-1) as Entry) });
    expect(chainEntries(replica, head, drafts(1)).entries[0]).toMatchObject({
      seq: head.seq + 1,
      prev: head.hash,
    });
  });

  test('LOG-2 a missing entry is a gap: what comes before it is good', () => {
    const entries = chained(6);
    const { good, head, fault } = checkChain(noHead, [...entries.slice(0, 3), ...entries.slice(4)]);
    expect(good).toBe(3);
    expect(head).toEqual({ seq: 3, hash: hashEntry(entries[2] as Entry) });
    expect(fault?.code).toBe('OUT-LOG-002');
    expect(fault?.message).toContain('entry 4 was expected and 5 came');
  });

  test('LOG-2 the same entry twice is one too many', () => {
    const entries = chained(3);
    expect(checkChain(noHead, [...entries, entries[2] as Entry])).toMatchObject({ good: entries.length });
  });

  test('LOG-3 an altered entry is found at the one after it, whatever was altered', () => {
    const entries = chained(6);
    const alterations: readonly ((entry: Entry) => Entry)[] = [
      (entry) => ({ ...entry, actor: 'somebody else' }),
      (entry) => ({ ...entry, stamp: { ...entry.stamp, wall: 1 } }),
      (entry) => ({ ...entry, record: 'another' }),
      (entry) => ({ ...entry, body: { kind: 'note', text: 'never said', audience: 'internal' } }),
      (entry) => ({ ...entry, key: 'new' }),
      (entry) => ({ ...entry, origin: { by: 'somebody' } }),
    ];
    for (const alter of alterations) {
      const altered = entries.map((entry, index) => (index === 2 ? alter(entry) : entry));
      expect(checkChain(noHead, altered)).toMatchObject({ good: 3, fault: { code: 'OUT-LOG-001' } });
    }
  });

  test('LOG-3 a whole chain passes, from any place on', () => {
    const entries = chained(6);
    const { head } = checkChain(noHead, entries.slice(0, 2));
    expect(checkChain(head, entries.slice(2))).toMatchObject({ good: entries.length - 2 });
    expect(checkChain(head, entries.slice(2)).fault).toBeUndefined();
  });
});
