import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { appOrigin } from './origin.ts';
import type { WindowState } from './window-state.ts';
import { minimumSize } from './window-state.ts';

export interface WindowSetup {
  readonly state: WindowState;
  /** Absolute path of the bundled preload. */
  readonly preloadPath: string;
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
}

export function windowOptions(setup: WindowSetup): BrowserWindowConstructorOptions {
  const { x, y, width, height } = setup.state;
  return {
    x,
    y,
    width,
    height,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Outpost',
    // Shown when the page has painted, so that no white frame blinds anyone at night.
    show: false,
    backgroundColor: '#101418',
    webPreferences: {
      preload: setup.preloadPath,
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
      devTools: !setup.isPackaged,
      // Elsewhere the dictionaries are fetched from the network; macOS has its own.
      spellcheck: setup.platform === 'darwin',
    },
  };
}

/** The part of BrowserWindow that opening needs. */
export type OpenableWindow = Pick<BrowserWindow, 'loadURL' | 'maximize' | 'once' | 'show'>;

/** @param path inside the application, beginning with `/`. */
export async function openPage(window: OpenableWindow, state: WindowState, path: string): Promise<void> {
  window.once('ready-to-show', () => {
    if (state.isMaximized) window.maximize();
    window.show();
  });
  await window.loadURL(`${appOrigin}${path}`);
}

/** The part of BrowserWindow that its state is read from. */
export type MeasurableWindow = Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>;

export function stateOf(window: MeasurableWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, isMaximized: window.isMaximized() };
}
