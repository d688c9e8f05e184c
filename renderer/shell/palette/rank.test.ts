import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rank, score } from './rank.ts';

const items = [
  { label: 'New incident' },
  { label: 'New service request' },
  { label: 'Go to incidents', also: 'INC tickets' },
  { label: 'Theme: dark' },
  { label: 'Shift handover', also: 'report' },
  { label: 'Go to priority matrices' },
];
const labels = (typed: string) => rank(typed, items, 10).map(({ label }) => label);

describe('ranking of commands', () => {
  test('nothing typed keeps all in order', () => {
    expect(labels('')).toEqual(items.map(({ label }) => label));
  });

  test('beginnings of words are enough, in any order', () => {
    expect(labels('inc new')).toEqual(['New incident']);
    expect(labels('han')[0]).toBe('Shift handover');
  });

  test('every typed word has to be found', () => {
    expect(labels('new dark')).toEqual([]);
  });

  test('a label that begins so comes before one that holds it later', () => {
    expect(labels('new')[0]).toBe('New incident');
    expect(score('new inc', { label: 'New incident' })).toBeGreaterThan(
      score('new inc', { label: 'Incident, new' }),
    );
  });

  test('initials find a long name', () => {
    expect(labels('nsr')).toEqual(['New service request']);
  });

  test('other words find it too, behind those that say it', () => {
    expect(labels('tickets')).toEqual(['Go to incidents']);
    expect(labels('report')[0]).toBe('Shift handover');
  });

  test('two letters inside a word are no hit, three are', () => {
    expect(labels('ri')).not.toContain('Theme: dark');
    expect(labels('rix')).toEqual([]);
    expect(labels('trice')).toEqual(['Go to priority matrices']);
  });

  test('case and accents do not matter', () => {
    expect(score('DEPOT', { label: 'Dépôt' })).toBe(100);
  });

  test('the whole label always wins, and a result is one of the items', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), (item) => {
        expect(rank(item.label, items, 1)).toEqual([item]);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.nat(10), (typed, limit) => {
        const found = rank(typed, items, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(found.every((one) => items.includes(one))).toBe(true);
      }),
    );
  });
});
