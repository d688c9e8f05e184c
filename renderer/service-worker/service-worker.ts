import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
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
  if (event.data === 'skip-waiting') void self.skipWaiting();
});
self.addEventListener('activate', (event: ExtendableEvent) => {
  event.waitUntil(self.clients.claim());
});
