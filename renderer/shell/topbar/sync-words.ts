import type { HubStatus, LinkProfile, SyncStatus } from '#renderer/data/data.ts';
import type { StorageState } from '#renderer/session/storage-state.ts';
import { countEntries, isInStep } from '#renderer/sync/words.ts';
import { formatDuration, formatRelative } from '#renderer/ui/time/format-time.ts';

interface SyncFacts {
  readonly status: SyncStatus;
  readonly storage: StorageState;
  readonly isOnline: boolean;
  /** Epoch ms. */
  readonly now: number;
}

export type SyncIcon = 'device' | 'in-step' | 'exchanging' | 'waiting' | 'warning';

export interface SyncWords {
  readonly chip: string;
  readonly icon: SyncIcon;
  readonly title: string;
  readonly text: string;
  readonly facts: readonly (readonly [string, string])[];
}

const minute = 60_000;
const hour = 60 * minute;

/** Work that waits longer than is usual on its link is worth a warning. */
const patience: Readonly<Record<LinkProfile, number>> = {
  lan: hour,
  satellite: 6 * hour,
  thin: 24 * hour,
  manual: 72 * hour,
};

/** What can truthfully be said of where the data are. */
export function syncWords(facts: SyncFacts): SyncWords {
  const isAlone = facts.status.hubs.length === 0;
  const words = isAlone ? aloneWords(facts) : hubWords(facts);
  // What is at a hub comes back from it.
  if (facts.storage.isPersistent !== false || (!isAlone && facts.status.unsent.entries === 0)) return words;
  return isAlone ? { ...atRisk(words), title: 'The browser may clear this data' } : atRisk(words);
}

function aloneWords({ status, storage, isOnline }: SyncFacts): SyncWords {
  const { entries } = status.unsent;
  const count = entries === 0 ? 'On this laptop' : `On this laptop · ${countEntries(entries)}`;
  return {
    chip: [`${count}, not yet sent anywhere`, ...(isOnline ? [] : ['no network'])].join(' · '),
    icon: 'device',
    title: 'Everything is saved on this laptop',
    text: 'Every change is on this laptop’s disk as soon as it is saved. It is connected to no hub: nothing has been sent anywhere yet, and nothing is lost by that.',
    facts: [
      ['Entries in the log', entries.toLocaleString('en-GB')],
      ['Sent to a hub', 'none: connected to no hub'],
      ['Network', isOnline ? 'connected (not used)' : 'not connected (not needed)'],
      ['Kept by the browser', keptWords(storage.isPersistent)],
    ],
  };
}

/** A fault that needs somebody, then what goes on, then what waits, then the hub met last. */
function leadingHub(hubs: readonly HubStatus[]): HubStatus | undefined {
  return (
    hubs.find(({ phase }) => phase === 'stopped') ??
    hubs.find(({ phase }) => phase === 'exchanging') ??
    hubs.toSorted((a, b) => (b.lastContact ?? 0) - (a.lastContact ?? 0))[0]
  );
}

function hubWords({ status, storage, isOnline, now }: SyncFacts): SyncWords {
  const lead = leadingHub(status.hubs);
  if (!lead) return aloneWords({ status, storage, isOnline, now });
  const { unsent } = status;
  const isLate =
    unsent.entries > 0 &&
    unsent.oldest !== undefined &&
    now - unsent.oldest > Math.min(...status.hubs.map(({ hub }) => patience[hub.profile]));
  const head = headWords(lead, status, now);
  return {
    ...head,
    icon: head.icon !== 'exchanging' && isLate ? 'warning' : head.icon,
    facts: [
      ['Not yet at any hub', waitingWords(status, now)],
      ...status.hubs.map((hub) => [hub.hub.name, hubFact(hub, now)] as const),
      ['Network', isOnline ? 'connected' : 'not connected'],
      ['Kept by the browser', keptWords(storage.isPersistent)],
    ],
  };
}

type Head = Omit<SyncWords, 'facts'>;

