import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#test/support/temp-folder.ts';
import { HubLog } from './hub-log.ts';

test('SYN-606 the log of the hosted hub begins anew when it is full, and keeps one older file', async () => {
  const path = join(await tempFolder(), 'hub.log');
  await writeFile(path, 'from before\n');
  const log = new HubLog(path, 40);
  for (let line = 1; line <= 5; line += 1) log.write(`line ${line} of the hub\n`);
  await log.end();
  expect(await readFile(`${path}.1`, 'utf8')).toBe('line 2 of the hub\nline 3 of the hub\n');
  expect(await readFile(path, 'utf8')).toBe('line 4 of the hub\nline 5 of the hub\n');
});

test('SYN-606 a log that cannot be written holds nothing up', async () => {
  const log = new HubLog(join(await tempFolder(), 'missing', 'hub.log'));
  log.write('lost');
  await expect(log.end()).resolves.toBeUndefined();
});
