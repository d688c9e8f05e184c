/** Makes the page work offline. Does nothing in development, and in Electron, whose own protocol serves the files. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !('serviceWorker' in navigator))
    return;
  void navigator.serviceWorker.register('/service-worker.js', { scope: '/' });
}
