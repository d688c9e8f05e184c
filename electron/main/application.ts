import { join } from 'node:path';
import type * as electronModule from 'electron';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { finishBeforeQuit, guardClose } from './close-guard.ts';
import { registerHandlers } from './handlers/register.ts';
import { newKeyHolder, type TrustParts } from './handlers/trust.ts';
import { HubHost } from './hub-host.ts';
import { createHandle, createSend, onFlushed } from './ipc.ts';
import { openJournal } from './journal/journal.ts';
import { menuTemplate } from './menu.ts';
import { Notifier } from './notifications.ts';
import { createOpenOutside } from './open-outside.ts';
import { appScheme } from './origin.ts';
import { recoverPage } from './page-recovery.ts';
import { createAppHandler } from './protocol.ts';
import { Secrets } from './secrets.ts';
import { closeContents, closeSession } from './security.ts';
import { UserFiles } from './user-files.ts';
import { placeWindow, readWindowState, saveWindowState } from './window-state.ts';
import { openPage, stateOf, windowOptions } from './window.ts';

export type ElectronParts = Pick<
  typeof electronModule,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'Notification'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>;

export interface ApplicationSetup extends Pick<TrustParts, 'cardReader'> {
  /** Absolute path of the built renderer. */
  readonly rendererFolder: string;
  /** Absolute path of the bundled preload. */
  readonly preloadPath: string;
  /** Absolute path of the bundled server. */
  readonly hubEntry: string;
  readonly platform: NodeJS.Platform;
  readonly version: string;
}

export interface Application {
  /** Brings the window to the front and, when there is a path, the page to it. */
  show(path: string | undefined): void;
}

/** The application id that the installer registers; Windows shows notifications only under it. */
const applicationId = 'org.outpost.desk';

/** Puts the parts together. Has to be called once, by the first instance. */
export async function startApplication(
  electron: ElectronParts,
  setup: ApplicationSetup,
  firstPath: string | undefined,
): Promise<Application> {
  const { app } = electron;
  await app.whenReady();
  app.setAppUserModelId(applicationId);
  const dataFolder = app.getPath('userData');
  const statePath = join(dataFolder, 'window-state.json');

  let window: electronModule.BrowserWindow | undefined;
  let flushed: ((token: number) => void) | undefined;
  let savingState: Promise<unknown> = Promise.resolve();
  let isQuitting = false;

  const ask = (options: electronModule.MessageBoxOptions): Promise<electronModule.MessageBoxReturnValue> =>
    window === undefined
      ? electron.dialog.showMessageBox(options)
      : electron.dialog.showMessageBox(window, options);
  const mainWindow = (): electronModule.BrowserWindow => {
    if (window !== undefined) return window;
    throw new ProblemError(problem('OUT-SHL-002', { action: 'window', fault: 'its window is closed.' }));
  };
  const send = createSend(() => window?.webContents);
  const openOutside = createOpenOutside({ ask, open: (address) => electron.shell.openExternal(address) });
  const journal = openJournal({ folder: join(dataFolder, 'journal') });

  const keyHolder = newKeyHolder();

  const hubHost = new HubHost({
    fork: (path, args, options) => electron.utilityProcess.fork(path, args, options),
    entry: setup.hubEntry,
    folder: join(dataFolder, 'hub'),
    page: setup.rendererFolder,
    environment: process.env,
    onStatus: (status) => send('hubStatus', status),
  });

  closeSession(electron.session.defaultSession);
  app.on('web-contents-created', (_, contents) =>
    closeContents(contents, (address) => void openOutside(address)),
  );
  electron.protocol.handle(appScheme, createAppHandler(setup.rendererFolder));

  registerHandlers(
    createHandle(electron.ipcMain, (call, error) => console.error(call, error)),
    {
      version: setup.version,
      system: setup.platform,
      journal,
      keyHolder,
      cardReader: setup.cardReader,
      secrets: new Secrets({
        safeStorage: electron.safeStorage,
        folder: join(dataFolder, 'secrets'),
        platform: setup.platform,
      }),
      files: new UserFiles({
        askWhereToSave: (options) => electron.dialog.showSaveDialog(mainWindow(), options),
        askWhatToOpen: (options) => electron.dialog.showOpenDialog(mainWindow(), options),
        documentsFolder: () => app.getPath('documents'),
      }),
      notifier: new Notifier({
        isSupported: () => electron.Notification.isSupported(),
        create: (options) => new electron.Notification(options),
        onClick: (click) => {
          show(undefined);
          send('noticeClicked', click);
        },
      }),
      hubHost,
      printable: () => mainWindow().webContents,
      hasBadge: () => setup.platform !== 'win32',
      setBadge: (count) => void app.setBadgeCount(count),
      setTitle: (title) => mainWindow().setTitle(title),
    },
  );
  onFlushed(electron.ipcMain, (token) => flushed?.(token));
  electron.Menu.setApplicationMenu(
    electron.Menu.buildFromTemplate(
      menuTemplate({
        platform: setup.platform,
        isPackaged: app.isPackaged,
        send: (command) => send('menuCommand', command),
      }),
    ),
  );

  async function open(path: string): Promise<void> {
    const { platform, preloadPath } = setup;
    const primary = electron.screen.getPrimaryDisplay();
    const others = electron.screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    const workAreas = [primary, ...others].map(({ workArea }) => workArea);
    const state = placeWindow(await readWindowState(statePath), workAreas);
    const opened = new electron.BrowserWindow(
      windowOptions({ state, preloadPath, platform, isPackaged: app.isPackaged }),
    );
    const contents = opened.webContents;
    window = opened;
    recoverPage(contents, ask, () => app.quit());
    // The page has flushed before, and cannot hold the window beyond that.
    contents.on('will-prevent-unload', (event) => event.preventDefault());
    const guard = guardClose({
      window: opened,
      sendBeforeClose: (token) => send('beforeClose', token),
      isPageAlive: () => !contents.isDestroyed() && !contents.isCrashed() && contents.getURL() !== '',
      ask,
      later: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    flushed = guard.flushed;
    opened.on('close', () => {
      savingState = saveWindowState(statePath, stateOf(opened)).catch(console.error);
    });
    opened.on('closed', () => {
      keyHolder.end();
      window = undefined;
    });
    await openPage(opened, state, path);
  }

  function show(path: string | undefined): void {
    if (window === undefined) {
      void open(path ?? '/').catch(console.error);
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (path !== undefined) send('openPath', path);
  }

  app.on('activate', () => show(undefined));
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (setup.platform !== 'darwin' || isQuitting) app.quit();
  });
  finishBeforeQuit(app, () =>
    Promise.allSettled([savingState, hubHost.close(), journal.then((opened) => opened.close())]),
  );

  await open(firstPath ?? '/');
  void hubHost.resume();
  return { show };
}
