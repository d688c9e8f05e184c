import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '#test/support/temp-folder.ts';
import { openJournal } from './journal.ts';
import { lockFolder } from './lock.ts';

test('JNL-6 a folder is held once, and free again after unlocking', async () => {
  const folder = await tempFolder();
  const unlock = await lockFolder(folder);
  expect(unlock).toBeDefined();
  expect(await lockFolder(folder)).toBeUndefined();
  await unlock?.();
  const again = await lockFolder(folder);
  expect(again).toBeDefined();
  await again?.();
});

test('JNL-6 another name of the same folder is the same lock', async () => {
  const folder = await tempFolder();
  const link = join(await tempFolder(), 'link');
  await fs.symlink(folder, link);
  const journal = await openJournal({ folder });
  onTestFinished(() => journal.close());
  await expect(openJournal({ folder: link })).rejects.toThrow(/^OUT-STO-010 /);
});

test('JNL-6 macOS: the lock file is opened exclusively without waiting, and a busy one is a refusal', async () => {
  const folder = await tempFolder();
  const flags: unknown[] = [];
  const openFile: typeof fs.open = (path, flag, mode) => {
    flags.push(flag);
    if (flags.length > 1) return Promise.reject(Object.assign(new Error('busy'), { code: 'EAGAIN' }));
    return fs.open(path, 'w', mode);
  };
  const unlock = await lockFolder(folder, 'darwin', openFile);
  expect(unlock).toBeDefined();
  expect(await lockFolder(folder, 'darwin', openFile)).toBeUndefined();
  await unlock?.();
  expect(flags[0]).toBe(constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | 0x20);
});
