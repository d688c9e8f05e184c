import type { KeyRing } from '#shared/trust/key-ring.ts';
import type { Seat } from './seat.ts';

/** What stays in memory while a page loads anew, so that nobody has to sign in twice. */
export interface HeldKeys {
  readonly ring: KeyRing;
  /** Undefined while a laptop joins a unit. */
  readonly seat: Seat | undefined;
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

const script = '/key-keeper.js';
const scope = '/key-keeper/';
/** A service worker without events is ended after half a minute. */
const stayEvery = 15_000;
/** For its answer, ms: where it does not come, somebody signs in. */
const patience = 2000;

/** A service worker of its own as the keeper: it outlives a reload, and ends soon after the last window. */
export function serviceWorkerKeeper(): KeyKeeper {
  let worker: Promise<ServiceWorker | undefined> | undefined;
  let held: HeldKeys | undefined;
  const found = () => (worker ??= keeperWorker().catch(() => undefined));
  // At once, while there is a server: a device may lose its network right after the first visit.
  void found();
  const tell = () => {
    if (!held) return;
    const message: KeeperMessage = { keeper: 'put', held };
    void found().then((keeper) => keeper?.postMessage(message));
  };
  const ask = async (message: KeeperMessage): Promise<HeldKeys | undefined> => {
    const keeper = await found();
    if (!keeper) return undefined;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<HeldKeys | undefined>((resolve) => {
      setTimeout(() => resolve(undefined), patience);
      port1.onmessage = ({ data }: MessageEvent<HeldKeys | null>) => resolve(data ?? undefined);
    });
    keeper.postMessage(message, [port2]);
    return answer.finally(() => port1.close());
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

/** Undefined in development, in Electron, and where the browser has no service workers (an address without TLS). */
async function keeperWorker(): Promise<ServiceWorker | undefined> {
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !('serviceWorker' in navigator)) {
    return undefined;
  }
  const { serviceWorker } = navigator;
  const known = (await serviceWorker.getRegistrations()).find((one) => new URL(one.scope).pathname === scope);
  const registration = known ?? (await serviceWorker.register(script, { scope }));
  if (registration.active) return registration.active;
  const coming = registration.installing ?? registration.waiting;
  if (!coming) return undefined;
  await new Promise<void>((resolve) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated' || coming.state === 'redundant') resolve();
    });
  });
  return (await serviceWorker.getRegistration(scope))?.active ?? undefined;
}
