import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { FakeElectron } from '#test/support/fake-electron.ts';
import { tempFolder } from '#test/support/temp-folder.ts';

let electron: FakeElectron;

beforeEach(async () => {
  vi.resetModules();
  electron = new FakeElectron(await tempFolder());
  const parts = { ...electron.parts() };
  vi.doMock('electron', () => parts);
});

test('closes what can be closed before anything starts, then opens the window; a later start comes to it', async () => {
  await import('./index.ts');
  expect(electron.app.isSandboxed).toBe(true);
  expect(electron.schemes).toMatchObject([{ scheme: 'outpost' }]);
  for (const event of ['certificate-error', 'select-client-certificate', 'login']) {
    expect(electron.app.listenerCount(event)).toBe(1);
  }
  await vi.waitFor(() => expect(electron.windows[0]?.webContents.url).toBe('outpost://app/'));
  onTestFinished(() => electron.end());
  const paths: unknown[] = [];
  electron.link.on('outpost:event:openPath', (_, path) => paths.push(path));
  electron.app.emit('second-instance', {}, ['outpost', '--open=/incident/3']);
  await vi.waitFor(() => expect(paths).toEqual(['/incident/3']));
  expect(electron.windows).toHaveLength(1);
});

test('a second start opens nothing and ends', async () => {
  electron.app.isFirst = false;
  await import('./index.ts');
  expect(electron.app.hasQuit).toBe(true);
  expect(electron.windows).toEqual([]);
  expect(electron.answers.size).toBe(0);
});