function headWords(lead: HubStatus, status: SyncStatus, now: number): Head {
  const { hub, phase, fault, lastContact, waiting, lacking } = lead;
  const waits = status.unsent.entries === 0 ? undefined : waitingChip(status, now);
  if (phase === 'stopped') {
    return {
      chip: ['Sync stopped', ...(waits ? [waits] : [])].join(' · '),
      icon: 'warning',
      title: `Sync with ${hub.name} has stopped`,
      text: `${fault?.message ?? 'Outpost does not try again by itself.'} ${fault?.next ?? ''} Everything you wrote is saved on this laptop.`.replaceAll(
        '  ',
        ' ',
      ),
    };
  }
  if (phase === 'exchanging') {
    const left = waiting.entries + lacking;
    return {
      chip: left === 0 ? `Exchanging with ${hub.name}` : `Exchanging · ${countEntries(left)} to go`,
      icon: 'exchanging',
      title: `Exchanging with ${hub.name}`,
      text: `${countEntries(waiting.entries)} to send, ${countEntries(lacking)} to fetch. You can go on working.`,
    };
  }
  if (phase === 'waiting') {
    const since =
      lastContact === undefined ? 'No contact yet' : `No contact for ${formatDuration(now - lastContact)}`;
    return {
      chip: [since, ...(waits ? [waits] : [])].join(' · '),
      icon: 'waiting',
      title: `No contact with ${hub.name}`,
      text: `${fault?.message ?? 'The hub does not answer.'} Everything you wrote is saved on this laptop; Outpost tries again by itself.`,
    };
  }
  if (lastContact === undefined) {
    return {
      chip: ['Not yet exchanged', ...(waits ? [waits] : [])].join(' · '),
      icon: 'waiting',
      title: `Connected to ${hub.name}, nothing exchanged yet`,
      text: 'Everything you wrote is saved on this laptop and goes out with the first exchange.',
    };
  }
  if (waits) {
    return {
      chip: waits,
      icon: 'waiting',
      title: `${countEntries(status.unsent.entries)} not yet at a hub`,
      text: 'They are saved on this laptop and go out with the next exchange.',
    };
  }
  return isInStep(lead)
    ? {
        chip: `In step with ${hub.name} · ${formatRelative(lastContact, now)}`,
        icon: 'in-step',
        title: `In step with ${hub.name}`,
        text: 'Everything written here is at the hub, and everything the hub was known to have is here.',
      }
    : {
        chip: `${countEntries(lacking + waiting.entries)} to exchange`,
        icon: 'waiting',
        title: `Not yet in step with ${hub.name}`,
        text: `${countEntries(waiting.entries)} to send to it, ${countEntries(lacking)} to fetch from it.`,
      };
}

function waitingChip({ unsent }: SyncStatus, now: number): string {
  const { entries, oldest } = unsent;
  // Under a minute nobody counts; a clock that was ahead gives no negative age.
  const isOld = oldest !== undefined && now - oldest >= minute;
  return `${countEntries(entries)} waiting${isOld ? `, oldest ${formatRelative(oldest, now)}` : ''}`;
}

function waitingWords(status: SyncStatus, now: number): string {
  return status.unsent.entries === 0 ? 'nothing: all of it is at a hub' : waitingChip(status, now);
}

function hubFact({ lastContact, phase }: HubStatus, now: number): string {
  const met = lastContact === undefined ? 'never met' : `last met ${formatRelative(lastContact, now)}`;
  return phase === 'stopped' ? `${met}, stopped` : met;
}

function atRisk(words: SyncWords): SyncWords {
  return {
    ...words,
    chip: `${words.chip.replace(', not yet sent anywhere', '')}, may be cleared`,
    icon: 'warning',
    text: `${words.text} The browser has not promised to keep Outpost’s data when disk space runs short: install Outpost as an app, or use the desktop application.`,
  };
}

function keptWords(isPersistent: boolean | undefined): string {
  if (isPersistent === undefined) return 'being asked';
  return isPersistent ? 'yes, until you remove it' : 'not promised';
}
