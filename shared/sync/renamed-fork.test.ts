import { describe, expect, test } from 'vitest';
import { chainEntries, noHead, type Draft } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '../changelog/codec.ts';
import { renamedFork, restoredFork, type Branch } from './renamed-fork.ts';

const replica = 'AAAAAAAAAAA';

function draft(counter: number, base: string, value = 'x'): Draft {
  return {
    stamp: { wall: 1, counter },
    actor: 'p',
    type: 'ticket',
    record: 'r',
    body: { kind: 'set', fields: { title: { value, base: [base as `${string}:${number}`] } } },
  };
}

function log(...values: readonly string[]): readonly Entry[] {
  const drafts = values.map((value, index) => draft(index + 1, `${replica}:${Math.max(1, index)}`, value));
  return chainEntries(replica, noHead, drafts).entries;
}

function branch(entries: readonly Entry[]): Branch {
  const [first, ...rest] = entries;
  if (!first) throw new Error('A branch has at least one entry.');
  return { entries: [first, ...rest], hash: hashEntry(entries.at(-1) ?? first) };
}

describe('moved entries', () => {
  test('SYN-313 go on from 1 and name each other by their new numbers, others as before', () => {
    const { entries } = renamedFork(branch(log('a', 'b', 'c', 'd').slice(2)));
    const [first, second] = entries;
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(first.body).toMatchObject({ fields: { title: { base: [`${replica}:2`] } } });
    expect(second?.body).toMatchObject({ fields: { title: { base: [`${first.replica}:1`] } } });
  });

  test('SYN-313 have the same name wherever they are found, however many of them are held', () => {
    const whole = log('a', 'b', 'c', 'd');
    const some = renamedFork(branch(whole.slice(1, 3))).entries;
    expect(renamedFork(branch(whole.slice(1))).entries.slice(0, 2)).toEqual(some);
    expect(renamedFork(branch(log('a', 'other').slice(1))).entries[0].replica).not.toBe(some[0].replica);
  });

  test('SYN-313 come back as they stood in the log that they were written in, by what the first one tells', () => {
    const end = branch(log('a', 'b', 'c', 'd').slice(2));
    expect(restoredFork(renamedFork(end))).toEqual(end);
    const { entries, hash } = renamedFork(end);
    const elsewhere = { ...entries[0], fork: { replica, seq: 3, prev: 'another' } };
    expect(restoredFork({ entries: [elsewhere, ...entries.slice(1)], hash })).toBeUndefined();
  });
});
