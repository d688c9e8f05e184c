import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClosableContents } from './security.ts';
import { closeCertificates, closeContents, closeSession } from './security.ts';

describe('session', () => {
  let handlers: Record<string, (...args: never[]) => unknown>;
  beforeEach(() => {
    const kept: Record<string, (...args: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...args: never[]) => unknown) => void (kept[name] = handler);
    closeSession({
      setPermissionRequestHandler: keep('setPermissionRequestHandler'),
      setPermissionCheckHandler: keep('setPermissionCheckHandler'),
      setDevicePermissionHandler: keep('setDevicePermissionHandler'),
      setDisplayMediaRequestHandler: keep('setDisplayMediaRequestHandler'),
      on: (_, listener) => keep('will-download')(listener),
      webRequest: { onBeforeRequest: keep('onBeforeRequest') },
    });
    handlers = kept;
  });
  const call = (name: string, ...args: unknown[]): unknown => Reflect.apply(handlers[name]!, undefined, args);

  const refused = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
    'unheard-of',
  ];

  test.each(refused)('permission %s is refused even to the application', (permission) => {
    const callback = vi.fn();
    call('setPermissionRequestHandler', {}, permission, callback, { requestingUrl: 'outpost://app/' });
    expect(callback.mock.calls).toEqual([[false]]);
    expect(call('setPermissionCheckHandler', {}, permission, 'outpost://app')).toBe(false);
  });

  test.each(['clipboard-sanitized-write', 'persistent-storage', 'local-network', 'loopback-network'])(
    '%s is for the application alone',
    (permission) => {
      const answers: boolean[] = [];
      for (const requestingUrl of ['outpost://app/incident', 'https://example.com/', undefined]) {
        call('setPermissionRequestHandler', {}, permission, (isGranted: boolean) => answers.push(isGranted), {
          requestingUrl,
        });
      }
      expect(answers).toEqual([true, false, false]);
      expect(call('setPermissionCheckHandler', {}, permission, 'outpost://app/')).toBe(true);
      expect(call('setPermissionCheckHandler', {}, permission, 'https://example.com')).toBe(false);
    },
  );

  test('nothing is downloaded past the bridge', () => {
    const preventDefault = vi.fn();
    call('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
  });

  test('devices and screens are never given', () => {
    expect(call('setDevicePermissionHandler', {})).toBe(false);
    const callback = vi.fn();
    call('setDisplayMediaRequestHandler', {}, callback);
    expect(callback.mock.calls).toEqual([[null]]);
  });

  test.each([
    ['outpost://app/assets/app.js', false],
    ['data:image/png;base64,AA', false],
    ['blob:outpost://app/0c7d', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['https://example.com/', true],
    ['http://127.0.0.1/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['blob:https://example.com/1', true],
    ['outpost://elsewhere/', true],
  ])('request of %s is cancelled: %s', (url, cancel) => {
    const callback = vi.fn();
    call('onBeforeRequest', { url, resourceType: 'xhr' }, callback);
    expect(callback.mock.calls).toEqual([[{ cancel }]]);
  });

  test.each([
    ['https://hub.example:4790/api/v1/exchange', 'xhr', false],
    ['http://127.0.0.1:4790/api/v1/live', 'xhr', false],
    ['https://hub.example/api/v1/exchange', 'mainFrame', true],
    ['https://hub.example/api/v1/exchange', 'image', true],
    ['https://hub.example/elsewhere', 'xhr', true],
    ['file:///api/v1/exchange', 'xhr', true],
    ['wss://hub.example/api/v1/live', 'webSocket', true],
  ])('what the exchange asks of a hub goes out, nothing else: %s as %s', (url, resourceType, cancel) => {
    const callback = vi.fn();
    call('onBeforeRequest', { url, resourceType }, callback);
    expect(callback.mock.calls).toEqual([[{ cancel }]]);
  });
});

describe('contents', () => {
  class FakeContents extends EventEmitter {
    openHandler: ((details: { url: string }) => { action: string }) | undefined;
    setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void {
      this.openHandler = handler;
    }
    /** Whether the event was prevented. */
    try(event: string, url = ''): boolean {
      const preventDefault = vi.fn();
      this.emit(event, { url, preventDefault });
      return preventDefault.mock.calls.length > 0;
    }
  }
  let contents: FakeContents;
  const openOutside = vi.fn();
  beforeEach(() => {
    openOutside.mockReset();
    contents = new FakeContents();
    closeContents(contents satisfies ClosableContents, openOutside);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s stays inside the application',
    (event) => {
      expect(contents.try(event, 'outpost://app/incident/1')).toBe(false);
      for (const url of [
        'https://example.com/',
        'http://example.com/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'data:text/html,x',
      ]) {
        expect(contents.try(event, url)).toBe(true);
      }
    },
  );

  test('only an https address that the user followed is offered to the browser', () => {
    contents.try('will-navigate', 'https://example.com/a');
    contents.try('will-navigate', 'http://example.com/');
    contents.try('will-navigate', 'https://bank.mil@evil.example/');
    contents.try('will-navigate', 'mailto:a@b.c');
    contents.try('will-frame-navigate', 'https://example.com/frame');
    contents.try('will-redirect', 'https://example.com/redirect');
    expect(openOutside.mock.calls).toEqual([['https://example.com/a']]);
  });

  test('no window is opened, whatever the address', () => {
    for (const url of ['outpost://app/', 'https://example.com/', 'about:blank']) {
      expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' });
    }
    expect(openOutside.mock.calls).toEqual([['https://example.com/']]);
  });

  test('no webview is attached', () => {
    expect(contents.try('will-attach-webview')).toBe(true);
  });
});

test('certificates: none beyond the system’s is trusted, none of the user’s is sent, no login is answered', () => {
  const app = new EventEmitter();
  closeCertificates(app);
  const preventDefault = vi.fn();
  const callback = vi.fn();
  app.emit('certificate-error', { preventDefault }, {}, 'https://x', 'ERR', {}, callback);
  app.emit('select-client-certificate', { preventDefault }, {}, 'https://x', [{}], callback);
  app.emit('login', { preventDefault }, {}, {}, {}, callback);
  expect(preventDefault).toHaveBeenCalledTimes(3);
  expect(callback.mock.calls).toEqual([[false], [], []]);
});
