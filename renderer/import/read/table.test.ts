import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';
import { bytesOf } from './byte-source.ts';
import { TableReader } from './table.ts';

function open(bytes: Uint8Array | string, form = {}) {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return new TableReader(bytesOf('file', content)).open(form);
}
async function workbook(): Promise<Uint8Array> {
  const first = [[{ value: 'empty', type: String }]];
  const second = [
    [
      { value: 'number', type: String },
      { value: 'opened', type: String },
      { value: 'closed', type: String },
    ],
    [
      { value: 42, type: Number },
      { value: new Date(Date.UTC(2026, 10, 22, 14, 30)), type: Date, format: 'yyyy-mm-dd hh:mm' },
      { value: true, type: Boolean },
    ],
    [null, null, null],
    [{ value: '=1+1', type: String }, null, null],
  ];
  const blob = await writeWorkbook([
    { sheet: 'Cover', data: first },
    { sheet: 'Tickets', data: second },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

describe('IMP-57 headings', () => {
  it('stand in the first line with a value; each has its own name', async () => {
    const table = await open('\n,\nname,date,date,,\nAda,1,2,3,\n');
    expect(table.headings).toEqual(['name', 'date', 'date (2)']);
    expect([...table.rows()]).toMatchObject([{ line: 4, cells: ['Ada', '1', '2', '3', ''] }]);
  });
  it('can be read again and again', async () => {
    const table = await open('a,b\n1,2\n');
    expect([...table.rows()]).toEqual([...table.rows()]);
  });
  it('in a file of blank lines there are none', async () => {
    await expect(open('\n\n')).rejects.toMatchObject({ problem: { code: 'OUT-IMP-008' } });
  });
});

describe('IMP-58 workbooks', () => {
  it('are read sheet by sheet; dates come on the wall clock, numbers and truth as text', async () => {
    const table = await open(await workbook());
    expect(table).toMatchObject({ kind: 'xlsx', sheets: ['Cover', 'Tickets'], sheet: 'Tickets' });
    expect([...table.rows()]).toEqual([
      { line: 2, cells: ['42', '2026-11-22T14:30:00', 'TRUE'] },
      { line: 4, cells: ['=1+1', '', ''] },
    ]);
  });
  it('give the sheet that is asked for', async () => {
    expect((await open(await workbook(), { sheet: 'Cover' })).headings).toEqual(['empty']);
  });
  it('an archive without a workbook is refused', async () => {
    const zip = zipSync({ 'notes.txt': new TextEncoder().encode('hello') });
    await expect(open(zip)).rejects.toMatchObject({ problem: { code: 'OUT-IMP-001' } });
  });
  it('a damaged one is refused', async () => {
    const whole = await workbook();
    await expect(open(whole.slice(0, whole.length / 2))).rejects.toMatchObject({
      problem: { code: 'OUT-IMP-001' },
    });
  });
  it('a bomb is refused before it is unpacked', async () => {
    const zip = zipSync(
      { 'xl/workbook.xml': new Uint8Array(10), 'xl/sharedStrings.xml': new Uint8Array(1000) },
      { level: 9 },
    );
    // The directory of the archive claims 900 MB for the second file.
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 1000)
        view.setUint32(at + 24, 9e8, true);
    }
    await expect(open(zip)).rejects.toMatchObject({ problem: { code: 'OUT-IMP-003' } });
  });
  it('IMP-59 a directory that claims less than a part unpacks to gives no more than it claims', async () => {
    const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(5_000_000) }, { level: 9 });
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    await expect(open(zip)).rejects.toMatchObject({ problem: { code: 'OUT-IMP-001' } });
  });
  it('IMP-59 a cell at the far corner of a sheet does not make a table of all cells before it', async () => {
    const parts = unzipSync(await workbook());
    const name = 'xl/worksheets/sheet2.xml';
    const text = new TextDecoder().decode(parts[name]);
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const zip = zipSync({ ...parts, [name]: new TextEncoder().encode(text.replace('</sheetData>', far)) });
    await expect(open(zip)).rejects.toMatchObject({
      problem: { code: 'OUT-IMP-001', message: expect.stringContaining('17,179,869,184 cells') },
    });
  });
  it('IMP-59 entities that name each other are not unfolded', async () => {
    const parts = unzipSync(await workbook());
    const name = 'xl/worksheets/sheet2.xml';
    const text = new TextDecoder().decode(parts[name]);
    const bomb = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>`;
    const laughing = text.replace(/(<\?xml[^>]*\?>)/, `$1${bomb}`).replace('42', '&c;');
    const zip = zipSync({ ...parts, [name]: new TextEncoder().encode(laughing) });
    const read = await open(zip, { sheet: 'Tickets' }).then(
      ({ rows }) => JSON.stringify([...rows()]),
      (error: unknown) => String(error),
    );
    expect(read).not.toContain('haha');
  });
});
