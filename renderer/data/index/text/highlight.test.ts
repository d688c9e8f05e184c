import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

/** Marks as brackets. */
const marked = (text: string, query: string): string =>
  highlight(text, query)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('highlight', () => {
  it.each([
    ['The printer prints', 'prin', 'The [prin]ter [prin]ts'],
    ['The printer prints', 'printer the', '[The] [printer] prints'],
    ['Ticket INC-7K-00042 of 42', 'INC-7K-00042', 'Ticket [INC-7K-00042] of 42'],
    ['Ticket INC-7K-00042', 'inc-7k', 'Ticket [INC-7K]-00042'],
    ['Ticket INC-7K-00042', '42', 'Ticket INC-7K-[00042]'],
    ['Ticket INC-7K-00042', '4', 'Ticket INC-7K-[00042]'],
    ['Ticket INC-7K-00042', '7k-00042', 'Ticket INC-[7K]-[00042]'],
    ['j.doe@unit.example wrote', 'unit', 'j.doe@[unit].example wrote'],
    ['call getUserName()', 'name', 'call getUser[Name]()'],
    ['東京都の電話', '京都', '東[京都]の電話'],
    ['東京都の電話', '東京都', '[東京都]の電話'],
    ['Привет, мир', 'при', '[При]вет, мир'],
    ['nothing here', '?!', 'nothing here'],
    ['', 'word', ''],
  ])('TXT-40 marks %s for %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it.each([
    ['a naïve try', 'nai', 'a [naï]ve try'],
    ['cafe\u0301s', 'cafe', '[cafe\u0301]s'],
    ['die Straße', 'stras', 'die [Straß]e'],
    ['ﬁles', 'f', '[ﬁ]les'],
    ['𠮷野家', '𠮷', '[𠮷]野家'],
    ['𝒳𝒴 x', 'x', '[𝒳]𝒴 [x]'],
    ['😀 café 😀', 'caf', '😀 [caf]é 😀'],
  ])('TXT-41 marks whole characters in %s for %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('TXT-40 gives the text back, with marks that never meet', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        (text, query) => {
          const parts = highlight(text, query);
          expect(parts.map((part) => part.text).join('')).toBe(text);
          expect(parts.every((part) => part.text !== '')).toBe(true);
          expect(parts.some((part, at) => part.hit === parts[at + 1]?.hit)).toBe(false);
        },
      ),
    );
  });

  it('TXT-40 marks a 10 kB text', () => {
    const text = 'word other '.repeat(1_000);
    expect(highlight(text, 'word').filter((part) => part.hit)).toHaveLength(1_000);
  });
});
