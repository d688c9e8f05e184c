import papa from 'papaparse';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import { Desk, monday } from '#test/support/desk.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { exportColumns, isoInZone, type ExportCell } from './export-columns.ts';
import { csvLines } from './to-csv.ts';
import { makeWorkbook } from './workbook.ts';

const { unparse, parse } = papa;
const attacks = [
  '=HYPERLINK("http://x","y")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  'plain, with "quotes"\nand lines',
];

describe('a CSV file', () => {
  test('holds no cell that a spreadsheet would calculate, and every other text as it is', () => {
    const text = csvLines(
      attacks.map((attack) => [attack]),
      'UTC',
      unparse,
    );
    const read = parse<string[]>(text, { skipEmptyLines: true }).data.map(([cell]) => cell);
    expect(read).toEqual([...attacks.slice(0, 5).map((attack) => `'${attack}`), attacks[5]]);
  });

  test('neutralises headings as well, and leaves negative numbers alone', () => {
    expect(csvLines([['=evil', -5, null, true, { instant: monday }]], 'Europe/Berlin', unparse)).toBe(
      "'=evil,-5,,Yes,2026-11-02T09:00:00+01:00\r\n",
    );
  });
});

describe('an Excel file', () => {
  test('holds texts as texts whatever they begin with, instants as dates on the zone’s clock, numbers as numbers', async () => {
    const rows: readonly (readonly ExportCell[])[] = [
      ['=1+1', 7, { instant: monday }, null],
      ['@x', -5, { instant: monday }, true],
    ];
    const bytes = await makeWorkbook(
      [{ name: 'Incidents', headers: ['Title', 'Number', 'Opened', 'Flag'], rows }],
      'Europe/Berlin',
    );
    const sheets = await readExcelFile(new Blob([bytes]));
    expect(sheets[0]?.data).toEqual([
      ['Title', 'Number', 'Opened', 'Flag'],
      ['=1+1', 7, new Date('2026-11-02T09:00:00Z'), null],
      ['@x', -5, new Date('2026-11-02T09:00:00Z'), true],
    ]);
  });

  test('ASM-345 holds several sheets, each with its marking above and below, and days as days', async () => {
    const rows = [[{ day: '2026-11-02' }, -5]];
    const marked = { headers: ['On', 'By'], rows, marking: 'CUI' };
    const bytes = await makeWorkbook(
      [
        { name: 'One', ...marked },
        { name: 'Two', ...marked },
      ],
      'Asia/Tokyo',
    );
    const sheets = await readExcelFile(new Blob([bytes]));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['One', 'Two']);
    for (const { data } of sheets) {
      expect(data).toEqual([
        ['CUI', null],
        ['On', 'By'],
        [new Date('2026-11-02T00:00:00Z'), -5],
        ['CUI', null],
      ]);
    }
  });

  test('says so where a text is longer than a cell holds', async () => {
    const bytes = await makeWorkbook([{ name: 'x', headers: ['a'], rows: [['y'.repeat(40_000)]] }], 'UTC');
    const sheets = await readExcelFile(new Blob([bytes]));
    const cell = String(sheets[0]?.data[1]?.[0]);
    expect(cell).toHaveLength(32_767);
    expect(cell).toMatch(/cut: a cell of Excel holds no more\)$/);
  });
});

describe('the columns of a file', () => {
  const desk = Desk.seeded();
  const analyst = desk.person('Analyst', 'analyst');
  const user = desk.person('Reyes, Ana', 'requester');
  const type = desk.type('incident');
  const id = desk.put('incident', {
    title: 'Net is down',
    requester: user.id,
    description: 'Long\ntext',
    tags: ['net', 'north'],
    impact: '1',
    urgency: '2',
  });
  const record = desk.view(id);
  const cells = columnValues(type, record, desk.config, desk.now);
  const label = (one: string) => (one === user.id ? 'Reyes, Ana' : one);
  const read = (names?: readonly string[]) =>
    Object.fromEntries(
      exportColumns(type, analyst, names).map((column) => [column.name, column.read(record, cells, label)]),
    );

  test('are those of the list, in its order', () => {
    expect(exportColumns(type, analyst, ['title', 'number']).map(({ header }) => header)).toEqual([
      'Title',
      'Number',
    ]);
  });

  test('write references by title, choices by label, sets joined, derived values too', () => {
    expect(read(['requester', 'impact', 'tags', 'priority', 'createdAt'])).toEqual({
      requester: 'Reyes, Ana',
      impact: 'High',
      tags: 'net; north',
      priority: '2 High',
      createdAt: { instant: monday },
    });
  });

  test('hold the long texts and tables too when all are asked for', () => {
    expect(read()['description']).toBe('Long\ntext');
  });
});

test('isoInZone gives the offset of the zone at that instant', () => {
  expect(isoInZone(Date.UTC(2026, 6, 1), 'Europe/Berlin')).toBe('2026-07-01T02:00:00+02:00');
  expect(isoInZone(Date.UTC(2026, 11, 1), 'UTC')).toBe('2026-12-01T00:00:00+00:00');
});
