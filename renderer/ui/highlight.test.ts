import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitHighlights } from './highlight.ts';

const found = (text: string, ...words: string[]) =>
  splitHighlights(text, words)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('');

test.each([
  ['Mail server does not answer', ['mail'], '[Mail] server does not answer'],
  ['E-mail', ['mail'], 'E-[mail]'],
  ['Sémaphore', ['sema'], '[Séma]phore'],
  ['Gmail', ['mail'], 'Gmail'],
  ['printer prints', ['print', 'printer'], '[printer] [print]s'],
  ['INC-7K3Q-00042', ['00042'], 'INC-7K3Q-[00042]'],
  ['anything', [], 'anything'],
  ['', ['x'], ''],
])('%o with %o', (text, words, expected) => {
  expect(found(text, ...words)).toBe(expected);
});

test('the parts always give the text back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
      (text, words) => {
        expect(
          splitHighlights(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});
