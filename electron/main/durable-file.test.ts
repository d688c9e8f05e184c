import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#test/support/temp-folder.ts';
import { writeDurably } from './durable-file.ts';

test('replaces a file as a whole and leaves nothing beside it', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'state.json');
  await writeFile(path, 'old and longer');
  await writeDurably(path, Buffer.from('new'), 0o600);
  expect(await readFile(path, 'utf8')).toBe('new');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['state.json']);
});

test('a write that fails leaves what was there', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'taken'));
  await expect(writeDurably(join(folder, 'taken'), Buffer.from('x'))).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['taken']);
});
