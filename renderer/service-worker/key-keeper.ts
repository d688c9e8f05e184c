import { KeyHolder } from '#shared/trust/key-holder.ts';
import type { KeeperMessage } from '#shared/trust/keeper-message.ts';

declare const self: ServiceWorkerGlobalScope;

/** A hidden window speaks once a minute only; a PIN that waits has to outlive that. Ms. */
const stayWithPin = 75_000;

/** In memory only, and only while a window is open: a worker ends half a minute after the last message. */
const holder = new KeyHolder({ wall: () => Date.now(), steady: () => performance.now() });

self.addEventListener('install', () => void self.skipWaiting());

// Keeps the keys of the device while a page loads anew. Apart from the worker that serves the pages: a new version of that
// one must not lose them.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const answer = holder.answer(event.data as KeeperMessage);
  event.ports[0]?.postMessage(answer);
  if (answer.pins.length > 0) event.waitUntil(new Promise((resolve) => setTimeout(resolve, stayWithPin)));
});
