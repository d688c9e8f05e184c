import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { electronVersion, findElectron } from './find-electron.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-find-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

describe('findChromium', () => {
  it('takes CHROMIUM_PATH before the search path', () => {
    program('chromium');
    const chosen = program('my-browser');
    expect(findChromium({ CHROMIUM_PATH: chosen, PATH: folder })).toBe(chosen);
  });

  it('looks through the search path', () => {
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBeUndefined();
    const chromium = program('google-chrome');
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(chromium);
  });

  it('says so when CHROMIUM_PATH leads nowhere', () => {
    expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(
      'CHROMIUM_PATH is /nowhere/chromium',
    );
  });
});

describe('findElectron', () => {
  it.runIf(process.platform === 'linux')('names the missing display', async () => {
    expect(await findElectron({})).toEqual({ reason: 'there is no display to open a window on' });
  });

  it('reads the pinned version', () => {
    expect(electronVersion()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
