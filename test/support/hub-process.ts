import { inject, onTestFinished } from 'vitest';
import type { StoragePlace } from '#server/storage/open.ts';
import { runHubChild, startHubChild, type HubProcess } from './hub-child.ts';

export type { HubProcess } from './hub-child.ts';

/** Starts a real hub process and waits until it says that it is ready. It ends with the test. */
export function startHubProcess(
  place: StoragePlace,
  environment: Readonly<Record<string, string>> = {},
  onLog?: (text: string) => void,
): Promise<HubProcess> {
  const start = { bundle: inject('hubBundle'), place, environment, ...(onLog ? { onLog } : {}) };
  return startHubChild(start, (kill) => {
    onTestFinished(kill);
  });
}

/** Runs a command of the hub's entry. @returns what it printed. */
export function runHubCommand(place: StoragePlace, ...args: readonly string[]): Promise<string> {
  return runHubChild({ bundle: inject('hubBundle'), place }, args);
}
