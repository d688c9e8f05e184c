import { describe, expect, test } from 'vitest';
import { chainEntries, noHead, type Draft } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { renamedFork, withoutKnown } from './renamed-fork.ts';

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

describe('moved entries', () => {
  test('SYN-313 go on from 1 and name each other by their new numbers, others as before', () => {
    const { entries } = renamedFork(log('a', 'b', 'c', 'd').slice(2));
    const [first, second] = entries;
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(first.body).toMatchObject({ fields: { title: { base: [`${replica}:2`] } } });
    expect(second?.body).toMatchObject({ fields: { title: { base: [`${first.replica}:1`] } } });
  });

  test('SYN-313 have the same name wherever they are found, however many of them are held', () => {
    const whole = log('a', 'b', 'c', 'd');
    const some = renamedFork(whole.slice(1, 3)).entries;
    expect(renamedFork(whole.slice(1)).entries.slice(0, 2)).toEqual(some);
    expect(renamedFork(log('a', 'other').slice(1)).entries[0].replica).not.toBe(some[0].replica);
  });

  test('SYN-314 what is held under the new name is not taken twice, and what differs there forks off again', () => {
    const long = renamedFork(log('a', 'b', 'c', 'd').slice(1));
    const short = renamedFork(log('a', 'b', 'c').slice(1));
    const other = renamedFork(log('a', 'b', 'c', 'else').slice(1));
    expect(withoutKnown(short, long.entries, long.hash)).toEqual({});
    expect(withoutKnown(long, short.entries, short.hash).fresh?.entries).toEqual(long.entries.slice(2));
    expect(withoutKnown(long, [], '').fresh).toEqual(long);
    const { forked } = withoutKnown(other, long.entries, long.hash);
    expect(forked?.entries).toHaveLength(1);
    expect(forked?.entries[0].replica).not.toBe(long.entries[0].replica);
  });
});
