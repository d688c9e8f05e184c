import type { HeldKeys, KeeperMessage } from '#renderer/data/vault/key-keeper.ts';

declare const self: ServiceWorkerGlobalScope;

/** In memory only, and only while a window is open: a worker ends half a minute after the last message. */
let held: HeldKeys | undefined;

self.addEventListener('install', () => void self.skipWaiting());

// Keeps the keys of the device while a page loads anew. Apart from the worker that serves the pages: a new version of that
// one must not lose them.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const message = event.data as KeeperMessage;
  if (message.keeper === 'put') held = message.held;
  if (message.keeper === 'forget') held = undefined;
  event.ports[0]?.postMessage(message.keeper === 'take' ? (held ?? null) : null);
});
