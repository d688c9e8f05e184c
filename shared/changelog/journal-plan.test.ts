import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { DatabaseLog, JournalLog, LogRange } from './journal-plan.ts';
import { findForks, planJournal } from './journal-plan.ts';

const db = (to: number, replica = 'a', from = 1): DatabaseLog => ({ replica, from, to });
const held = (...ranges: [number, number][]): JournalLog => ({
  replica: 'a',
  ranges: ranges.map(([from, to]) => ({ from, to })),
});
const nothing = { appendToJournal: [], restoreToDatabase: [], setAside: [], forks: [], notices: [] };

describe('planJournal', () => {
  test('JNL-20 equal: nothing to do, nothing to tell', () => {
    expect(planJournal([db(10)], [held([1, 10])], [])).toEqual(nothing);
    expect(planJournal([], [], [])).toEqual(nothing);
  });

  test('JNL-21 database ahead (a crash between commit and journal): the journal gets the rest, the user is not bothered', () => {
    expect(planJournal([db(10)], [held([1, 7])], [])).toEqual({
      ...nothing,
      appendToJournal: [{ replica: 'a', from: 8, to: 10 }],
    });
    expect(planJournal([db(3)], [], []).appendToJournal).toEqual([{ replica: 'a', from: 1, to: 3 }]);
  });

  test('JNL-22 database emptied: every own entry comes back, and the user is told so', () => {
    const plan = planJournal([], [held([1, 120])], []);
    expect(plan).toMatchObject({
      ...nothing,
      restoreToDatabase: [{ replica: 'a', from: 1, to: 120 }],
      notices: [{}],
    });
    expect(plan.notices[0]).toMatchObject({ code: 'OUT-STO-003' });
    expect(plan.notices[0]?.message).toContain('120 entries written here came back');
  });

  test('JNL-22 database reset and begun again under a new replica: the old log comes back beside it', () => {
    const plan = planJournal(
      [db(5, 'b')],
      [held([1, 9]), { replica: 'b', ranges: [{ from: 1, to: 5 }] }],
      [],
    );
    expect(plan.restoreToDatabase).toEqual([{ replica: 'a', from: 1, to: 9 }]);
    expect(plan.appendToJournal).toEqual([]);
    expect(plan.notices.map(({ code }) => code)).toEqual(['OUT-STO-013']);
  });

  test('JNL-22 database restored from an older copy: what was written since comes back', () => {
    const plan = planJournal([db(50)], [held([1, 51])], []);
    expect(plan.restoreToDatabase).toEqual([{ replica: 'a', from: 51, to: 51 }]);
    expect(plan.notices[0]?.message).toBe('1 entry missing from the database came back from the journal.');
  });

  test('JNL-21 damaged rows of the journal are written again', () => {
    expect(planJournal([db(10)], [held([1, 3], [6, 9])], []).appendToJournal).toEqual([
      { replica: 'a', from: 4, to: 5 },
      { replica: 'a', from: 10, to: 10 },
    ]);
  });

  test('JNL-26 a compacted log asks the journal for nothing that the database gave up', () => {
    expect(planJournal([db(10, 'a', 8)], [held([1, 10])], [])).toEqual(nothing);
    expect(planJournal([db(10, 'a', 8)], [], []).appendToJournal).toEqual([
      { replica: 'a', from: 8, to: 10 },
    ]);
  });

  test('JNL-23 rows behind a gap are set aside, not chained on', () => {
    const plan = planJournal([], [held([1, 4], [6, 9])], []);
    expect(plan.restoreToDatabase).toEqual([{ replica: 'a', from: 1, to: 4 }]);
    expect(plan.setAside).toEqual([{ replica: 'a', from: 6, to: 9, reason: 'gap' }]);
    expect(plan.notices.map(({ code }) => code)).toEqual(['OUT-STO-003', 'OUT-STO-014']);
  });

  test('JNL-24 fork: both branches are kept in both places, and it is told', () => {
    const plan = planJournal([db(10)], [held([1, 12])], [{ replica: 'a', from: 7 }]);
    expect(plan.appendToJournal).toEqual([{ replica: 'a', from: 7, to: 10 }]);
    expect(plan.setAside).toEqual([{ replica: 'a', from: 7, to: 12, reason: 'fork' }]);
    expect(plan.restoreToDatabase).toEqual([]);
    expect(plan.notices).toMatchObject([
      { code: 'OUT-LOG-005', message: expect.stringContaining('entries 7') as string },
    ]);
  });

  test('JNL-25 a fork dealt with before is left in peace', () => {
    expect(planJournal([{ ...db(10), isForked: true }], [held([1, 12])], [])).toEqual(nothing);
  });

  test('JNL-20 carried out, it leaves both with every entry, and a second plan with nothing to do', () => {
    const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.nat(40), seqs, (to, journalSeqs) => {
        const database = to === 0 ? [] : [db(to)];
        const inDatabase = new Set(range(1, to));
        const inJournal = new Set(journalSeqs);
        const plan = planJournal(database, [journalOf(inJournal)], []);
        const aside = plan.setAside.flatMap(numbers);
        for (const seq of plan.appendToJournal.flatMap(numbers)) {
          expect(inDatabase.has(seq) && !inJournal.has(seq)).toBe(true);
          inJournal.add(seq);
        }
        let head = to;
        for (const seq of plan.restoreToDatabase.flatMap(numbers)) expect(seq).toBe((head += 1));
        expect(new Set([...range(1, head), ...aside])).toEqual(new Set([...range(1, to), ...inJournal]));
        const again = planJournal(head === 0 ? [] : [db(head)], [journalOf(inJournal)], []);
        expect([...again.appendToJournal, ...again.restoreToDatabase]).toEqual([]);
        expect(again.setAside.flatMap(numbers)).toEqual(aside);
      }),
      { numRuns: 500 },
    );
  });
});

describe('findForks', () => {
  test('JNL-24 one comparison, of the highest common entry, shows that there is none', async () => {
    const isSameAt = vi.fn(() => Promise.resolve(true));
    expect(await findForks([db(10)], [held([1, 4], [6, 12])], isSameAt)).toEqual([]);
    expect(isSameAt.mock.calls).toEqual([['a', 10]]);
  });

  test('JNL-24 without a common entry there is nothing to compare', async () => {
    const isSameAt = () => Promise.reject(new Error('asked'));
    expect(await findForks([db(10, 'a', 8), db(3, 'b')], [held([1, 4])], isSameAt)).toEqual([]);
  });

  test('JNL-24 finds the first common entry that differs, in few steps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 60 }),
        async (seqs, differsFrom) => {
          const common = [...seqs].sort((a, b) => a - b);
          const isSameAt = vi.fn((_: string, seq: number) => Promise.resolve(seq < differsFrom));
          const forks = await findForks([db(60)], [journalOf(new Set(seqs))], isSameAt);
          const first = common.find((seq) => seq >= differsFrom);
          expect(forks).toEqual(first === undefined ? [] : [{ replica: 'a', from: first }]);
          expect(isSameAt.mock.calls.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(common.length + 1)));
          for (const [, seq] of isSameAt.mock.calls) expect(common).toContain(seq);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function numbers({ from, to }: LogRange): number[] {
  return range(from, to);
}

function journalOf(seqs: ReadonlySet<number>): JournalLog {
  const ranges: { from: number; to: number }[] = [];
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === seq - 1) last.to = seq;
    else ranges.push({ from: seq, to: seq });
  }
  return { replica: 'a', ranges };
}
