import type { KeyRing } from '#shared/trust/key-ring.ts';

/** What stays in memory while a page loads anew, so that nobody has to sign in twice. */
export interface HeldKeys {
  readonly ring: KeyRing;
  /** Record id of the person at the desk. */
  readonly person: string | undefined;
}

/** Holds keys in memory outside the page, never on a disk. Where there is no such place, nothing is held. */
export interface KeyKeeper {
  readonly put: (held: HeldKeys) => void;
  readonly take: () => Promise<HeldKeys | undefined>;
  readonly forget: () => Promise<void>;
}

/** What the page asks of the service worker. */
export type KeeperMessage =
  | { readonly keeper: 'put'; readonly held: HeldKeys }
  /** Answered through the port with `HeldKeys` or null. */
  | { readonly keeper: 'take' }
  /** Answered through the port with null. */
  | { readonly keeper: 'forget' };

/** A service worker without events is ended after half a minute. */
const stayEvery = 15_000;
const patience = 1000;

/** The service worker as the keeper of keys: it outlives a reload, and ends soon after the last window. */
export function serviceWorkerKeeper(): KeyKeeper {
  const worker = () =>
    (typeof navigator === 'undefined' ? undefined : navigator.serviceWorker?.controller) ?? undefined;
  let held: HeldKeys | undefined;
  const tell = () => {
    if (held) worker()?.postMessage({ keeper: 'put', held } satisfies KeeperMessage);
  };
  const ask = (message: KeeperMessage): Promise<HeldKeys | undefined> => {
    const asked = worker();
    if (!asked) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const timer = setTimeout(() => resolve(undefined), patience);
      port1.onmessage = ({ data }: MessageEvent<HeldKeys | null>) => {
        clearTimeout(timer);
        resolve(data ?? undefined);
      };
      asked.postMessage(message, [port2]);
    });
  };
  setInterval(tell, stayEvery);
  return {
    put: (keys) => {
      held = keys;
      tell();
    },
    take: () => ask({ keeper: 'take' }),
    forget: async () => {
      held = undefined;
      await ask({ keeper: 'forget' });
    },
  };
}
