import { expect, test } from 'vitest';
import { chainEntries, noHead } from '#shared/changelog/chain.ts';
import { refOf } from '#shared/changelog/fold.ts';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import { judgedOrders } from './judged-orders.ts';

const about = { actor: 'anna', type: 'location', record: 'place' };
const { entries } = chainEntries('a', noHead, [
  { ...about, stamp: { wall: 1, counter: 1 }, body: { kind: 'redact', entries: [], reason: 'Spill' } },
  { ...about, stamp: { wall: 2, counter: 2 }, body: { kind: 'confirm', of: 'a:1' } },
]);

/** They came in the runs 4 and 5. */
const notes = {
  orders: new Map(entries.map((entry) => [refOf(entry), entry])),
  arrivals: new Map(entries.map((entry, place) => [refOf(entry), 4 + place])),
  upTo: 5,
};

test.each(engines)(
  'RED-132 what was not judged yet removes nothing, nor what does not stand, on %s',
  async (engine) => {
    const { rulings } = await openForTest(await emptyPlace(engine));
    const found = async () => {
      const { standing, isBehind } = await judgedOrders(rulings, 'w', notes);
      return [standing.map(refOf), isBehind];
    };
    const judged = (upTo: number) =>
      rulings.keep({ workspace: 'w', indexed: 5, judged: upTo, log: '', logSeq: 0, logHead: '' });
    expect(await found()).toEqual([[], true]);
    await judged(3);
    expect(await found()).toEqual([[], true]);
    await judged(4);
    expect(await found()).toEqual([['a:1'], true]);
    await judged(5);
    expect(await found()).toEqual([['a:1', 'a:2'], false]);
    const row = { workspace: 'w', replica: 'a', seq: 2, record: 'place', type: 'location', actor: 'anna' };
    for (const finding of ['aside', 'waits'] as const) {
      await rulings.put([{ ...row, finding, code: '', reason: '', told: '[]' }]);
      expect(await found()).toEqual([['a:1'], false]);
    }
    await rulings.put([{ ...row, finding: 'stands', code: '', reason: '', told: '["hub"]' }]);
    expect(await found()).toEqual([['a:1', 'a:2'], false]);
  },
);
