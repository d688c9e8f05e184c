import { describe, expect, it } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import { withKey, withMode } from './edit-template.ts';
import { MemoryWorkspace } from '#test/support/memory-workspace.ts';
import {
  csvBytes,
  eventHeadings,
  eventsTemplate,
  importer,
  importLines,
  peopleTemplate,
  problemsIn,
  quietWatch,
  sessionFor,
} from '#test/support/import-run.ts';

describe('IMP-10 one row, one record', () => {
  it('takes values, time and author from the row', async () => {
    const columns = [
      ...peopleTemplate.columns,
      { column: 'made', field: 'createdAt' },
      { column: 'by', field: 'createdBy' },
    ];
    const { records } = await importLines({ ...peopleTemplate, columns }, [
      'id,name,mail,made,by',
      'P1,Ada,-,2015-01-02T03:04Z,Bob',
    ]);
    expect(records).toMatchObject([
      {
        createdAt: Date.UTC(2015, 0, 2, 3, 4),
        createdBy: 'Bob',
        fields: { name: 'Ada', externalReference: 'P1' },
      },
    ]);
    expect(records[0]?.fields).not.toHaveProperty('email');
  });

  it('every entry names file and line', async () => {
    const { workspace } = await importLines(peopleTemplate, ['id,name,mail', 'P1,Ada,', '', 'P2,Bob,']);
    const sources = [...workspace.entries.values()].flat().map(({ origin }) => origin?.source);
    expect(sources).toEqual(['file.csv line 2', 'file.csv line 4']);
  });

  it('a row with a cell too many or too few is refused, as its cells may stand under wrong headings', async () => {
    const lines = ['id,name,mail', 'P1,Ada', 'P2,Bob,b@x,more', 'P3,Kim,'];
    expect(await problemsIn(peopleTemplate, lines)).toMatchObject([
      { code: 'OUT-IMP-009', what: { line: 2 } },
      { code: 'OUT-IMP-009', what: { line: 3 } },
    ]);
  });
});

describe('IMP-11 keys', () => {
  it('that stand twice are refused with the first line', async () => {
    const found = await problemsIn(peopleTemplate, ['id,name,mail', 'P1,Ada,', 'P2,Bob,', 'P1,Kim,']);
    expect(found).toMatchObject([{ code: 'OUT-IMP-006', what: { line: 4, column: 'id', value: 'P1' } }]);
    expect(found[0]?.message).toContain('of line 2');
  });

  it('that are missing are refused', async () => {
    expect(await problemsIn(peopleTemplate, ['id,name,mail', '-,Ada,'])).toMatchObject([
      { code: 'OUT-VAL-001', what: { line: 2, column: 'id' } },
    ]);
  });

  it('may be left out: then equal rows are told apart by their count, and a second run adds nothing', async () => {
    const template = withKey(peopleTemplate, '', catalogue.type('person')!);
    const lines = ['id,name,mail', 'x,Ada,', 'x,Ada,', 'y,Bob,'];
    const { workspace, records } = await importLines(template, lines);
    expect(records.length).toBe(3);
    const again = await importLines(template, lines, workspace);
    expect(again.tally).toMatchObject({ entries: 0, knownRows: 3 });
  });
});

describe('IMP-12 bad values', () => {
  it('are listed with line, column, value and reason, all of them', async () => {
    const found = await problemsIn(peopleTemplate, [
      'id,name,mail',
      'P1,Ada,nowhere',
      'P2,-,',
      'P3,Kim,also nowhere',
    ]);
    expect(found.map(({ code, what }) => [code, what?.line, what?.column, what?.value])).toEqual([
      ['OUT-VAL-002', 2, 'mail', 'nowhere'],
      ['OUT-VAL-001', 3, 'name', ''],
      ['OUT-VAL-002', 4, 'mail', 'also nowhere'],
    ]);
  });

  it('keep the whole file out', async () => {
    const workspace = new MemoryWorkspace(catalogue);
    const lines = ['id,name,mail', 'P1,Ada,', 'P2,Bob,nowhere'];
    await expect(importLines(peopleTemplate, lines, workspace)).rejects.toMatchObject({
      problems: [{ code: 'OUT-IMP-011', what: { line: 3 } }],
    });
    expect(workspace.entries.size).toBe(0);
  });
});

