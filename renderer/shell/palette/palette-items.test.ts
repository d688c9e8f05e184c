import { describe, expect, test } from 'vitest';
import type { Row } from '#renderer/data/data.ts';
import { paletteItems } from './palette-items.ts';

const row = (id: string): Row => ({
  id,
  type: 'incident',
  cells: { number: `INC-${id}` },
  labels: {},
  markings: {},
});
const command = (label: string) => ({ id: label, label, run: () => undefined });
const commands = [command('New incident'), command('Go to incidents'), command('Settings')];
const ids = (text: string, found: readonly Row[], recent: readonly Row[] = []) =>
  paletteItems({ text, commands, found, recent }).map(({ id }) => id);

describe('what the palette lists', () => {
  test('nothing typed: recent records, then commands', () => {
    expect(ids('', [], [row('a')])).toEqual([
      'record-a',
      'command-New incident',
      'command-Go to incidents',
      'command-Settings',
    ]);
  });

  test('words of records: records first, then commands, then the search page', () => {
    expect(ids('incident', [row('a')])).toEqual([
      'record-a',
      'command-New incident',
      'command-Go to incidents',
      'all',
    ]);
  });

  test('the beginning of a command: commands first', () => {
    expect(ids('new inc', [row('a')])).toEqual(['command-New incident', 'record-a', 'all']);
  });

  test('every item has an id of its own', () => {
    const all = ids('i', [row('a'), row('b')]);
    expect(new Set(all).size).toBe(all.length);
  });
});
