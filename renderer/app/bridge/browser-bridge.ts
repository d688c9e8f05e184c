import {
  defaultHubPort,
  type Capabilities,
  type Capability,
  type HostedHubStatus,
  type OutpostBridge,
} from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { createBrowserFiles } from './browser-files.ts';
import { createBrowserKeeper } from './browser-keeper.ts';
import { createBrowserNotices } from './browser-notices.ts';
import { createBrowserPrint } from './browser-print.ts';

export interface BrowserBridgeParts {
  readonly host: Window;
  /** The product's version. */
  readonly version: string;
}

/** The contract with what a browser can give; `platform.info()` says what it cannot, and why. */
export function createBrowserBridge({ host, version }: BrowserBridgeParts): OutpostBridge {
  const { document: page, navigator } = host;
  const none = () => () => undefined;
  return {
    platform: {
      shell: 'browser',
      info: () =>
        Promise.resolve({
          shell: 'browser',
          version,
          system: navigator.userAgent,
          capabilities: capabilities(host),
        }),
    },
    journal: {
      append: () => refuse('The journal', 'export a backup at the end of each shift'),
      replace: () => refuse('The journal', 'export a backup at the end of each shift'),
      readPage: () => refuse('The journal', 'restore a backup'),
      readRange: () => refuse('The journal', 'restore a backup'),
      status: () => Promise.resolve({ state: 'unavailable', reason: noJournal }),
      quarantine: () => Promise.resolve([]),
      keepKeys: () => refuse('The journal', 'keep the recovery code on paper'),
      keptKeys: () => Promise.resolve(null),
    },
    secrets: {
      available: () => Promise.resolve(false),
      set: () => refuse('Keeping a secret', 'enter it each time'),
      get: () => refuse('Keeping a secret', 'enter it each time'),
      remove: () => refuse('Keeping a secret', 'enter it each time'),
    },
    files: createBrowserFiles(page),
    print: createBrowserPrint(host),
    notify: createBrowserNotices(host),
    window: {
      setBadge: async (count) => {
        if (!('setAppBadge' in navigator)) return;
        await (count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count));
      },
      setTitle: (title) => {
        page.title = title;
        return Promise.resolve();
      },
      // The address bar does it.
      onOpenPath: none,
    },
    menu: { onCommand: none },
    keeper: createBrowserKeeper(),
    card: {
      chain: () => refuse('Reading a smart card', usePassphrase),
      sign: () => refuse('Reading a smart card', usePassphrase),
      agree: () => refuse('Reading a smart card', usePassphrase),
    },
    lifecycle: { onBeforeClose: (flush) => whenLeaving(host, flush) },
    hub: {
      start: () => refuse('Hosting a hub', useServer),
      stop: () => Promise.resolve(noHub),
      status: () => Promise.resolve(noHub),
      newCode: () => refuse('Hosting a hub', useServer),
      onStatus: none,
    },
  };
}

const usePassphrase = 'sign in with the passphrase';
const useServer = 'run “npm run server” on a machine of the network';
const noHub: HostedHubStatus = { state: 'off', port: defaultHubPort, name: '', addresses: [] };

const noJournal =
  'A browser gives a page no files of its own, so entries are kept in the browser’s database only.';

function refuse(action: string, instead: string): Promise<never> {
  return Promise.reject(new ProblemError(problem('OUT-SHL-001', { action, instead })));
}

/** A browser waits for nobody, but what is begun when the page is hidden it mostly lets finish. */
function whenLeaving(host: Window, flush: () => Promise<void>): () => void {
  const page = host.document;
  const start = () => void flush().catch(() => undefined);
  const startWhenHidden = () => (page.visibilityState === 'hidden' ? start() : undefined);
  page.addEventListener('visibilitychange', startWhenHidden);
  host.addEventListener('pagehide', start);
  return () => {
    page.removeEventListener('visibilitychange', startWhenHidden);
    host.removeEventListener('pagehide', start);
  };
}

const real: Capability = { available: true };

function capabilities(host: Window): Capabilities {
  return {
    journal: { available: false, reason: noJournal },
    secrets: { available: false, reason: 'A browser has no key store that a page could keep secrets in.' },
    saveFile: real,
    openFile: real,
    pdf: {
      available: false,
      reason: 'A browser makes no PDF by itself: print, and choose “Save as PDF” in the dialog.',
    },
    print: real,
    notifications:
      'Notification' in host ? real : { available: false, reason: 'This browser shows no notifications.' },
    badge:
      'setAppBadge' in host.navigator
        ? real
        : { available: false, reason: 'This browser shows no number on application icons.' },
    menu: {
      available: false,
      reason: 'A browser has its own menu; everything stands in the command palette.',
    },
    closeHandshake: {
      available: false,
      reason: 'A browser does not wait when its tab is closed, so drafts are kept while you type.',
    },
    smartCard: {
      available: false,
      reason:
        'A browser gives pages no card readers; an authenticator can be asked for besides the passphrase.',
    },
    hostHub: {
      available: false,
      reason: 'A browser cannot be reached by others, so a hub on this laptop needs the desktop application.',
    },
  };
}