describe('IMP-14 to IMP-17 records that rows name', () => {
  const byName = { type: 'organisation', by: 'name', create: true };
  const template = {
    ...peopleTemplate,
    columns: [...peopleTemplate.columns, { column: 'org', field: 'organisation', reference: byName }],
  };
  const lines = ['id,name,mail,org', 'P1,Ada,,HQ', 'P2,Bob,,HQ', 'P3,Kim,,Depot'];

  it('IMP-14 are made once, in front of the rows, where that is allowed', async () => {
    const { tally, workspace, records } = await importLines(template, lines);
    expect(tally.made).toEqual({ organisation: 2 });
    expect(workspace.records('organisation').map(({ fields }) => fields['name'])).toEqual(['HQ', 'Depot']);
    expect(new Set(records.map(({ fields }) => fields['organisation'])).size).toBe(2);
    expect((await importLines(template, lines, workspace)).tally).toMatchObject({ made: {}, entries: 0 });
  });

  it('IMP-15 that nobody bears are refused where none may be made', async () => {
    const strict = {
      ...template,
      columns: template.columns.map((rule) =>
        'reference' in rule ? { ...rule, reference: { ...byName, create: false } } : rule,
      ),
    };
    expect(await problemsIn(strict, lines.slice(0, 2))).toMatchObject([
      { code: 'OUT-VAL-005', what: { line: 2, column: 'org', value: 'HQ' } },
    ]);
  });

  it('IMP-16 are made by nobody who may not create them', async () => {
    const workspace = new MemoryWorkspace(catalogue);
    const nobody = { ...importer, roles: ['requester'] as const };
    const incidents = { ...eventsTemplate };
    const bytes = csvBytes(eventHeadings, 'INC1,Printer,2016-03-01T00:00Z,1,Ada,New,Desk,0,,0,');
    const { tally } = await sessionFor(workspace, bytes, nobody).dryRun(incidents, quietWatch);
    expect(tally.problems).toMatchObject([{ code: 'OUT-PER-001', what: { line: 2, value: 'Desk' } }]);
  });

  it('IMP-17 stand in a tree under the one above them', async () => {
    const reference = {
      type: 'category',
      by: 'name',
      create: true,
      under: { column: 'top', field: 'parent' },
    };
    const plain = withMode(eventsTemplate, 'records', catalogue.type('incident')!, []);
    const tree = {
      ...plain,
      mode: 'records' as const,
      columns: [
        { column: 'title', field: 'title' },
        { column: 'sub', field: 'category', reference },
      ],
    };
    const lines = [
      'number,title,top,sub',
      '1,a,Hardware,Other',
      '2,b,Software,Other',
      '3,c,Software,-',
      '4,d,Hardware,Other',
    ];
    const { workspace, records } = await importLines(tree, lines);
    const categories = new Map(workspace.records('category').map(({ id, fields }) => [id, fields]));
    const named = records.map(({ fields }) => {
      const category = categories.get(fields['category'] as string);
      const above = categories.get(category?.['parent'] as string);
      return [above?.['name'], category?.['name']];
    });
    expect(named).toEqual([
      ['Hardware', 'Other'],
      ['Software', 'Other'],
      [undefined, 'Software'],
      ['Hardware', 'Other'],
    ]);
    expect((await importLines(tree, lines, workspace)).tally.entries).toBe(0);
  });
});

describe('IMP-18 rows that name each other', () => {
  const template = {
    ...peopleTemplate,
    columns: [
      { column: 'name', field: 'name' },
      { column: 'boss', field: 'manager', reference: { type: 'person', by: 'name', create: true } },
    ],
  };

  it('are found wherever they stand, and made once', async () => {
    const lines = ['id,name,boss', 'P1,Ada,Kim', 'P2,Bob,Ada', 'P3,Kim,'];
    const { tally, records, workspace } = await importLines(template, lines);
    expect(tally.made).toEqual({});
    const byName = new Map(records.map(({ id, fields }) => [fields['name'], [id, fields['manager']]]));
    expect(byName.get('Ada')?.[1]).toBe(byName.get('Kim')?.[0]);
    expect(byName.get('Bob')?.[1]).toBe(byName.get('Ada')?.[0]);
    expect((await importLines(template, lines, workspace)).tally.entries).toBe(0);
  });

  it('by the name that is the key, too', async () => {
    const byName = { ...template, key: { column: 'name', field: 'name' } };
    const { tally, records } = await importLines(byName, ['name,boss', 'Ada,Kim', 'Kim,']);
    expect([tally.made, records.length]).toEqual([{}, 2]);
  });

  it('are refused where two bear the name', async () => {
    const found = await problemsIn(template, ['id,name,boss', 'P1,Ada,', 'P2,Ada,', 'P3,Kim,Ada']);
    expect(found).toMatchObject([{ code: 'OUT-IMP-017', what: { line: 4, column: 'boss', value: 'Ada' } }]);
  });

  it('are refused where they come to stand above themselves', async () => {
    const found = await problemsIn(template, [
      'id,name,boss',
      'P1,Ada,Bob',
      'P2,Bob,Ada',
      'P3,Kim,Ada',
      'P4,Lee,Lee',
    ]);
    expect(found.map(({ code, what }) => [code, what?.line, what?.column])).toEqual([
      ['OUT-VAL-020', 2, 'boss'],
      ['OUT-VAL-020', 3, 'boss'],
      ['OUT-VAL-020', 5, 'boss'],
    ]);
  });
});

it('IMP-44 rows of one record may stand anywhere in the file', async () => {
  const row = (number: number, seq: number, state: string): string =>
    `INC${number},Printer,2016-03-01T0${seq}:00Z,${seq},Ada,${state},,0,,0,`;
  const { records } = await importLines(eventsTemplate, [
    eventHeadings,
    row(1, 1, 'Active'),
    row(2, 0, 'New'),
    row(1, 0, 'New'),
    row(2, 1, 'Resolved'),
  ]);
  const states = records.map(({ fields, state, createdAt }) => [
    fields['externalReference'],
    state,
    createdAt,
  ]);
  expect(states.sort()).toEqual([
    ['INC1', 'inProgress', Date.UTC(2016, 2, 1)],
    ['INC2', 'resolved', Date.UTC(2016, 2, 1)],
  ]);
});

it('IMP-13 a field that every record needs and nothing gives is named before any line is read', async () => {
  const template = { ...peopleTemplate, columns: [] };
  await expect(problemsIn(template, ['id,name,mail', 'P1,Ada,'])).rejects.toMatchObject({
    problems: [{ code: 'OUT-IMP-012', what: { field: 'name' } }],
  });
});

it('IMP-4 a column that the template names and the file has not is named', async () => {
  await expect(problemsIn(peopleTemplate, ['id,name', 'P1,Ada'])).rejects.toMatchObject({
    problems: [{ code: 'OUT-IMP-004', what: { column: 'mail' } }],
  });
});
