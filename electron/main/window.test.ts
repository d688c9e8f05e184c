import { expect, test } from 'vitest';
import { openPage, windowOptions } from './window.ts';

const state = { x: 1, y: 2, width: 900, height: 700, isMaximized: false };
const setup = { state, preloadPath: '/app/preload.cjs', platform: 'linux', isPackaged: true } as const;

test('the page is isolated, sandboxed and without Node, and spelling fetches no dictionary', () => {
  expect(windowOptions(setup).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: false,
    spellcheck: false,
  });
  expect(windowOptions({ ...setup, platform: 'darwin' }).webPreferences?.spellcheck).toBe(true);
});

test('is shown when the page has painted, maximised if it was left so', async () => {
  for (const isMaximized of [false, true]) {
    const calls: string[] = [];
    let onReady: () => void = () => undefined;
    const window = {
      once: (_: string, listener: () => void) => (onReady = listener),
      loadURL: async (url: string) => void calls.push(url),
      maximize: () => calls.push('maximize'),
      show: () => calls.push('show'),
    };
    await openPage(
      window as unknown as Parameters<typeof openPage>[0],
      { ...state, isMaximized },
      '/incident/1',
    );
    expect(calls).toEqual(['outpost://app/incident/1']);
    onReady();
    expect(calls.slice(1)).toEqual(isMaximized ? ['maximize', 'show'] : ['show']);
  }
});
