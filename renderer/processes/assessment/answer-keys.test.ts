import { expect, test } from 'vitest';
import { answerOfKey, answersOf, keyOfAnswer, type Answer, type Scale } from './answer-keys.ts';

test.each<[string, Scale, Answer | undefined]>([
  ['n', 'plain', 'N'],
  ['p', 'plain', 'P'],
  ['P', 'plain', 'P'],
  ['l', 'plain', 'L'],
  ['f', 'plain', 'F'],
  ['1', 'plain', 'N'],
  ['4', 'plain', 'F'],
  ['5', 'plain', undefined],
  ['p', 'refined', 'P-'],
  ['P', 'refined', 'P+'],
  ['l', 'refined', 'L-'],
  ['L', 'refined', 'L+'],
  ['5', 'refined', 'L+'],
  ['6', 'refined', 'F'],
  ['x', 'plain', 'na'],
  ['X', 'refined', 'na'],
  ['Delete', 'plain', ''],
  ['Backspace', 'refined', ''],
  ['q', 'plain', undefined],
  ['0', 'plain', undefined],
  ['Enter', 'plain', undefined],
])('ASM-150 the key %s on the %s scale is %j', (key, scale, answer) => {
  expect(answerOfKey(key, scale)).toBe(answer);
});

test.each<Scale>(['plain', 'refined'])(
  'ASM-150 every answer of the %s scale has a key that gives it',
  (scale) => {
    for (const answer of answersOf(scale))
      expect(answerOfKey(keyOfAnswer(answer, scale), scale)).toBe(answer);
  },
);
