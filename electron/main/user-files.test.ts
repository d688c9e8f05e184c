import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { tempFolder } from '#test/support/temp-folder.ts';
import { safeFileName, UserFiles } from './user-files.ts';

let folder: string;
let chosen: string;
let asked: { defaultPath?: string; filters?: unknown }[];
let files: UserFiles;
const csv = [{ name: 'Tables', extensions: ['csv'] }];

beforeEach(async () => {
  folder = await tempFolder();
  chosen = '';
  asked = [];
  files = new UserFiles({
    askWhereToSave: (options) => {
      asked.push(options);
      return Promise.resolve({ canceled: chosen === '', filePath: chosen });
    },
    askWhatToOpen: (options) => {
      asked.push(options);
      return Promise.resolve({ canceled: chosen === '', filePaths: chosen === '' ? [] : chosen.split('|') });
    },
    documentsFolder: () => folder,
  });
});

describe('saveAs', () => {
  test('writes where the user chose, and offers the name in their documents', async () => {
    chosen = join(folder, 'mine.csv');
    expect(await files.saveAs('incidents.csv', Buffer.from('a,b'), csv)).toBe('mine.csv');
    expect(await readFile(chosen, 'utf8')).toBe('a,b');
    expect(asked[0]).toMatchObject({ defaultPath: join(folder, 'incidents.csv'), filters: csv });
  });

  test('gives up with the user', async () => {
    expect(await files.saveAs('a.csv', Buffer.from('x'), csv)).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  test('adds the missing extension, but never over a file the user was not asked about', async () => {
    chosen = join(folder, 'mine');
    expect(await files.saveAs('a.csv', Buffer.from('1'), csv)).toBe('mine.csv');
    expect(await files.saveAs('a.csv', Buffer.from('2'), csv)).toBe('mine');
    expect(await readFile(join(folder, 'mine.csv'), 'utf8')).toBe('1');
  });

  test('a failure names the path, leaves the old file and no rest of the new one', async () => {
    chosen = join(folder, 'taken.csv');
    await mkdir(chosen);
    const failing = files.saveAs('a.csv', Buffer.from('x'), csv);
    await expect(failing).rejects.toThrow(`OUT-SHL-003 The file ${chosen} could not be written`);
    expect(await readdir(folder)).toEqual(['taken.csv']);
  });
});

describe('open', () => {
  test('gives name and bytes of the chosen file', async () => {
    chosen = join(folder, 'in.csv');
    await writeFile(chosen, 'a,b');
    expect(await files.open(csv)).toEqual({ name: 'in.csv', bytes: new Uint8Array(Buffer.from('a,b')) });
    chosen = '';
    expect(await files.open(csv)).toBeNull();
  });

  test('of several one that cannot be read stops no other', async () => {
    await writeFile(join(folder, 'in.csv'), 'a,b');
    chosen = [join(folder, 'gone.csv'), join(folder, 'in.csv')].join('|');
    expect(await files.openSeveral(csv)).toMatchObject([
      { name: 'gone.csv', problem: { code: 'OUT-SHL-006' } },
      { name: 'in.csv', bytes: new Uint8Array(Buffer.from('a,b')) },
    ]);
    expect(asked.at(-1)).toMatchObject({ properties: ['openFile', 'multiSelections'] });
    chosen = '';
    expect(await files.openSeveral(csv)).toEqual([]);
  });

  test('a file that is gone, and one too large, are refused by name', async () => {
    chosen = join(folder, 'gone.csv');
    await expect(files.open(csv)).rejects.toThrow(`OUT-SHL-006 The file ${chosen}`);
    chosen = join(folder, 'huge.csv');
    await writeFile(chosen, '');
    // Sparse: takes no room on the disk.
    await truncate(chosen, 1_025 * 1024 * 1024);
    await expect(files.open(csv)).rejects.toThrow('has 1025 MB; 1024 MB is the most');
  });
});

test.each([
  ['INC-7K-00042: printer / floor 2.pdf', 'INC-7K-00042- printer - floor 2.pdf'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['a\u0000b\nc', 'a-b-c'],
  ['.hidden', 'hidden'],
  ['trailing. ', 'trailing'],
  ['...', 'outpost'],
])('the name %j is offered as %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});
