import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startApplication } from '#electron/main/application.ts';
import { bridgeSchemas } from '#shared/contracts/bridge-schemas.ts';
import { callChannel, type BridgeCall } from '#shared/contracts/bridge-channels.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { testBridgeContract } from '#test/support/bridge-contract.ts';
import { crossContext, FakeElectron } from '#test/support/fake-electron.ts';
import { cardOf, issue } from '#test/support/certificates.ts';
import type { SmartCard } from '#shared/trust/certificate/smart-card.ts';
import type { MainLink } from './create-bridge.ts';

const page = vi.hoisted(() => ({
  link: undefined as MainLink | undefined,
  exposed: new Map<string, unknown>(),
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => page.exposed.set(name, value) },
  get ipcRenderer() {
    return page.link;
  },
}));

/** Main started for real but for Electron itself, and the preload run in its window. */
async function openApplication(cardReader?: SmartCard) {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-test-'));
  const electron = new FakeElectron(folder);
  const setup = {
    rendererFolder: folder,
    preloadPath: '/preload.cjs',
    hubEntry: import.meta.filename,
    platform: 'linux',
    version: '1.2.3',
    ...(cardReader && { cardReader }),
  } as const;
  await startApplication(electron.parts(), setup, undefined);
  page.link = electron.link;
  page.exposed.clear();
  vi.resetModules();
  await import('./index.ts');
  const bridge = crossContext(page.exposed.get('outpost') as OutpostBridge);
  return { electron, bridge, folder };
}

async function endApplication(electron: FakeElectron, folder: string): Promise<void> {
  await electron.end();
  await rm(folder, { recursive: true, force: true });
}

testBridgeContract('Electron, preload to handlers', async () => {
  const reader = cardOf(await issue({ name: 'CN=Card' }), [], { agrees: false });
  const { electron, bridge, folder } = await openApplication(reader);
  let choosing = Promise.resolve();
  return {
    bridge: {
      ...bridge,
      files: {
        saveAs: (...args) => choosing.then(() => bridge.files.saveAs(...args)),
        open: (...args) => choosing.then(() => bridge.files.open(...args)),
        openSeveral: (...args) => choosing.then(() => bridge.files.openSeveral(...args)),
      },
    },
    chooseFile: (file) => {
      if (file === null) electron.chosenPath = '';
      else choosing = electron.chooseFile(file.name, file.bytes);
    },
    savedFile: async () => new Uint8Array(await electron.readChosen()),
    clickNotice: () => electron.notices.at(-1)?.emit('click'),
    leave: () =>
      new Promise((resolve) => {
        electron.window.once('closed', () => resolve());
        electron.window.close();
      }),
    end: () => endApplication(electron, folder),
  };
});

test('the preload exposes the bridge alone, and nothing that leads to the channels', async () => {
  const { electron, bridge, folder } = await openApplication();
  expect([...page.exposed.keys()]).toEqual(['outpost']);
  expect(Object.keys(bridge).sort()).toEqual(
    [
      'card',
      'files',
      'hub',
      'journal',
      'keeper',
      'lifecycle',
      'menu',
      'notify',
      'platform',
      'print',
      'secrets',
      'window',
    ].sort(),
  );
  const received: unknown[] = [];
  bridge.menu.onCommand((...args) => received.push(args));
  electron.window.webContents.send('outpost:event:menuCommand', 'help');
  expect(received).toEqual([['help']]);
  await endApplication(electron, folder);
});

test('main answers every call of the contract and no other', async () => {
  const { electron, folder } = await openApplication();
  const calls = Object.keys(bridgeSchemas) as BridgeCall[];
  expect([...electron.answers.keys()].sort()).toEqual(calls.map(callChannel).sort());
  await endApplication(electron, folder);
});
