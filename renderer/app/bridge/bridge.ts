import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import { createBrowserBridge } from './browser-bridge.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; in a browser it is not there. */
    readonly outpost?: OutpostBridge;
  }
}

let bridge: OutpostBridge | undefined;

/** The shell's side of the contract: the desktop application's where there is one, else the browser's. */
export function getBridge(): OutpostBridge {
  bridge ??= window.outpost ?? createBrowserBridge({ host: window, version: __BUILD__.version });
  return bridge;
}
