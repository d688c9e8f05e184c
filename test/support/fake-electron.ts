import { EventEmitter } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MenuItemConstructorOptions, MessageBoxOptions } from 'electron';
import { vi } from 'vitest';
import type { ElectronParts } from '#electron/main/application.ts';
import type { MainLink } from '#electron/preload/create-bridge.ts';

type Answer = (event: unknown, ...args: unknown[]) => Promise<unknown>;

class CancellableEvent {
  isPrevented = false;
  preventDefault(): void {
    this.isPrevented = true;
  }
}

/** A hub's process that is ready at once, gives codes and ends when told. */
class FakeHubProcess extends EventEmitter {
  readonly pid = undefined;
  readonly stdout = null;
  readonly stderr = null;
  constructor(env: Readonly<Record<string, string>>) {
    super();
    const address = `http://127.0.0.1:${env['OUTPOST_HUB_PORT'] ?? ''}`;
    this.#say({ type: 'ready', address, others: [], hub: 'fake-hub' });
  }
  postMessage(message: unknown): void {
    if (message === 'stop') this.kill();
    else {
      const { call } = message as { call: number };
      this.#say({ type: 'code', call, code: 'K7Q2-9FMX-4D3A-8HJP', expiresAt: 1 });
    }
  }
  kill(): boolean {
    setImmediate(() => this.emit('exit', 0));
    return true;
  }
  #say(message: unknown): void {
    setImmediate(() => this.emit('message', message));
  }
}

export class FakeContents extends EventEmitter {
  url = '';
  isDead = false;
  windowOpenHandler: ((details: { url: string }) => unknown) | undefined;
  readonly link = new EventEmitter();
  /** Options of each print, as they came. */
  readonly printed: unknown[] = [];
  reload = () => undefined;
  send(channel: string, payload: unknown): void {
    this.link.emit(channel, {}, structuredClone(payload));
  }
  isDestroyed = () => false;
  isCrashed = () => this.isDead;
  getURL = () => this.url;
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.windowOpenHandler = handler;
  }
  async printToPDF(options: unknown): Promise<Buffer> {
    this.printed.push(options);
    return Buffer.from('%PDF-1.7 fake');
  }
  print(options: unknown, callback: (isPrinted: boolean, reason: string) => void): void {
    this.printed.push(options);
    callback(true, '');
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly calls: string[] = [];
  title = '';
  isMinimizedNow = false;
  constructor(
    readonly options: unknown,
    private readonly onClosed: () => void,
  ) {
    super();
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    this.emit('ready-to-show');
  }
  close(): void {
    const event = new CancellableEvent();
    this.emit('close', event);
    if (event.isPrevented) return;
    this.emit('closed');
    this.onClosed();
  }
  show = () => void this.calls.push('show');
  focus = () => void this.calls.push('focus');
  maximize = () => void this.calls.push('maximize');
  restore = () => void this.calls.push('restore');
  isMinimized = () => this.isMinimizedNow;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 });
  setTitle = (title: string) => void (this.title = title);
}

