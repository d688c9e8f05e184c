import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { emptyAnswer, type KeeperAnswer, type KeeperMessage } from '#shared/trust/keeper-message.ts';

const script = '/key-keeper.js';
const scope = '/key-keeper/';
/** For its answer, ms: where it does not come, somebody signs in. */
const patience = 2000;

/** A service worker of its own as the keeper: it outlives a reload, and ends soon after the last window. */
export function createBrowserKeeper(): OutpostBridge['keeper'] {
  let worker: Promise<ServiceWorker | undefined> | undefined;
  const found = () => (worker ??= keeperWorker().catch(() => undefined));
  // At once, while there is a server: a device may lose its network right after the first visit.
  void found();
  return {
    ask: async (message: KeeperMessage) => {
      const keeper = await found();
      if (!keeper) return emptyAnswer;
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<KeeperAnswer>((resolve) => {
        setTimeout(() => resolve(emptyAnswer), patience);
        port1.onmessage = ({ data }: MessageEvent<KeeperAnswer>) => resolve(data);
      });
      keeper.postMessage(message, [port2]);
      return answer.finally(() => port1.close());
    },
  };
}

/** Undefined in development, and where the browser has no service workers (an address without TLS). */
async function keeperWorker(): Promise<ServiceWorker | undefined> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return undefined;
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
