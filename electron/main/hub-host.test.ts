import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hubEntry } from './hub-host.ts';

test('the server lies beside the main process, in a package outside its archive', () => {
  expect(hubEntry(join('/project', 'dist', 'electron'))).toBe(join('/project', 'dist', 'server', 'main.mjs'));
  expect(hubEntry(join('/opt', 'resources', 'app.asar', 'dist', 'electron'))).toBe(
    join('/opt', 'resources', 'app.asar.unpacked', 'dist', 'server', 'main.mjs'),
  );
});
