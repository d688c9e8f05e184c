import type {
  BridgeArguments,
  BridgeCall,
  BridgeEvents,
  BridgeReply,
  BridgeResult,
} from '#shared/contracts/bridge-channels.ts';
import { callChannel, eventChannel, flushedChannel } from '#shared/contracts/bridge-channels.ts';
import { bridgeRejection } from '#shared/contracts/bridge-errors.ts';
import type { OutpostBridge, Unsubscribe } from '#shared/contracts/bridge.ts';

type Listener = (event: unknown, payload: unknown) => void;

/** The part of Electron's IpcRenderer that the bridge stands on. */
export interface MainLink {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  send(channel: string, ...args: unknown[]): void;
  on(channel: string, listener: Listener): unknown;
  removeListener(channel: string, listener: Listener): unknown;
}

/** The desktop side of the contract. Nothing of the link itself, and no channel name, is handed to the page. */
export function createBridge(link: MainLink): OutpostBridge {
  async function call<C extends BridgeCall>(name: C, ...args: BridgeArguments<C>): Promise<BridgeResult<C>> {
    // Main answers every call of the contract with a reply; both sides are compiled against the same types.
    const reply = (await link.invoke(callChannel(name), ...args)) as BridgeReply<C>;
    if (reply.ok) return reply.value;
    throw bridgeRejection(reply.problem);
  }

  function listen<E extends keyof BridgeEvents>(
    event: E,
    listener: (payload: BridgeEvents[E]) => void,
  ): Unsubscribe {
    const channel = eventChannel(event);
    // Electron's event object, which leads to the link, stays on this side.
    const inner: Listener = (_, payload) => listener(payload as BridgeEvents[E]);
    link.on(channel, inner);
    return () => void link.removeListener(channel, inner);
  }

  const flushes = new Set<() => Promise<void>>();
  listen('beforeClose', (token) => {
    void Promise.allSettled([...flushes].map(async (flush) => flush())).then(() =>
      link.send(flushedChannel, token),
    );
  });

  return {
    platform: {
      shell: 'electron',
      info: () => call('platform.info'),
    },
    journal: {
      append: (rows) => call('journal.append', rows),
      replace: (rows) => call('journal.replace', rows),
      readPage: (from, limit) => call('journal.readPage', from, limit),
      readRange: (replica, from, to) => call('journal.readRange', replica, from, to),
      status: () => call('journal.status'),
      quarantine: () => call('journal.quarantine'),
      keepKeys: (text) => call('journal.keepKeys', text),
      keptKeys: () => call('journal.keptKeys'),
    },
    secrets: {
      available: () => call('secrets.available'),
      set: (name, value) => call('secrets.set', name, value),
      get: (name) => call('secrets.get', name),
      remove: (name) => call('secrets.remove', name),
    },
    files: {
      saveAs: (name, bytes, filters) => call('files.saveAs', name, bytes, filters),
      open: (filters) => call('files.open', filters),
      openSeveral: (filters) => call('files.openSeveral', filters),
    },
    print: {
      toPdf: (options) => call('print.toPdf', options),
      print: (options) => call('print.print', options),
    },
    notify: {
      permission: () => call('notify.permission'),
      requestPermission: () => call('notify.requestPermission'),
      show: (notice) => call('notify.show', notice),
      onClick: (listener) => listen('noticeClicked', listener),
    },
    window: {
      setBadge: (count) => call('window.setBadge', count),
      setTitle: (title) => call('window.setTitle', title),
      onOpenPath: (listener) => listen('openPath', listener),
    },
    menu: {
      onCommand: (listener) => listen('menuCommand', listener),
    },
    hub: {
      start: (wish) => call('hub.start', wish),
      stop: () => call('hub.stop'),
      status: () => call('hub.status'),
      newCode: (label) => call('hub.newCode', label),
      onStatus: (listener) => listen('hubStatus', listener),
    },
    card: {
      chain: () => call('card.chain'),
      sign: (contents) => call('card.sign', contents),
      agree: (point) => call('card.agree', point),
    },
    keeper: { ask: (message) => call('keeper.ask', message) },
    lifecycle: {
      onBeforeClose: (flush) => {
        flushes.add(flush);
        return () => void flushes.delete(flush);
      },
    },
  };
}
