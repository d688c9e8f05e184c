import { describe, expect, it } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import type { RecordView } from '../definition/record.ts';
import { MemoryWorkspace } from '#test/support/memory-workspace.ts';
import {
  eventHeadings,
  eventsTemplate,
  importLines,
  peopleTemplate,
  problemsIn,
  quietWatch,
} from '#test/support/import-run.ts';

const v1 = ['id,name,mail', 'P1,Ada,ada@unit.example', 'P2,Bob,'];
const v2 = ['id,name,mail', 'P1,Ada Lovelace,', 'P2,Bob,', 'P3,Kim,'];

function nameOf(records: readonly RecordView[], reference: string): unknown {
  return records.find(({ fields }) => fields['externalReference'] === reference)?.fields['name'];
}

/** A workspace in which somebody wrote a person by hand. */
async function withHandmade(): Promise<MemoryWorkspace> {
  const workspace = new MemoryWorkspace(catalogue);
  const fields = { name: 'Ada by hand', externalReference: 'P1' };
  const history = {
    id: '00000000000000000000000001',
    type: 'person',
    intentions: [{ body: { kind: 'create' as const, fields } }],
  };
  await workspace.write([history], () => undefined, quietWatch.signal);
  return workspace;
}

describe('IMP-40 what is here already', () => {
  it('is not written again: the same file adds nothing', async () => {
    const { workspace } = await importLines(peopleTemplate, v1);
    const again = await importLines(peopleTemplate, v1, workspace);
    expect(again.tally).toMatchObject({
      records: { new: 0, changed: 0, same: 2, skipped: 0 },
      knownRows: 2,
      entries: 0,
    });
    expect(again.records.length).toBe(2);
  });

  it('stays as people left it: a row that was imported once does not undo their work', async () => {
    const { workspace, records } = await importLines(peopleTemplate, v1);
    const ada = records.find(({ fields }) => fields['externalReference'] === 'P1');
    const edit = { body: { kind: 'set' as const, fields: { name: 'Mended by hand' } } };
    await workspace.write(
      [{ id: ada?.id ?? '', type: 'person', intentions: [edit] }],
      () => undefined,
      quietWatch.signal,
    );
    const again = await importLines(peopleTemplate, v1, workspace);
    expect(nameOf(again.records, 'P1')).toBe('Mended by hand');
  });

  it('stays as people left it after a change that came from a file, too', async () => {
    const { workspace } = await importLines(peopleTemplate, v1);
    const changed = await importLines(peopleTemplate, v2, workspace);
    const ada = changed.records.find(({ fields }) => fields['externalReference'] === 'P1');
    const edit = { body: { kind: 'set' as const, fields: { name: 'Mended by hand' } } };
    const history = { id: ada?.id ?? '', type: 'person', intentions: [edit] };
    await workspace.write([history], () => undefined, quietWatch.signal);
    const again = await importLines(peopleTemplate, v2, workspace);
    expect(again.tally).toMatchObject({ records: { same: 3 }, entries: 0 });
    expect(nameOf(again.records, 'P1')).toBe('Mended by hand');
  });

  it('has the same ids and keys on another device, so two imports of one file count once', async () => {
    const here = await importLines(peopleTemplate, v1);
    const there = await importLines(peopleTemplate, v1, new MemoryWorkspace(catalogue, 'otherreplic'));
    const facts = ({ workspace }: typeof here): unknown =>
      [...workspace.entries.values()].flat().map(({ record, key }) => [record, key]);
    expect(facts(here)).toEqual(facts(there));
  });
});

describe('IMP-41 a newer file', () => {
  it('changes what differs, once; an empty cell changes nothing', async () => {
    const { workspace } = await importLines(peopleTemplate, v1);
    const { tally, records } = await importLines(peopleTemplate, v2, workspace);
    expect(tally.records).toEqual({ new: 1, changed: 1, same: 1, skipped: 0 });
    expect(nameOf(records, 'P1')).toBe('Ada Lovelace');
    expect(records.find(({ fields }) => fields['externalReference'] === 'P1')?.fields['email']).toBe(
      'ada@unit.example',
    );
    const again = await importLines(peopleTemplate, v2, workspace);
    expect(again.tally.entries).toBe(0);
  });

  it('moves a record to the state that it names', async () => {
    const template = {
      ...peopleTemplate,
      columns: [...peopleTemplate.columns, { column: 'status', field: 'state' }],
    };
    const { workspace } = await importLines(template, ['id,name,mail,status', 'P1,Ada,,Active']);
    const { records } = await importLines(template, ['id,name,mail,status', 'P1,Ada,,Retired'], workspace);
    expect(records[0]?.state).toBe('retired');
    expect(records[0]?.life).toMatchObject([{ action: 'retire', inferred: true }]);
  });
});

describe('IMP-43 records that no import made', () => {
  it.each([
    ['skip', { new: 0, changed: 0, same: 0, skipped: 1 }, 'Ada by hand'],
    ['update', { new: 0, changed: 1, same: 0, skipped: 0 }, 'Ada'],
  ] as const)('%s', async (duplicates, counts, name) => {
    const run = await importLines({ ...peopleTemplate, duplicates }, v1.slice(0, 2), await withHandmade());
    expect(run.tally.records).toEqual(counts);
    expect(run.records.length).toBe(1);
    expect(nameOf(run.records, 'P1')).toBe(name);
  });

  it('reject: the line is refused with the number of the record', async () => {
    const found = await problemsIn({ ...peopleTemplate, duplicates: 'reject' }, v1, await withHandmade());
    expect(found).toMatchObject([{ code: 'OUT-IMP-007', what: { line: 2, column: 'id', value: 'P1' } }]);
    expect(found[0]?.message).toContain('PER-T3-00001');
  });

  it('whose key two records have are refused: nobody knows which is meant', async () => {
    const workspace = await withHandmade();
    const fields = { name: 'Ada again', externalReference: 'P1' };
    const twin = {
      id: '00000000000000000000000002',
      type: 'person',
      intentions: [{ body: { kind: 'create' as const, fields } }],
    };
    await workspace.write([twin], () => undefined, quietWatch.signal);
    expect(await problemsIn(peopleTemplate, v1, workspace)).toMatchObject([
      { code: 'OUT-IMP-017', what: { line: 2 } },
    ]);
  });
});

describe('IMP-42 a history that has grown', () => {
  const row = (seq: number, state: string): string =>
    `INC1,Printer,2016-03-01T0${seq}:00Z,${seq},Ada,${state},,0,,0,`;
  const first = [eventHeadings, row(0, 'New'), row(1, 'Active')];

  it('goes on with the rows that are new', async () => {
    const { workspace } = await importLines(eventsTemplate, first);
    const { tally, records } = await importLines(eventsTemplate, [...first, row(2, 'Resolved')], workspace);
    expect(tally).toMatchObject({ records: { changed: 1 }, knownRows: 2 });
    expect(records[0]).toMatchObject({ state: 'resolved', overtaken: [] });
  });

  it('is refused where the record has gone another way here', async () => {
    const { workspace, records } = await importLines(eventsTemplate, first);
    const act = { body: { kind: 'act' as const, action: 'cancel', to: 'cancelled', fields: {} } };
    await workspace.write(
      [{ id: records[0]?.id ?? '', type: 'incident', intentions: [act] }],
      () => undefined,
      quietWatch.signal,
    );
    const found = await problemsIn(eventsTemplate, [...first, row(2, 'Resolved')], workspace);
    expect(found).toMatchObject([{ code: 'OUT-IMP-014', what: { line: 4, value: 'INC1' } }]);
  });
});
