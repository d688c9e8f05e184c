import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderEvents, type EventPlace } from './event-order.ts';

function place(line: number, at: number, sequence?: number): EventPlace {
  return { line, at, ...(sequence === undefined ? {} : { sequence }) };
}
function lines(events: readonly EventPlace[]): readonly number[] {
  return orderEvents(events).events.map(({ line }) => line);
}

describe('IMP-20 the order of events', () => {
  it('is that of number and time where the two agree, whatever the order in the file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }),
        fc.func(fc.nat()),
        (gaps, shuffle) => {
          let at = 0;
          const events = gaps.map((gap, index) => place(0, (at += gap), index));
          const shuffled = [...events].sort((a, b) => shuffle(a.sequence) - shuffle(b.sequence));
          const placed = shuffled.map((event, index) => ({ ...event, line: index + 2 }));
          const ordered = orderEvents(placed);
          expect(ordered.events.map(({ sequence }) => sequence)).toEqual(
            events.map(({ sequence }) => sequence),
          );
          expect(ordered.isDoubtful).toBe(false);
        },
      ),
    );
  });

  it('is that of time, then line, where the source counts nothing', () => {
    expect(lines([place(2, 30), place(3, 10), place(4, 30), place(5, 20)])).toEqual([3, 5, 2, 4]);
  });

  it('follows time and file against a number that is off', () => {
    const events = [place(2, 10, 7), place(3, 20, 1), place(4, 30, 2), place(5, 40, 7)];
    expect(lines(events)).toEqual([2, 3, 4, 5]);
    expect(orderEvents(events).isDoubtful).toBe(true);
  });

  it('follows number and file against a time that goes back', () => {
    expect(lines([place(2, 70, 1), place(3, 10, 2), place(4, 60, 3), place(5, 90, 4)])).toEqual([2, 3, 4, 5]);
  });

  it('loses and invents no event', () => {
    const event = fc.record({ line: fc.nat(50), at: fc.nat(5), sequence: fc.nat(5) });
    fc.assert(
      fc.property(fc.uniqueArray(event, { selector: ({ line }) => line }), (events) => {
        expect([...lines(events)].sort((a, b) => a - b)).toEqual(
          events.map(({ line }) => line).sort((a, b) => a - b),
        );
      }),
    );
  });
});
