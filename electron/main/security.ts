import { apiPrefix } from '#shared/contracts/hub.ts';
import { isAppUrl, parseAddress } from './origin.ts';

interface Preventable {
  preventDefault(): void;
}

interface Navigation extends Preventable {
  readonly url: string;
}

type On<Name extends string, Event> = (name: Name, listener: (event: Event) => void) => unknown;

/** The part of Electron's Session that is closed here. */
export interface ClosableSession {
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      callback: (isGranted: boolean) => void,
      details: { readonly requestingUrl?: string },
    ) => void,
  ): void;
  setPermissionCheckHandler(
    handler: (contents: unknown, permission: string, requestingOrigin: string) => boolean,
  ): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(handler: (request: unknown, callback: (streams: null) => void) => void): void;
  on(event: 'will-download', listener: (event: Preventable) => void): unknown;
  readonly webRequest: {
    onBeforeRequest(
      listener: (
        details: { readonly url: string; readonly resourceType: string },
        callback: (response: { cancel: boolean }) => void,
      ) => void,
    ): void;
  };
}

/** The part of Electron's WebContents that is closed here. */
export interface ClosableContents {
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
  // One by one: Electron declares these names one by one too.
  readonly on: On<'will-navigate', Navigation> &
    On<'will-frame-navigate', Navigation> &
    On<'will-redirect', Navigation> &
    On<'will-attach-webview', Preventable>;
}

/** The part of Electron's App that is closed here. */
export interface ClosableApp {
  on(
    event: 'certificate-error',
    listener: (
      event: Preventable,
      contents: unknown,
      url: string,
      error: string,
      certificate: unknown,
      callback: (isTrusted: boolean) => void,
    ) => void,
  ): unknown;
  on(
    event: 'select-client-certificate',
    listener: (
      event: Preventable,
      contents: unknown,
      url: string,
      list: unknown,
      callback: () => void,
    ) => void,
  ): unknown;
  on(
    event: 'login',
    listener: (
      event: Preventable,
      contents: unknown,
      request: unknown,
      info: unknown,
      callback: () => void,
    ) => void,
  ): unknown;
}

/** What the pages of the application need; everything else is refused, to them as well. */
const grantedPermissions: ReadonlySet<string> = new Set([
  // Copying a record's number or a report.
  'clipboard-sanitized-write',
  // Asking the browser engine not to evict the database.
  'persistent-storage',
  // Hubs are on the local network, or on this laptop itself.
  'local-network',
  'local-network-access',
  'loopback-network',
]);

export function closeSession(session: ClosableSession): void {
  const isGranted = (permission: string, address: string) =>
    grantedPermissions.has(permission) && isAppUrl(address);
  session.setPermissionRequestHandler((_, permission, callback, details) =>
    callback(isGranted(permission, details.requestingUrl ?? '')),
  );
  session.setPermissionCheckHandler((_, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_, callback) => callback(null));
  // Files leave through the bridge, where the user says where to.
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url, resourceType }, callback) =>
    callback({ cancel: !isLocal(url) && !(resourceType === 'xhr' && isHubCall(url)) }),
  );
}

/** What the exchange asks of a hub, wherever that is; the policy of the pages lets only its worker ask at all. */
function isHubCall(address: string): boolean {
  const url = parseAddress(address);
  return /^https?:$/.test(url?.protocol ?? '') && (url?.pathname.startsWith(`${apiPrefix}/`) ?? false);
}

/** Nothing else is ever fetched over a network: the page's own files, what it made itself, and the developer tools. */
function isLocal(address: string): boolean {
  if (isAppUrl(address) || address.startsWith('data:') || address.startsWith('devtools:')) return true;
  return address.startsWith('blob:') && isAppUrl(address.slice('blob:'.length));
}

/** @param openOutside gets https addresses that the user followed; it asks before it opens them. */
export function closeContents(contents: ClosableContents, openOutside: (address: string) => void): void {
  const stayInside = (event: Navigation) => {
    if (isAppUrl(event.url)) return;
    event.preventDefault();
    if (isSecureWebAddress(event.url)) openOutside(event.url);
  };
  const refuse = (event: Navigation) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stayInside);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isSecureWebAddress(url)) openOutside(url);
    return { action: 'deny' };
  });
}

/** No certificate is taken that the system does not trust, and none of the user's is offered without asking. */
export function closeCertificates(app: ClosableApp): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (event, _contents, _request, _info, callback) => {
    event.preventDefault();
    callback();
  });
}

function isSecureWebAddress(address: string): boolean {
  const url = parseAddress(address);
  // A user name in an address is there to make it look like another one.
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}
