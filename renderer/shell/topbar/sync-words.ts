import type { StorageState } from '#renderer/session/storage-state.ts';

interface SyncFacts {
  /** Entries in this device's log; undefined while unknown. */
  readonly entries: number | undefined;
  readonly storage: StorageState;
  readonly isOnline: boolean;
}

export interface SyncWords {
  readonly chip: string;
  readonly isWarning: boolean;
  readonly title: string;
  readonly text: string;
  readonly facts: readonly (readonly [string, string])[];
}

function countEntries(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries.toLocaleString('en-GB')} entries`;
}

/** What can truthfully be said of where the data are, without a server. */
export function syncWords({ entries, storage, isOnline }: SyncFacts): SyncWords {
  const isAtRisk = storage.isPersistent === false;
  const count = entries === undefined ? 'On this laptop' : `On this laptop · ${countEntries(entries)}`;
  return {
    chip: [
      isAtRisk ? `${count}, may be cleared` : `${count}, not yet sent anywhere`,
      ...(isOnline ? [] : ['no network']),
    ].join(' · '),
    isWarning: isAtRisk,
    title: isAtRisk ? 'The browser may clear this data' : 'Everything is saved on this laptop',
    text: isAtRisk
      ? 'The browser has not promised to keep Outpost’s data when disk space runs short. Install Outpost as an app, or use the desktop application. Nothing has been sent anywhere.'
      : 'Every change is on this laptop’s disk as soon as it is saved. This version has no server: nothing has been sent anywhere yet, and nothing is lost by that.',
    facts: [
      ['Entries in the log', entries === undefined ? 'being counted' : entries.toLocaleString('en-GB')],
      ['Sent to a server', 'none: no server is set up'],
      ['Network', isOnline ? 'connected (not used)' : 'not connected (not needed)'],
      ['Kept by the browser', keptWords(storage.isPersistent)],
    ],
  };
}

function keptWords(isPersistent: boolean | undefined): string {
  if (isPersistent === undefined) return 'being asked';
  return isPersistent ? 'yes, until you remove it' : 'not promised';
}
