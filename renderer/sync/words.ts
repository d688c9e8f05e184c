import type { HubStatus, LinkProfile } from '#renderer/data/data.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import type { ChipTone } from '#renderer/ui/Chip.tsx';
import type { SelectOption } from '#renderer/ui/Select.tsx';
import { formatDuration, formatRelative } from '#renderer/ui/time/format-time.ts';
import { largestAttachment } from '#shared/engine/attach.ts';
import { isProblemCode, problemCatalogue } from '#shared/kernel/errors.ts';
import { usualLargestFile, type FileTally } from '#shared/sync/files.ts';

export function countEntries(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries.toLocaleString('en-GB')} entries`;
}

/** What can be done about an entry that a hub set aside. */
export function ruledNext(code: string): string {
  const { next } = isProblemCode(code) ? problemCatalogue[code] : { next: undefined };
  // Some name what only whoever refused it knew.
  return next && !next.includes('{') ? next : 'Ask an administrator.';
}

export function countAttachments({ count, bytes }: FileTally): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'attachment' : 'attachments'} (${formatBytes(bytes)})`;
}

/** Sizes up to which attachments go with a bundle, bytes. */
export const attachmentSizes: readonly SelectOption<string>[] = [
  { value: '0', label: 'None' },
  { value: '1000000', label: 'Up to 1 MB each' },
  { value: String(usualLargestFile), label: 'Up to 10 MB each' },
  { value: String(largestAttachment), label: 'All, up to 100 MB each' },
];

/** What people choose from when they say what the link to a hub is like. */
export const profileOptions: readonly SelectOption<LinkProfile>[] = [
  { value: 'lan', label: 'LAN', help: 'All at once and live: changes arrive while they are made.' },
  {
    value: 'satellite',
    label: 'Satellite or mobile',
    help: 'Moderate messages with longer pauses between them.',
  },
  {
    value: 'thin',
    label: 'Thin link (9.6 kbit/s)',
    help: 'Small messages, entries before all else; a cut link goes on where it stopped.',
  },
  {
    value: 'manual',
    label: 'Only when asked',
    help: 'Nothing is sent before somebody presses Exchange now.',
  },
];

export interface PhaseWords {
  /** For the chip beside the hub's name. */
  readonly label: string;
  readonly tone: ChipTone;
  /** What goes on, and what comes next by itself. */
  readonly text: string;
}

/** Nothing is left to send or to fetch, as far as this device knows. */
export function isInStep({ waiting, lacking, lastContact }: HubStatus): boolean {
  return waiting.entries === 0 && lacking === 0 && lastContact !== undefined;
}

function idleWords(status: HubStatus): PhaseWords {
  const { hub, isLive } = status;
  const next =
    hub.profile === 'manual'
      ? 'Nothing is sent before you press Exchange now.'
      : isLive
        ? 'Connected live: changes go out and come in while they are made.'
        : 'The next exchange comes by itself.';
  if (status.lastContact === undefined) {
    return { label: 'Not yet exchanged', tone: 'neutral', text: `Nothing was exchanged so far. ${next}` };
  }
  return isInStep(status)
    ? { label: 'In step', tone: 'state-done', text: `This device and the hub hold the same. ${next}` }
    : { label: 'Work is waiting', tone: 'state-open', text: next };
}

/** The phase of a hub as people say it. */
export function phaseWords(status: HubStatus, now: number): PhaseWords {
  switch (status.phase) {
    case 'exchanging':
      return { label: 'Exchanging', tone: 'state-open', text: 'Sending and fetching now.' };
    case 'waiting':
      return {
        label: 'No contact',
        tone: 'clock-warning',
        text: `The last try failed. ${nextTryWords(status.nextTry, now)} Your work is kept on this device.`,
      };
    case 'stopped':
      return {
        label: 'Stopped',
        tone: 'clock-breached',
        text: 'Outpost does not try again before somebody has dealt with the fault. Your work is kept on this device.',
      };
    case 'idle':
      return idleWords(status);
  }
}

function nextTryWords(nextTry: number | undefined, now: number): string {
  if (nextTry === undefined) return 'Outpost tries again by itself.';
  return nextTry - now < 60_000
    ? 'Outpost tries again within a minute.'
    : `Outpost tries again ${formatRelative(nextTry, now)}.`;
}

/** How long until both hold the same, or why that is not known. */
export function estimateWords({ waiting, lacking, estimate }: HubStatus): string {
  if (waiting.entries === 0 && lacking === 0) return 'nothing to do';
  if (estimate === undefined) return 'not known yet';
  return estimate < 60 ? 'less than a minute' : `about ${formatDuration(estimate * 1000)}`;
}
