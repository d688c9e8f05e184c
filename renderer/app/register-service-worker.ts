import { offerUpdate } from '#renderer/session/update.ts';

const lookForUpdateEvery = 60 * 60_000;

/**
 * Makes the page work offline, and offers a new version once it is on the device. Does nothing in development, and in
 * Electron, whose own protocol serves the files.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !('serviceWorker' in navigator))
    return;
  navigator.serviceWorker
    .register('/service-worker.js', { scope: '/' })
    .then(watchForUpdate)
    // Without it the page works as long as its server does; the browser's own console says why.
    .catch(() => undefined);
}

function watchForUpdate(registration: ServiceWorkerRegistration): void {
  offerWaiting(registration);
  const { controller } = navigator.serviceWorker;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // Another window took the new version; this one still runs the old and says so.
    if (controller) offerUpdate(() => location.reload());
  });
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => offerWaiting(registration));
  });
  setInterval(() => {
    // Offline there is nothing to find.
    registration.update().catch(() => undefined);
  }, lookForUpdateEvery);
}

function offerWaiting(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration;
  // Without a controller this is the first visit: nothing older runs.
  if (!waiting || !navigator.serviceWorker.controller) return;
  offerUpdate(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('skip-waiting');
  });
}
