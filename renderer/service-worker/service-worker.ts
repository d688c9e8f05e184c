import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import type { HeldKeys, KeeperMessage } from '#renderer/data/vault/key-keeper.ts';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by build/build.ts. */
declare const __PRECACHE__: PrecacheEntry[];

// The whole application is fetched at the first visit: a device may lose its network right after.
precacheAndRoute(__PRECACHE__);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html')));

// A new version waits until the page asks for it: a change of code below open forms would lose their ground.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const message = event.data as 'skip-waiting' | KeeperMessage;
  if (message === 'skip-waiting') void self.skipWaiting();
  else keep(message, event.ports[0]);
});

/** In memory only, and only as long as a window is open: this worker ends half a minute after the last message. */
let held: HeldKeys | undefined;

/** Keeps the keys of the device while a page loads anew. */
function keep(message: KeeperMessage, port: MessagePort | undefined): void {
  if (message.keeper === 'put') held = message.held;
  if (message.keeper === 'forget') held = undefined;
  port?.postMessage(message.keeper === 'take' ? (held ?? null) : null);
}

self.addEventListener('activate', (event: ExtendableEvent) => {
  event.waitUntil(self.clients.claim());
});
