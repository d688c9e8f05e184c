import { describe, expect, test, vi } from 'vitest';
import { openWindow } from '#test/support/open-window.ts';
import { freshName, TestWindow } from '#test/support/workspace.ts';
import { sampleProcess, ticket } from '#test/support/sample-catalogue.ts';
import { buildCatalogue } from '#shared/definition/catalogue.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { textOf } from '#shared/definition/record.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import type { Row } from './protocol.ts';

const all: Query = { type: 'ticket', where: [] };
const page = { offset: 0, limit: 10_000 };
const rowsOf = async (window: TestWindow, query = all): Promise<readonly Row[]> =>
  (await window.data.query(query, page)).rows;
const titles = async (window: TestWindow, query = all): Promise<readonly unknown[]> =>
  (await rowsOf(window, query)).map(({ cells }) => cells['title']);
const save = (window: TestWindow): Promise<unknown> => window.server.answer<'save'>({ kind: 'save' });

/** What the index must say of every record, computed from the records. */
async function expectTrue(window: TestWindow, types: readonly RecordType[] = [ticket]): Promise<void> {
  for (const type of types) {
    const rows = await rowsOf(window, { type: type.name, where: [] });
    const views = await window.data.loadMany(rows.map(({ id }) => id));
    expect(rows).toHaveLength(await window.database.records.filter((row) => row.type === type.name).count());
    for (const [index, view] of views.entries()) {
      expect(rows[index]?.cells).toMatchObject(
        columnValues({ ...type, fields: visible(type) }, view, window.data.config, window.clock.now()),
      );
    }
  }
}

