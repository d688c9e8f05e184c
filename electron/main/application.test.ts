import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createBridge } from '#electron/preload/create-bridge.ts';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { FakeElectron } from '#test/support/fake-electron.ts';
import { tempFolder } from '#test/support/temp-folder.ts';
import { startApplication } from './application.ts';
import { readWindowState } from './window-state.ts';

async function start(change: (electron: FakeElectron) => void = () => undefined, path?: string) {
  const folder = await tempFolder();
  const electron = new FakeElectron(folder);
  change(electron);
  const setup = {
    rendererFolder: folder,
    preloadPath: '/app/preload.cjs',
    hubEntry: import.meta.filename,
    platform: 'linux',
    version: '1.2.3',
  } as const;
  const application = await startApplication(electron.parts(), setup, path);
  onTestFinished(() => electron.end());
  return { folder, electron, application, bridge: createBridge(electron.link) };
}

test('opens one window on the page, at the path asked for', async () => {
  const { electron } = await start(undefined, '/incident/1');
  expect(electron.windows).toHaveLength(1);
  expect(electron.window.webContents.url).toBe('outpost://app/incident/1');
  expect(electron.window.calls).toEqual(['show']);
  expect(electron.window.options).toMatchObject({
    width: 1_280,
    webPreferences: { preload: '/app/preload.cjs', sandbox: true, contextIsolation: true },
  });
});

test('serves the renderer under the application’s scheme', async () => {
  const { electron, folder } = await start();
  await writeFile(join(folder, 'index.html'), 'page');
  const response = await electron.appHandler?.(new Request('outpost://app/'));
  expect(await response?.text()).toBe('page');
});

test('its contents open no window; an https link is opened outside once the user agrees', async () => {
  const { electron } = await start();
  electron.responses.push(1, 0);
  const follow = () => electron.window.webContents.windowOpenHandler?.({ url: 'https://example.com/' });
  expect(follow()).toEqual({ action: 'deny' });
  await vi.waitFor(() => expect(electron.asked).toHaveLength(1));
  await Promise.resolve();
  expect(electron.openedOutside).toEqual([]);
  await vi.waitFor(() => {
    follow();
    expect(electron.openedOutside).toEqual(['https://example.com/']);
  });
});

test('menu items reach the page', async () => {
  const { electron, bridge } = await start();
  const commands: string[] = [];
  bridge.menu.onCommand((command) => commands.push(command));
  const file = electron.menu.find(({ label }) => label === '&File');
  const items = Array.isArray(file?.submenu) ? file.submenu : [];
  (items.find(({ id }) => id === 'new-incident')?.click as (() => void) | undefined)?.();
  expect(commands).toEqual(['new-incident']);
});

test('a later start brings the window to the front and the page to its path', async () => {
  const { electron, application, bridge } = await start();
  const paths: string[] = [];
  bridge.window.onOpenPath((path) => paths.push(path));
  electron.window.isMinimizedNow = true;
  electron.window.calls.length = 0;
  application.show('/incident/2');
  expect(electron.window.calls).toEqual(['restore', 'show', 'focus']);
  expect(paths).toEqual(['/incident/2']);
});

test('closing waits for the flush, keeps the window’s place and quits', async () => {
  const { electron, bridge } = await start();
  let finish: () => void = () => undefined;
  bridge.lifecycle.onBeforeClose(() => new Promise((resolve) => (finish = resolve)));
  electron.window.close();
  expect(electron.app.hasQuit).toBe(false);
  finish();
  await vi.waitFor(() => expect(electron.app.hasQuit).toBe(true));
  const path = join(electron.folder, 'userData', 'window-state.json');
  await vi.waitFor(async () => {
    expect(await readWindowState(path)).toEqual({
      x: 10,
      y: 20,
      width: 900,
      height: 700,
      isMaximized: false,
    });
  });
});

test('a journal that cannot be opened does not keep the desk from working, and says why', async () => {
  const { bridge } = await start((electron) => {
    // A file where the folder should be.
    writeFileSync(join(electron.folder, 'userData'), '');
  });
  const { capabilities } = await bridge.platform.info();
  expect(capabilities.journal).toMatchObject({
    available: false,
    reason: expect.stringContaining('cannot be read') as string,
  });
  expect(await bridge.journal.status()).toMatchObject({ state: 'unavailable' });
  const refused: unknown = await bridge.journal.append([]).catch((error: unknown) => error);
  expect(readBridgeError(refused)?.code).toBe('OUT-STO-011');
});

test('without a key ring secrets are refused all the way to the page', async () => {
  const { bridge } = await start((electron) => (electron.storageBackend = 'basic_text'));
  expect(await bridge.secrets.available()).toBe(false);
  const { capabilities } = await bridge.platform.info();
  expect(capabilities.secrets).toMatchObject({
    available: false,
    reason: expect.stringContaining('no key ring') as string,
  });
  const refused: unknown = await bridge.secrets.set('key', 'x').catch((error: unknown) => error);
  expect(readBridgeError(refused)?.code).toBe('OUT-SHL-004');
});
