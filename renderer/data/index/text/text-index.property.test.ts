import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './block-codec.ts';
import { TextIndex } from './text-index.ts';

// A plain scan that shares nothing with the index: lower-case words, all must be there, the last one as a beginning.
const WORDS = [
  'net',
  'network',
  'printer',
  'print',
  'войти',
  'вой',
  'شبكة',
  'cafe',
  'café',
  'a',
  '𐐨𐐩',
  'inc',
];

interface Texts {
  readonly title: string;
  readonly body: string;
}

const plain = (word: string): string => word.replace('é', 'e');
const wordsOf = (text: string): string[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map(plain);

function scan(
  records: ReadonlyMap<number, Texts>,
  query: readonly string[],
  field: 'title' | undefined,
): number[] {
  const wanted = query.map(plain);
  const last = wanted.at(-1);
  if (last === undefined) return [];
  return [...records]
    .filter(([, texts]) => {
      const held = wordsOf(field === 'title' ? texts.title : `${texts.title} ${texts.body}`);
      return (
        wanted.slice(0, -1).every((word) => held.includes(word)) && held.some((word) => word.startsWith(last))
      );
    })
    .map(([slot]) => slot)
    .sort((a, b) => a - b);
}

const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.nat(30).map((number) => `n${String(number)}`),
);
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('add' as const), slot: fc.nat(12), title: text, body: text }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), slot: fc.nat(12) }) },
  // A thousand passing records fill a block.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fill' as const), title: text }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      { do: 'save' as const },
      { do: 'load' as const },
      { do: 'load' as const },
      { do: 'compact' as const },
      { do: 'lose' as const },
    ),
  },
);
const FILLERS = 1_000;

describe('text index', () => {
  it('TXT-31 finds what a plain scan finds, after any sequence of changes, saves and loads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25, size: 'max' }),
        fc.array(fc.array(word, { maxLength: 3 }), { minLength: 3, maxLength: 6 }),
        async (steps, queries) => {
          const records = new Map<number, Texts>();
          const stored = new Map<string, Uint8Array>();
          let index = new TextIndex();
          const save = (): void => {
            const changes = index.saveDirty();
            for (const { key, bytes } of changes.write) stored.set(key, bytes.slice());
            for (const key of changes.remove) stored.delete(key);
            changes.confirm();
          };
          async function* read(): AsyncGenerator<Block> {
            for (const [key, bytes] of [...stored].sort(([a], [b]) => (a < b ? -1 : 1)))
              yield await Promise.resolve({ key, bytes });
          }
          const put = (slot: number, texts: Texts): void => {
            records.set(slot, texts);
            index.add(slot, [
              { name: 'title', text: texts.title, boost: 4 },
              { name: 'body', text: texts.body, boost: 1 },
            ]);
          };
          for (const next of steps) {
            if (next.do === 'add') put(next.slot, next);
            else if (next.do === 'remove') {
              records.delete(next.slot);
              index.remove(next.slot);
            } else if (next.do === 'fill') {
              for (let at = 0; at < FILLERS; at += 1)
                put(100 + at, { title: at % 100 === 0 ? next.title : '', body: `f${String(at)} network` });
            } else if (next.do === 'save') save();
            // Handed out but never stored: nothing may be lost by it.
            else if (next.do === 'lose') index.saveDirty();
            else if (next.do === 'compact') index.compact();
            else {
              save();
              index = await TextIndex.load(read());
            }
          }
          expect(index.size).toBe(records.size);
          for (const query of queries) {
            for (const field of [undefined, 'title' as const]) {
              const options = { limit: Infinity, ...(field === undefined ? {} : { field }) };
              const found = index.search(query.join(' '), options);
              const expected = scan(records, query, field);
              expect(found.hits.map((hit) => hit.slot).sort((a, b) => a - b)).toEqual(expected);
              expect(found.total).toBe(expected.length);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
