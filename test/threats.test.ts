import { access, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { titlesIn } from './support/titles.ts';

const attackers = [
  'A stolen laptop',
  'A stolen paper',
  'A hostile stick',
  'A hostile network',
  'A rogue operator',
  'A hostile hub',
  'A hostile file to import or attach',
  'A hostile package',
];

const root = new URL('..', import.meta.url);
const text = await readFile(new URL('docs/threat-model.md', root), 'utf8');
const parts = text
  .split(/^## /m)
  .slice(1)
  .map((part) => ({
    attacker: part.split('\n')[0] ?? '',
    lines: part.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| what stops')),
    left: part.includes('What is left:'),
  }));
const claims = parts.flatMap(({ lines }) =>
  lines.map((line) => {
    const [, says = '', place = '', file = '', title = ''] =
      /^\| (.+?) +\| `(.+?)` +\| `(.+?)` · (.+?) +\|$/.exec(line) ?? [];
    return { says: says || line, place, file, title };
  }),
);

describe('TRU-210 the threat model', () => {
  test('has every attacker, and says of each what is left', () => {
    expect(parts.map(({ attacker }) => attacker)).toEqual(attackers);
    expect(parts.every(({ left, lines }) => left && lines.length > 0)).toBe(true);
  });

  test.each(claims)('$says', async ({ place, file, title }) => {
    await access(new URL(place, root));
    const titles = titlesIn(await readFile(new URL(file, root), 'utf8'));
    expect(titles).toContainEqual(expect.stringContaining(title));
    expect(title).not.toBe('');
  });
});
