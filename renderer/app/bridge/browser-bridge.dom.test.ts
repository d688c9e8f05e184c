import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import type { OpenedFile } from '#shared/contracts/bridge.ts';
import { testBridgeContract } from '#test/support/bridge-contract.ts';
import { createBrowserBridge } from './browser-bridge.ts';

/** A browser's notification, as far as the bridge uses it. */
class FakeNotification extends EventTarget {
  static permission: NotificationPermission = 'default';
  static readonly shown: FakeNotification[] = [];
  static requestPermission = async () => (FakeNotification.permission = 'granted');
  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    super();
    FakeNotification.shown.push(this);
  }
  close = () => undefined;
}

const blobs = new Map<string, Blob>();
let downloads: { name: string; address: string }[] = [];
let toChoose: OpenedFile | null = null;

/** What the user and the browser do when the page clicks a download link or a file input. */
function onClick(event: Event): void {
  const target = event.target;
  if (target instanceof HTMLAnchorElement) {
    event.preventDefault();
    downloads.push({ name: target.download, address: target.href });
  }
  if (target instanceof HTMLInputElement) {
    if (toChoose === null) {
      target.dispatchEvent(new Event('cancel'));
      return;
    }
    const file = new File([new Uint8Array(toChoose.bytes)], toChoose.name);
    Object.defineProperty(target, 'files', { value: [file] });
    target.dispatchEvent(new Event('change'));
  }
}

class FakeSheet {
  rule = '';
  replaceSync(rule: string): void {
    this.rule = rule;
  }
}

const print = vi.fn();

beforeEach(() => {
  FakeNotification.permission = 'default';
  FakeNotification.shown.length = 0;
  downloads = [];
  toChoose = null;
  blobs.clear();
  print.mockReset();
  vi.stubGlobal('Notification', FakeNotification);
  vi.stubGlobal('CSSStyleSheet', FakeSheet);
  vi.stubGlobal('print', print);
  vi.stubGlobal('focus', () => undefined);
  Object.assign(document, { adoptedStyleSheets: [] });
  URL.createObjectURL = (blob) => {
    const address = `blob:test/${blobs.size}`;
    if (blob instanceof Blob) blobs.set(address, blob);
    return address;
  };
  URL.revokeObjectURL = () => undefined;
  document.addEventListener('click', onClick);
});

afterEach(() => {
  document.removeEventListener('click', onClick);
  vi.unstubAllGlobals();
});

const open = () => createBrowserBridge({ host: window, version: '1.2.3' });

testBridgeContract('browser', async () => ({
  bridge: open(),
  chooseFile: (file) => {
    toChoose = file;
  },
  savedFile: async () => {
    const blob = blobs.get(downloads.at(-1)?.address ?? '');
    return blob && new Uint8Array(await blob.arrayBuffer());
  },
  clickNotice: () => void FakeNotification.shown.at(-1)?.dispatchEvent(new Event('click')),
  leave: async () => void window.dispatchEvent(new Event('pagehide')),
  end: () => Promise.resolve(),
}));

describe('in a browser', () => {
  test('what it cannot do it refuses in words that say what to do instead', async () => {
    const error: unknown = await open()
      .print.toPdf({ pageSize: 'A4', landscape: false, title: '', marking: '' })
      .catch((reason: unknown) => reason);
    expect(readBridgeError(error)?.message).toBe(
      'Making a PDF needs the desktop application; this is the browser version.',
    );
    expect(readBridgeError(error)?.next).toContain('Save as PDF');
  });

  test('SYN-607 hosting a hub it refuses in one sentence, and says what to use instead', async () => {
    const { hub, platform } = open();
    expect((await platform.info()).capabilities.hostHub).toMatchObject({
      available: false,
      reason: expect.stringContaining('needs the desktop application') as unknown,
    });
    const error: unknown = await hub.newCode('Laptop').catch((reason: unknown) => reason);
    expect(readBridgeError(error)?.next).toContain('npm run server');
  });

  test('the file picker is asked for the extensions, and leaves nothing in the page', async () => {
    const accepts: string[] = [];
    document.addEventListener('click', (event) => accepts.push((event.target as HTMLInputElement).accept), {
      once: true,
    });
    await open().files.open([{ name: 'Tables', extensions: ['csv', 'xlsx'] }]);
    expect(accepts).toEqual(['.csv,.xlsx']);
    expect(document.body.children).toHaveLength(0);
  });

  test('prints with paper and title set for as long as the dialog is open', async () => {
    document.title = 'Incidents';
    let during: unknown;
    print.mockImplementation(() => {
      during = [
        document.title,
        ...document.adoptedStyleSheets.map((sheet) => (sheet as unknown as FakeSheet).rule),
      ];
    });
    await open().print.print({ pageSize: 'Letter', landscape: true, title: 'Handover', marking: '' });
    expect(during).toEqual(['Handover', '@page { size: Letter landscape; }']);
    expect([document.title, document.adoptedStyleSheets.length]).toEqual(['Incidents', 0]);
  });

  test('shows no notice before the user has agreed, and none where there are none', async () => {
    const bridge = open();
    const notice = { title: 'a', body: 'b', tag: 'c', link: '/d' };
    expect(await bridge.notify.permission()).toBe('not-asked');
    expect(await bridge.notify.show(notice)).toBe(false);
    expect(FakeNotification.shown).toHaveLength(0);
    vi.stubGlobal('Notification', undefined);
    expect(await bridge.notify.permission()).toBe('denied');
    expect(await bridge.notify.requestPermission()).toBe('denied');
    expect(await bridge.notify.show(notice)).toBe(false);
  });

  test('flushes when the page is hidden, not when it comes back', async () => {
    const flush = vi.fn(() => Promise.resolve());
    const stop = open().lifecycle.onBeforeClose(flush);
    const visibility = vi.spyOn(document, 'visibilityState', 'get');
    visibility.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(flush).toHaveBeenCalledTimes(1);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(flush).toHaveBeenCalledTimes(1);
    stop();
    window.dispatchEvent(new Event('pagehide'));
    expect(flush).toHaveBeenCalledTimes(1);
    visibility.mockRestore();
  });
});

describe('getBridge', () => {
  beforeEach(() => vi.resetModules());

  test('takes the desktop bridge where the preload put one', async () => {
    const desktop = { ...open(), platform: { ...open().platform, shell: 'electron' as const } };
    vi.stubGlobal('outpost', desktop);
    const { getBridge } = await import('./bridge.ts');
    expect(getBridge()).toBe(desktop);
  });

  test('else makes one browser bridge and keeps it', async () => {
    const { getBridge } = await import('./bridge.ts');
    expect(getBridge().platform.shell).toBe('browser');
    expect(getBridge()).toBe(getBridge());
    expect((await getBridge().platform.info()).version).toBe('test');
  });
});
