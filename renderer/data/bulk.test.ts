import { describe, expect, test } from 'vitest';
import { openWindow } from '#test/support/open-window.ts';
import { sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { allEntries, auditDatabase, freshName, TestWindow } from '#test/support/workspace.ts';
import type { RecordHistory } from '#shared/changelog/intention.ts';
import { deterministicRecordId } from '#shared/kernel/ids.ts';
import { readExisting, writeBulk, type BulkPlan, type ExistingRows } from './bulk.ts';

const idOf = (index: number): string => deterministicRecordId(['bulk', String(index)]);

/** A ticket with its history as a file tells it: made, worked on, finished. */
function history(index: number): RecordHistory {
  const origin = (at: number) => ({ at, by: 'Ms Old', source: `file.csv line ${index}` });
  return {
    id: idOf(index),
    type: 'ticket',
    intentions: [
      {
        key: 'create',
        body: { kind: 'create', fields: { title: `Old ${index}`, tags: ['old'] } },
        origin: origin(1),
      },
      { key: 'start', body: { kind: 'act', action: 'start', to: 'working', fields: {} }, origin: origin(2) },
      {
        key: 'set',
        body: { kind: 'set', fields: { effort: index, tags: ['old', 'new'] } },
        origin: origin(3),
      },
      { key: 'note', body: { kind: 'note', text: 'x', audience: 'internal', minutes: 1 }, origin: origin(4) },
      {
        key: 'finish',
        body: { kind: 'act', action: 'finish', to: 'done', fields: { outcome: 'Old' } },
        origin: origin(5),
      },
    ],
  };
}

const histories = (count: number): readonly RecordHistory[] =>
  Array.from({ length: count }, (_, index) => history(index));
const none: ExistingRows = { rows: new Map(), n: 0 };

function planOf(window: TestWindow, more: Partial<BulkPlan>): BulkPlan {
  const { database } = window;
  const base = {
    database,
    catalogue: sampleCatalogue,
    actor: 'importer',
    now: 1000,
  };
  return { ...base, histories: [], existing: none, ...more };
}

async function contents(window: TestWindow): Promise<unknown> {
  const { log, records, meta } = window.database;
  return [
    await log.count(),
    await records.count(),
    (await meta.toArray()).filter(({ key }) => key !== 'identity'),
  ];
}

describe('bulk', () => {
  test('DAT-10 many histories become packed segments, and every record is the fold of its entries', async () => {
    const window = await openWindow();
    const progress: number[] = [];
    const result = await writeBulk(
      planOf(window, { histories: histories(300), onProgress: (records) => progress.push(records) }),
    );
    expect(result).toEqual({ records: 300, entries: 1500, n: 1500 });
    expect(await window.database.log.count()).toBe(4);
    expect(progress).toEqual([80, 160, 240, 300]);
    window.data.announce(result.n);
    const view = await window.view(idOf(7));
    expect(view).toMatchObject({
      state: 'done',
      fields: { title: 'Old 7', effort: 7, outcome: 'Old', tags: ['old', 'new'] },
      createdAt: 1,
      createdBy: 'Ms Old',
      updatedAt: 5,
      minutesSpent: 1,
    });
    expect(view.life.map(({ action, at }) => [action, at])).toEqual([
      ['start', 2],
      ['finish', 5],
    ]);
    expect(
      new Set((await window.database.records.toArray()).map(({ state }) => state.create?.number)).size,
    ).toBe(300);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-11 a second run writes nothing', async () => {
    const window = await openWindow();
    await writeBulk(planOf(window, { histories: histories(50) }));
    const before = await contents(window);
    const existing = await readExisting(
      window.database,
      histories(50).map(({ id }) => id),
    );
    const again = await writeBulk(planOf(window, { histories: histories(50), existing }));
    expect(again).toEqual({ records: 50, entries: 0, n: 250 });
    expect(await contents(window)).toEqual(before);
  });

  test('DAT-11 a longer file adds what is new to what is there, after what people did meanwhile', async () => {
    const window = await openWindow();
    const short = (one: RecordHistory): RecordHistory => ({ ...one, intentions: one.intentions.slice(0, 3) });
    await writeBulk(planOf(window, { histories: histories(3).map(short) }));
    window.data.announce(9);
    await window.must({ kind: 'act', record: idOf(1), action: 'touch', inputs: { effort: 9 } });
    const existing = await readExisting(
      window.database,
      histories(3).map(({ id }) => id),
    );
    expect((await writeBulk(planOf(window, { histories: histories(3), existing }))).entries).toBe(6);
    const view = await window.view(idOf(1));
    expect(view.life.map(({ action }) => action)).toEqual(['start', 'touch', 'finish']);
    expect(view).toMatchObject({ fields: { effort: 9 }, overtaken: [], conflicts: [] });
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-12 cancelled at any piece, nothing of it is kept', async () => {
    // A window that saves the index would write its state in between.
    const window = await openWindow({ isSaver: false });
    await window.create({ title: 'Before' });
    const before = await contents(window);
    for (let piece = 0; piece < 4; piece += 1) {
      const stop = new AbortController();
      const existing = { rows: new Map(), n: 1 };
      let told = 0;
      const onProgress = () => {
        if (told === piece) stop.abort();
        told += 1;
      };
      const writing = writeBulk(
        planOf(window, { histories: histories(300), existing, onProgress, signal: stop.signal }),
      );
      await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
      expect(await contents(window)).toEqual(before);
    }
    await window.must({ kind: 'create', type: 'ticket', fields: { title: 'After' } });
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-12 a history that cannot be written takes all back, and the reason is told', async () => {
    const window = await openWindow();
    function* broken(): Generator<RecordHistory> {
      yield* histories(200);
      throw new Error('The file ends in the middle.');
    }
    await expect(writeBulk(planOf(window, { histories: broken() }))).rejects.toThrow('ends in the middle');
    const twice = [...histories(100), history(5)];
    await expect(writeBulk(planOf(window, { histories: twice }))).rejects.toThrow('comes twice');
    expect(await contents(window)).toEqual([0, 0, []]);
  });

  test('DAT-12 a full disk in the middle takes all back, and is told as such', async () => {
    const window = await openWindow();
    const add = Reflect.get(IDBObjectStore.prototype, 'add');
    let rows = 0;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown) {
      rows += 1;
      if (rows === 3) throw new DOMException('Full.', 'QuotaExceededError');
      return Reflect.apply(add, this, [value]);
    };
    try {
      await expect(writeBulk(planOf(window, { histories: histories(300) }))).rejects.toMatchObject({
        name: 'QuotaExceededError',
      });
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect(await contents(window)).toEqual([0, 0, []]);
  });

  test('DAT-13 two imports of one file at once make each record and each fact once', async () => {
    const name = freshName();
    const [a, b] = [await openWindow({ name }), await openWindow({ name, isSaver: false })];
    const results = await Promise.all(
      [a, b].map((window) => writeBulk(planOf(window, { histories: histories(100) }))),
    );
    expect(results.map(({ entries }) => entries).sort((x, y) => x - y)).toEqual([0, 500]);
    expect(await allEntries(a.database)).toHaveLength(500);
    expect(await auditDatabase(a.database)).toEqual([]);
  });

  test('DAT-13 what was saved between reading and writing is not lost', async () => {
    const window = await openWindow();
    await writeBulk(
      planOf(window, {
        histories: histories(2).map((one) => ({ ...one, intentions: one.intentions.slice(0, 1) })),
      }),
    );
    window.data.announce(2);
    const existing = await readExisting(window.database, [idOf(0), idOf(1)]);
    await window.must({
      kind: 'note',
      record: idOf(0),
      text: 'Meanwhile',
      audience: 'internal',
      minutes: 60,
    });
    await writeBulk(planOf(window, { histories: histories(2), existing }));
    expect((await window.view(idOf(0))).minutesSpent).toBe(61);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-13 saves during an import wait for it and lose nothing', async () => {
    const window = await openWindow();
    const id = await window.create({ title: 'Mine' });
    const existing = { rows: new Map(), n: 1 };
    const writing = writeBulk(planOf(window, { histories: histories(200), existing }));
    const saved = await Promise.all(
      [1, 2, 3].map((minutes) =>
        window.must({ kind: 'note', record: id, text: 'x', audience: 'internal', minutes }),
      ),
    );
    await writing;
    expect(saved).toHaveLength(3);
    expect((await window.view(id)).minutesSpent).toBe(6);
    expect(await auditDatabase(window.database)).toEqual([]);
  });

  test('DAT-14 a history goes on from the act that counts, not from one that was overtaken', async () => {
    const window = await openWindow();
    const id = await window.create({ title: 'x' });
    const row = await window.database.records.get(id);
    const { state } = row ?? {};
    // As after a sync: another device's act lost against this one's, and has the higher counter.
    const create = state?.create?.ref ?? 'x:1';
    const act = (ref: `${string}:${number}`, action: string, to: string) => ({
      ref,
      base: create,
      action,
      to,
      at: 1,
      actor: 'b',
      inputs: {},
    });
    if (row && state) {
      const acts = [act('BBBBBBBBBBB:1', 'start', 'working'), act('BBBBBBBBBBB:2', 'close', 'closed')];
      await window.database.records.put({ ...row, state: { ...state, acts } });
    }
    const finish = {
      id,
      type: 'ticket',
      intentions: [{ body: { kind: 'act', action: 'finish', to: 'done', fields: { outcome: 'x' } } }],
    } as const;
    await writeBulk(
      planOf(window, { histories: [finish], existing: await readExisting(window.database, [id]) }),
    );
    expect((await window.view(id)).state).toBe('done');
  });
});
