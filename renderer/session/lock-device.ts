import type { Access } from '#renderer/data/data.ts';

/** Locks this device: what was typed is kept, the keys are forgotten, and somebody has to sign in. */
export async function lockDevice(access: Access): Promise<void> {
  // Drafts are written when a page goes away; the reload that follows would not wait for it.
  window.dispatchEvent(new Event('pagehide'));
  await access.lockUp();
  location.reload();
}
