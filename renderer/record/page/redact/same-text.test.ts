import { expect, test } from 'vitest';
import { sayingTheSame, soughtText } from './same-text.ts';

const choices = [
  { ref: 'a:1', texts: ['Grid 32U NV 12345 67890'] },
  { ref: 'a:2', texts: ['see grid 32u nv 12345 67890, and hurry'] },
  { ref: 'a:3', texts: ['Something else', 'grid'] },
  { ref: 'a:4', texts: ['no'] },
] as const;

test('RED-151 entries that say the same, or a part of it, are found whatever their case', () => {
  expect([...sayingTheSame(choices, new Set(['a:1']))]).toEqual(['a:2', 'a:3']);
  expect([...sayingTheSame(choices, new Set(['a:4']))]).toEqual([]);
});

test('RED-151 the longest of what goes is looked for elsewhere', () => {
  expect(soughtText(choices, new Set(['a:1', 'a:3']))).toBe('Grid 32U NV 12345 67890');
  expect(soughtText(choices, new Set())).toBe('');
});
