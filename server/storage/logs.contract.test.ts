import { describe, expect, it } from 'vitest';
import { emptyPlace, engines, openForTest } from '#test/support/hub-storage.ts';
import type { NewSegment } from './shelves/logs.ts';

const replica = 'AAAAAAAAAAA';
const other = 'BBBBBBBBBBB';

function segment(first: number, last: number, of: string = replica): NewSegment {
  const hashAt = (seq: number) => (seq === 0 ? '' : `${of}-${seq}`);
  return {
    replica: of,
    first,
    last,
    prev: hashAt(first - 1),
    head: hashAt(last),
    signature: null,
    via: of,
    receivedAt: 1000,
    bytes: new Uint8Array([first, last]),
  };
}

describe.each(engines)('logs on %s', (engine) => {
  const opened = async () => {
    const storage = await openForTest(await emptyPlace(engine));
    await storage.workspaces.add({ id: 'w', name: 'Unit', marking: 'UNCLASSIFIED', madeAt: 1 });
    return storage;
  };

  it('SYN-201 keeps runs in order of arrival and each log without gaps', async () => {
    const storage = await opened();
    await storage.inWorkspace('w', ({ logs }) =>
      logs.append('w', [segment(1, 3), segment(1, 2, other), segment(4, 4)]),
    );
    await storage.inWorkspace('w', ({ logs }) => logs.append('w', [segment(3, 9, other)]));
    expect(await storage.logs.vector('w')).toEqual({ [replica]: 4, [other]: 9 });
    const beyond = [
      { replica, held: 1 },
      { replica: other, held: 2 },
    ];
    const next = await storage.logs.next('w', beyond, 10);
    expect(next.map(({ arrival, first, last }) => [arrival, first, last])).toEqual([
      [1, 1, 3],
      [3, 4, 4],
      [4, 3, 9],
    ]);
    expect(await storage.logs.bytes('w', [4, 1])).toEqual(
      new Map([
        [1, new Uint8Array([1, 3])],
        [4, new Uint8Array([3, 9])],
      ]),
    );
    expect(await storage.logs.covering('w', other, 7)).toMatchObject({
      first: 3,
      last: 9,
      head: `${other}-9`,
    });
    expect(await storage.figures()).toMatchObject({ entries: 13, segments: 4, segmentBytes: 8 });
  });

  it('SYN-201 writes nothing of a request with a run that leaves a gap', async () => {
    const storage = await opened();
    const attempt = storage.inWorkspace('w', ({ logs }) => logs.append('w', [segment(1, 3), segment(5, 6)]));
    await expect(attempt).rejects.toThrow('does not follow entry 3');
    expect(await storage.logs.vector('w')).toEqual({});
    expect(await storage.figures()).toMatchObject({ entries: 0, segments: 0 });
  });

  it('SYN-222 cuts a log behind an entry, within a run or between two, or takes it away', async () => {
    const storage = await opened();
    await storage.inWorkspace('w', ({ logs }) =>
      logs.append('w', [segment(1, 3), segment(1, 2, other), segment(4, 6), segment(7, 9)]),
    );
    const cut = (of: string, seq: number, bytes?: Uint8Array) =>
      storage.inWorkspace('w', ({ logs }) =>
        logs.cut('w', of, { seq, hash: seq === 0 ? '' : `${of}-${seq}` }, bytes),
      );
    await cut(replica, 5, new Uint8Array([4]));
    expect(await storage.logs.vector('w')).toEqual({ [replica]: 5, [other]: 2 });
    expect(await storage.logs.covering('w', replica, 5)).toMatchObject({
      first: 4,
      last: 5,
      head: `${replica}-5`,
      size: 1,
    });
    expect(await storage.logs.covering('w', replica, 6)).toBeUndefined();
    expect(await storage.figures()).toMatchObject({ entries: 7, segments: 3, segmentBytes: 5 });
    await storage.inWorkspace('w', ({ logs }) => logs.append('w', [segment(6, 6)]));
    await cut(replica, 3);
    expect(await storage.logs.heads('w', [replica])).toEqual(
      new Map([[replica, { seq: 3, hash: `${replica}-3` }]]),
    );
    await cut(other, 0);
    expect(await storage.logs.vector('w')).toEqual({ [replica]: 3 });
    await storage.inWorkspace('w', ({ logs }) => logs.append('w', [segment(1, 1, other), segment(4, 4)]));
    expect(await storage.figures()).toMatchObject({ entries: 5, segments: 3, segmentBytes: 6 });
  });
});