const visible = ({ fields }: RecordType): RecordType['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.visibleTo));

describe('index server', () => {
  test('IDX-4 what is saved is found at once, by list, count and words', async () => {
    const window = await openWindow();
    const first = await window.create({ title: 'Printer jams', tags: ['hq'] });
    expect(await titles(window)).toEqual(['Printer jams']);
    await window.must({ kind: 'edit', record: first, fields: { title: 'Printer smokes' } });
    await window.create({ title: 'Link down' });
    expect(await titles(window)).toEqual(['Printer smokes', 'Link down']);
    expect(await window.data.counts([all, { ...all, text: 'print' }, { ...all, text: 'jams' }])).toEqual([
      2, 1, 0,
    ]);
    expect(await titles(window, { ...all, text: 'smo' })).toEqual(['Printer smokes']);
    await expectTrue(window);
  });

  test('IDX-4 words are found as they are now, also after edits that touch no text and back to an earlier one', async () => {
    const window = await openWindow();
    const id = await window.create({ title: 'Printer jams' });
    const counts = () => window.data.counts(['jams', 'smokes'].map((text) => ({ ...all, text })));
    expect(await counts()).toEqual([1, 0]);
    for (const [title, found] of [
      ['Printer smokes', [0, 1]],
      ['Printer jams', [1, 0]],
    ] as const) {
      await window.must({ kind: 'edit', record: id, fields: { effort: found[1] + 1 } });
      await window.must({ kind: 'edit', record: id, fields: { title } });
      await window.must({ kind: 'edit', record: id, fields: { effort: found[1] + 3 } });
      expect(await counts()).toEqual(found);
    }
  });

  test('IDX-4 two commits and a question between them see no older state', async () => {
    const window = await openWindow();
    const id = await window.create({ title: 'x', effort: 0 });
    for (let effort = 1; effort <= 25; effort += 1) {
      await window.must({ kind: 'edit', record: id, fields: { effort } });
      const [row] = await rowsOf(window);
      expect(row?.cells['effort']).toBe(effort);
    }
  });

  test('TXT-30 a record is found by the name of a file of it, until the file is taken back', async () => {
    const window = await openWindow();
    const id = await window.create({ title: 'Link down' });
    await window.create({ title: 'Other' });
    const file = new File(['x'], 'mast-photo.jpeg');
    const attached = await window.data.attachments.add(id, file, { audience: 'internal' });
    if (!attached?.ok) throw new Error('It was refused.');
    for (const text of ['mast', 'photo', 'mast-photo.jpeg']) {
      expect(await titles(window, { ...all, text })).toEqual(['Link down']);
    }
    await window.must({ kind: 'undo', entries: attached.value.entries });
    expect(await titles(window, { ...all, text: 'mast' })).toEqual([]);
  });

  test('IDX-4 the children of a record are found by the command that follows their making', async () => {
    const window = await openWindow();
    const parent = await window.create({ title: 'Parent' });
    for (let index = 0; index < 12; index += 1) {
      await window.create({ title: `c${index}`, parent });
      // Something asks the index all the time, as lists on the page do.
      void window.data.counts([all]);
    }
    await window.must({ kind: 'act', record: parent, action: 'finish', inputs: { outcome: 'Solved' } });
    expect(await window.data.counts([{ ...all, where: [{ column: 'state', in: ['done'] }] }])).toEqual([13]);
  });

  test('IDX-5 what was saved and loaded again is what would be built', async () => {
    const name = freshName();
    const first = await openWindow({ name });
    for (let index = 0; index < 30; index += 1) {
      await first.create({
        title: `t${index}`,
        tags: [`g${index % 3}`, 'constructor'],
        effort: index,
        urgent: index % 2 === 0,
      });
    }
    const before = await rowsOf(first);
    await save(first);
    first.close();
    const loaded = await openWindow({ name });
    expect(await rowsOf(loaded)).toEqual(before);
    expect(await titles(loaded, { ...all, text: 't7' })).toEqual(['t7']);
    loaded.close();
    const built = await openWindow({ name, signature: 'another build' });
    expect(await rowsOf(built)).toEqual(before);
    await expectTrue(built);
  });

  test('IDX-5 what came after the save is caught up from the log, before the first answer', async () => {
    const name = freshName();
    const first = await openWindow({ name });
    const id = await first.create({ title: 'Before' });
    await save(first);
    await first.must({ kind: 'edit', record: id, fields: { title: 'After' } });
    await first.create({ title: 'New' });
    first.close();
    const again = await openWindow({ name });
    expect(await titles(again)).toEqual(['After', 'New']);
    expect(await titles(again, { ...all, text: 'before' })).toEqual([]);
    expect(await titles(again, { ...all, text: 'after' })).toEqual(['After']);
  });

  test('IDX-5 a save that fails is made up for by the next one', async () => {
    const name = freshName();
    const first = await openWindow({ name });
    const id = await first.create({ title: 'One' });
    await save(first);
    await first.must({ kind: 'edit', record: id, fields: { title: 'Two' } });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    await expect(save(first)).rejects.toThrow();
    put.mockRestore();
    await first.create({ title: 'Three' });
    await save(first);
    first.close();
    const again = await openWindow({ name });
    expect(await titles(again)).toEqual(['Two', 'Three']);
    expect(await titles(again, { ...all, text: 'two' })).toEqual(['Two']);
  });

  test('IDX-6 two windows that save in turn leave one whole index', async () => {
    const name = freshName();
    const first = await openWindow({ name });
    const ids = [await first.create({ title: 'One' }), await first.create({ title: 'Two' })];
    await save(first);
    const second = await openWindow({ name, isSaver: false });
    // The windows take records in in another order, so they keep them in other places.
    await first.create({ title: 'Three' });
    await rowsOf(first);
    await first.create({ title: 'Four' });
    await save(first);
    const [three] = await rowsOf(first, { ...all, where: [{ column: 'title', in: ['Three'] }] });
    await first.must({ kind: 'edit', record: three?.id ?? '', fields: { title: 'Three again' } });
    await first.must({ kind: 'edit', record: ids[0] ?? '', fields: { title: 'One again' } });
    await rowsOf(second);
    first.close();
    second.server.allowSaving();
    await save(second);
    second.close();
    const third = await openWindow({ name });
    expect([...(await titles(third))].sort()).toEqual(['Four', 'One again', 'Three again', 'Two']);
    for (const word of ['one', 'two', 'three', 'four']) {
      const found = await rowsOf(third, { ...all, text: word });
      expect(found.map(({ cells }) => String(cells['title']).toLowerCase().startsWith(word))).toEqual([true]);
    }
    await expectTrue(third);
  });

  test('IDX-7 damaged blocks cost the time of building again, nothing else', async () => {
    const name = freshName();
    const first = await openWindow({ name });
    await first.create({ title: 'One' });
    await save(first);
    const blocks = await first.database.blocks.toArray();
    first.close();
    for (const block of blocks) {
      const damaged = await openWindow({ name, signature: 'test', isSaver: false });
      damaged.close();
      await first.database.open();
      await first.database.blocks.put({
        key: block.key,
        bytes: block.bytes.slice(0, Math.floor(block.bytes.length / 2)),
      });
      first.database.close();
      const again = await openWindow({ name, isSaver: false });
      expect(await titles(again), block.key).toEqual(['One']);
      expect(await titles(again, { ...all, text: 'one' }), block.key).toEqual(['One']);
      again.close();
      await first.database.open();
      await first.database.blocks.put(block);
      first.database.close();
    }
    expect(blocks.length).toBeGreaterThan(1);
  });

  test('IDX-8 after a change of configuration all derived values are computed anew', async () => {
    const name = freshName();
    const catalogue = withConfig();
    const window = await openWindow({ name, catalogue });
    const factor = await window.create({ title: '2' }, 'factor');
    for (let index = 0; index < 1100; index += 1)
      await window.create({ title: `t${index}`, effort: index % 1000 });
    const sum = async (one: TestWindow) =>
      (await one.data.summary({ type: 'weighed', where: [] }, undefined, { column: 'weight', by: 'sum' }))[0]
        ?.value;
    await rowsOf(window, { type: 'weighed', where: [] });
    await window.create({ title: 'w', effort: 5 }, 'weighed');
    expect(await sum(window)).toBe(10);
    await window.must({ kind: 'edit', record: factor, fields: { title: '3' } });
    await vi.waitFor(async () => expect(await sum(window)).toBe(15));
    await vi.waitFor(() => expect(window.server.status().isDerived).toBe(true));
  });

  test('IDX-8 also where the window was closed before it was done', async () => {
    const name = freshName();
    const catalogue = withConfig();
    const first = await openWindow({ name, catalogue });
    const factor = await first.create({ title: '2' }, 'factor');
    await first.create({ title: 'w', effort: 5 }, 'weighed');
    await rowsOf(first, { type: 'weighed', where: [] });
    await save(first);
    await first.must({ kind: 'edit', record: factor, fields: { title: '4' } });
    first.close();
    const again = await openWindow({ name, catalogue });
    const weight = async () => (await rowsOf(again, { type: 'weighed', where: [] }))[0]?.cells['weight'];
    await vi.waitFor(async () => expect(await weight()).toBe(20));
  });

  test('IDX-9 a group of a summary has the query of exactly its records', async () => {
    const window = await openWindow();
    const parent = await window.create({ title: 'Parent', tags: [] });
    const zone = 'America/New_York';
    for (let index = 0; index < 40; index += 1) {
      await window.create({
        title: `t${index}`,
        ...(index % 3 === 0 ? { parent } : {}),
        ...(index % 4 === 0 ? {} : { impact: String((index % 3) + 1) }),
        urgent: index % 2 === 0,
        tags: index % 5 === 0 ? [] : [`g${index % 3}`, `h${index % 2}`],
        effort: index % 7 === 0 ? null : index,
        due: index % 6 === 0 ? null : `2026-11-0${1 + (index % 5)}`,
        // Across the night in which the clocks go back.
        seenAt: index % 8 === 0 ? null : Date.UTC(2026, 9, 31, 20) + index * 3_600_000,
      });
    }
    for (const groupBy of [
      { column: 'state' },
      { column: 'impact' },
      { column: 'parent' },
      { column: 'urgent' },
      { column: 'tags' },
      { column: 'due' },
      { column: 'due', bucket: 'day' as const },
      { column: 'seenAt', bucket: 'day' as const, zone },
      { column: 'seenAt', bucket: 'day' as const },
      { column: 'effort' },
    ]) {
      const groups = await window.data.summary(all, groupBy);
      const counts = await window.data.counts(groups.map(({ query }) => query));
      expect(counts, JSON.stringify(groupBy)).toEqual(groups.map(({ value }) => value));
      expect(groups.length).toBeGreaterThan(0);
    }
    for (const groupBy of [undefined, { column: 'impact' }]) {
      const groups = await window.data.summary(all, groupBy, { column: 'effort', by: 'sum' });
      for (const { query, value } of groups) {
        const records = await window.data.query(query, page);
        expect(records.rows.reduce((sum, { cells }) => sum + Number(cells['effort']), 0)).toBe(value);
        expect(records.rows.every(({ cells }) => cells['effort'] !== null)).toBe(true);
      }
    }
  });

  test('IDX-9 labels of groups and rows are what people read', async () => {
    const window = await openWindow();
    const parent = await window.create({ title: 'Parent' });
    await window.create({ title: 'Child', parent, impact: '2' });
    const byParent = await window.data.summary(
      { ...all, where: [{ column: 'parent', empty: false }] },
      { column: 'parent' },
    );
    expect(byParent.map(({ label }) => label)).toEqual(['Parent']);
    expect((await window.data.summary(all, { column: 'impact' })).map(({ label }) => label).sort()).toEqual([
      'Label 2',
      'Label 3',
    ]);
    const [row] = await rowsOf(window, { ...all, where: [{ column: 'title', in: ['Child'] }] });
    expect(row?.labels[parent]).toBe('Parent');
    expect(await window.data.labels([parent, 'Ms Old'])).toEqual({ [parent]: 'Parent', 'Ms Old': 'Ms Old' });
  });

  test('IDX-10 a search over several types ranks them together and keeps to the conditions', async () => {
    const window = await openWindow();
    await window.create({ title: 'Printer in the briefing room', details: 'jams' });
    await window.create({ title: 'Link', details: 'The printer server is unreachable' });
    const open_ = { type: 'ticket', where: [{ column: 'state', in: ['new'] }] } as const;
    const found = await window.data.search('printer', [open_], 10);
    expect(found.rows.map(({ cells }) => cells['title'])).toEqual(['Printer in the briefing room', 'Link']);
    expect(
      (
        await window.data.search(
          'printer',
          [{ type: 'ticket', where: [{ column: 'state', in: ['done'] }] }],
          10,
        )
      ).total,
    ).toBe(0);
    expect((await window.data.search('printer', [], 10)).total).toBe(0);
  });

  test('IDX-11 an export has every record once, however much changes meanwhile', async () => {
    const window = await openWindow();
    for (let index = 0; index < 1203; index += 1)
      await window.create({ title: `t${index}`, effort: index % 7 });
    const seen: string[] = [];
    let pages = 0;
    for await (const { records, total } of window.data.all({ ...all, sort: [{ column: 'effort' }] })) {
      expect(total).toBe(1203);
      pages += 1;
      seen.push(...records.map((record) => textOf(record, 'title')));
      if (pages > 1) continue;
      const last = records.at(-1);
      if (last) await window.must({ kind: 'edit', record: last.id, fields: { effort: 1000 } });
    }
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(1203);
    expect(seen).toHaveLength(1203);
  });
});

/** The sample with a configuration type and one whose derived value depends on it. */
function withConfig() {
  const plain = {
    sections: ticket.sections,
    views: ticket.views,
    lifecycle: ticket.lifecycle,
    see: ticket.see,
    note: ticket.note,
    create: ticket.create,
    edit: ticket.edit,
  } as const;
  const base = { help: '', process: 'TST', clocks: [], migrations: [], ...plain };
  const title = { kind: 'text', label: 'Title', required: true } as const;
  const fields = { ...ticket.fields, title };
  const factor: RecordType = {
    ...base,
    name: 'factor',
    label: 'Factor',
    plural: 'Factors',
    prefix: 'FAC',
    config: true,
    fields,
    derived: {},
  };
  const weighed: RecordType = {
    ...base,
    name: 'weighed',
    label: 'Weighed',
    plural: 'Weighed',
    prefix: 'WEI',
    fields,
    derived: {
      weight: {
        label: 'Weight',
        kind: 'number',
        compute: (record, config) =>
          Number(record.fields['effort'] ?? 0) * Number(config.all('factor')[0]?.fields['title'] ?? 1),
      },
    },
  };
  return buildCatalogue([{ ...sampleProcess, recordTypes: [ticket, factor, weighed] }]);
}
