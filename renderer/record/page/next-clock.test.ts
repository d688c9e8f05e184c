import { describe, expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import { nextClock, readClocks } from './next-clock.ts';

const type = catalogue.type('incident')!;
const [first, second] = type.clocks.map(({ name }) => name);
const read = (states: readonly [string, number | null][]) =>
  readClocks(
    type,
    Object.fromEntries(
      states.flatMap(([state, due], at) => {
        const name = [first, second][at] ?? '';
        return [
          [`${name}State`, state],
          [`${name}Due`, due],
        ];
      }),
    ),
  );

describe('the clock to watch', () => {
  test('is the running one that is due first', () => {
    expect(
      nextClock(
        read([
          ['running', 20],
          ['running', 10],
        ]),
      )?.name,
    ).toBe(second);
    expect(
      nextClock(
        read([
          ['met', null],
          ['running', 10],
        ]),
      )?.name,
    ).toBe(second);
  });
  test('is a paused one where none runs', () => {
    expect(
      nextClock(
        read([
          ['met', null],
          ['paused', null],
        ]),
      )?.name,
    ).toBe(second);
  });
  test('is none once all have ended or nothing is promised', () => {
    expect(
      nextClock(
        read([
          ['met', null],
          ['missed', null],
        ]),
      ),
    ).toBeUndefined();
    expect(
      read([
        ['none', null],
        ['none', null],
      ]),
    ).toEqual([]);
  });
});