/** As much of Electron as the application uses, in this process, with everything that crosses cloned as it would be. */
export class FakeElectron {
  readonly app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    isFirst: true,
    isSandboxed: false,
    enableSandbox: () => void (this.app.isSandboxed = true),
    requestSingleInstanceLock: () => this.app.isFirst,
    getVersion: () => '1.2.3',
    badge: 0,
    hasQuit: false,
    whenReady: () => Promise.resolve(),
    setAppUserModelId: () => undefined,
    getPath: (name: string) => join(this.folder, name),
    setBadgeCount: (count: number) => (this.app.badge = count) >= 0,
    quit: () => {
      const event = new CancellableEvent();
      this.app.emit('will-quit', event);
      if (!event.isPrevented) this.app.hasQuit = true;
    },
    exit: () => void (this.app.hasQuit = true),
  });
  readonly windows: FakeWindow[] = [];
  readonly answers = new Map<string, Answer>();
  readonly messages = new EventEmitter();
  readonly openedOutside: string[] = [];
  readonly asked: MessageBoxOptions[] = [];
  /** Buttons that the user will press, first to last. */
  readonly responses: number[] = [];
  readonly notices: (EventEmitter & { options: unknown })[] = [];
  schemes: unknown;
  storageBackend = 'gnome_libsecret';
  chosenPath = '';
  menu: MenuItemConstructorOptions[] = [];
  appHandler: ((request: Request) => Promise<Response>) | undefined;

  constructor(readonly folder: string) {}

  get window(): FakeWindow {
    const window = this.windows.at(-1);
    if (window === undefined) throw new Error('no window was made');
    return window;
  }

  /** Ends what was started; resolves when everything is on the disk. */
  async end(): Promise<void> {
    this.app.quit();
    await vi.waitFor(() => {
      if (!this.app.hasQuit) throw new Error('the application is still running');
    });
  }

  async chooseFile(name: string, bytes: Uint8Array): Promise<void> {
    this.chosenPath = join(this.folder, name);
    await writeFile(this.chosenPath, bytes);
  }

  readChosen(): Promise<Buffer> {
    return readFile(this.chosenPath);
  }

  /** What the page of the window would reach main through. */
  get link(): MainLink {
    const { link } = this.window.webContents;
    const event = () => ({ senderFrame: { url: this.window.webContents.url, parent: null } });
    return {
      invoke: async (channel, ...args) => {
        const answer = this.answers.get(channel);
        if (answer === undefined) throw new Error(`No handler registered for '${channel}'`);
        return structuredClone(await answer(event(), ...structuredClone(args)));
      },
      send: (channel, ...args) => void this.messages.emit(channel, event(), ...structuredClone(args)),
      on: (channel, listener) => link.on(channel, listener),
      removeListener: (channel, listener) => link.removeListener(channel, listener),
    };
  }

  parts(): ElectronParts {
    const fake = {
      app: this.app,
      BrowserWindow: this.#windowClass(),
      Notification: this.#noticeClass(),
      dialog: {
        showMessageBox: async (...args: unknown[]) => {
          this.asked.push(args.at(-1) as MessageBoxOptions);
          return { response: this.responses.shift() ?? 0 };
        },
        showSaveDialog: async () => ({ canceled: this.chosenPath === '', filePath: this.chosenPath }),
        showOpenDialog: async () => ({
          canceled: this.chosenPath === '',
          filePaths: this.chosenPath === '' ? [] : [this.chosenPath],
        }),
      },
      ipcMain: {
        handle: (channel: string, answer: Answer) => void this.answers.set(channel, answer),
        on: (channel: string, listener: (...args: unknown[]) => void) => this.messages.on(channel, listener),
      },
      Menu: {
        buildFromTemplate: (template: MenuItemConstructorOptions[]) => (this.menu = template),
        setApplicationMenu: () => undefined,
      },
      protocol: {
        registerSchemesAsPrivileged: (schemes: unknown) => (this.schemes = schemes),
        handle: (_: string, handler: (request: Request) => Promise<Response>) => (this.appHandler = handler),
      },
      safeStorage: {
        getSelectedStorageBackend: () => this.storageBackend,
        isAsyncEncryptionAvailable: async () => true,
        encryptStringAsync: async (text: string) => Buffer.from(text).map((byte) => byte ^ 0x5a),
        decryptStringAsync: async (bytes: Buffer) => ({
          result: Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString(),
          shouldReEncrypt: false,
        }),
      },
      screen: {
        getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }),
        getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
      },
      session: { defaultSession: closableSession() },
      utilityProcess: {
        fork: (_path: string, _args: unknown, { env }: { env: Record<string, string> }) =>
          new FakeHubProcess(env),
      },
      shell: { openExternal: async (address: string) => void this.openedOutside.push(address) },
    };
    return fake as unknown as ElectronParts;
  }

  #windowClass() {
    const { windows, app } = this;
    return class extends FakeWindow {
      constructor(options: unknown) {
        super(options, () => app.emit('window-all-closed'));
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    };
  }

  #noticeClass() {
    const { notices } = this;
    return class extends EventEmitter {
      static isSupported = () => true;
      constructor(readonly options: unknown) {
        super();
        notices.push(this);
      }
      show = () => undefined;
      close = () => undefined;
    };
  }
}

function closableSession() {
  return {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    on: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
  };
}

/**
 * What `contextBridge` does to an object on its way to the page: functions are wrapped, values are cloned both ways, and
 * of an error only the message is left.
 */
export function crossContext<T>(value: T): T {
  return wrap(value) as T;
}

function wrap(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]) => {
      const result: unknown = Reflect.apply(value, undefined, args.map(wrap));
      return result instanceof Promise ? result.then(wrap, stripError) : wrap(result);
    };
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wrap);
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, wrap(part)]));
}

function stripError(error: unknown): never {
  throw new Error(error instanceof Error ? error.message : String(error));
}
