import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Ways to a disk besides IndexedDB, the journal and the file that a person chose. */
const ways = [
  /\btmpdir\b/,
  /getPath\(['"]temp['"]\)/,
  /showSaveFilePicker|createWritable|createSyncAccessHandle/,
  /storage\.getDirectory/,
  /\bcaches\.open\b/,
  /\bmkdtemp\b/,
];

async function sources(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('TRU-150 what is exported, printed or imported is on no disk on its way: the page and the application know no other place', async () => {
  const files = [
    ...(await sources('renderer')),
    ...(await sources('electron')),
    ...(await sources('shared')),
  ];
  expect(files.length).toBeGreaterThan(300);
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    for (const way of ways) expect(way.test(text), `${file} names ${String(way)}`).toBe(false);
  }
});
