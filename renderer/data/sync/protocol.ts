import type { KeyRing } from '#shared/trust/key-ring.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { PartCounts } from '#shared/sync/bundle-check.ts';
import type { FileTally } from '#shared/sync/files.ts';

/**
 * What the link to a hub is like. `lan`: all at once and live; `satellite`: larger pauses, moderate messages; `thin`: 9.6 kbit/s,
 * small messages, entries before all else; `manual`: only when somebody asks.
 */
export const linkProfiles = ['lan', 'satellite', 'thin', 'manual'] as const;
export type LinkProfile = (typeof linkProfiles)[number];

/** A hub that this database is enrolled at. Keys as fingerprints for people to compare. */
export interface HubInfo {
  readonly id: string;
  readonly name: string;
  /** `https://hub.example:4790` */
  readonly address: string;
  readonly workspace: { readonly id: string; readonly name: string; readonly marking: string };
  readonly fingerprint: string;
  readonly profile: LinkProfile;
  /** Epoch ms. */
  readonly enrolledAt: number;
}

/** What this device holds and the hub has not acknowledged. */
export interface Waiting {
  readonly entries: number;
  /** About so many bytes on the wire. */
  readonly bytes: number;
  /** Epoch ms of the oldest waiting entry, as its writer's clock claimed. */
  readonly oldest?: number;
}

export type SyncPhase = 'idle' | 'exchanging' | 'waiting' | 'stopped';

/** Contents of files that this device and a hub do not both hold. */
export interface FilesStatus {
  readonly toSend: FileTally;
  readonly toFetch: FileTally;
  /** Of both, those that the link does not take by itself: they go when a person asks for them. */
  readonly held: FileTally;
  /** Why the last try ended. */
  readonly fault?: Problem;
}

export interface HubStatus {
  readonly hub: HubInfo;
  /** `waiting`: the last try failed and the next one is set; `stopped`: no try before a person acts. */
  readonly phase: SyncPhase;
  /** Connected to the live stream. */
  readonly isLive: boolean;
  /** Last exchange that came through, epoch ms. */
  readonly lastContact?: number;
  /** Next try by itself, epoch ms. */
  readonly nextTry?: number;
  readonly fault?: Problem;
  readonly waiting: Waiting;
  /** Entries that the hub is known to hold and this device does not. */
  readonly lacking: number;
  readonly files: FilesStatus;
  /** Estimate until both hold the same over this link, seconds; undefined while nothing is known of its speed. */
  readonly estimate?: number;
}

export interface SyncStatus {
  readonly hubs: readonly HubStatus[];
  /** Entries that no hub has acknowledged, or all of this device where it is enrolled at none. */
  readonly unsent: Waiting;
  /** Of its own log: highest number that some hub holds; entries above are marked "not yet synced". */
  readonly acknowledged: Readonly<Record<string, number>>;
  /** Names of all devices and hubs of the unit, by replica id, as their hubs list them. */
  readonly devices: Readonly<Record<string, string>>;
}

/** One exchange as people read it afterwards, kept on the device; the newest 500. */
export interface ExchangeRow {
  /** Epoch ms of its end. */
  readonly at: number;
  readonly hub: string;
  readonly carrier: 'hub' | 'bundle';
  readonly sent: number;
  readonly received: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** Attachments that came through after the entries, and all bytes of theirs; absent: none. */
  readonly filesSent?: FileTally;
  readonly filesReceived?: FileTally;
  readonly milliseconds: number;
  readonly fault?: Problem;
}

/** What came from elsewhere and could not be applied; kept, not applied. */
export interface AsideInfo {
  readonly key: string;
  readonly replica: string;
  /** Number of the first entry, and how many bytes. */
  readonly from: number;
  readonly bytes: number;
  /** Epoch ms. */
  readonly at: number;
  readonly reason: Problem;
}

export interface Enrolment {
  /** As typed: with or without `https://`. */
  readonly address: string;
  readonly code: string;
  /** Of this device, for the hub's administrator. */
  readonly name: string;
  readonly profile?: LinkProfile;
}

/** A device or hub of the workspace that a bundle can be made for. */
export interface BundleReceiver {
  readonly replica: string;
  readonly name: string;
  readonly kind: 'device' | 'hub';
  readonly fingerprint: string;
  /** Entries here that it is not known to hold. */
  readonly lacks: number;
}

export interface BundleOrder {
  /** Replica id of a device or hub in the directory. */
  readonly receiver: string;
  /** Everything written since, epoch ms; absent: what the receiver is not known to hold. */
  readonly since?: number;
  /** Size of a file in bytes. */
  readonly partBytes: number;
  /** Attachments up to so many bytes each go with it; absent or 0: none. */
  readonly largestFile?: number;
}

export interface BundleFiles {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** For printing: what it brings, and the digest of each file. */
  readonly manifest: string;
  /** Attachments in it, and those that there was no room for. */
  readonly attachments: FileTally;
  readonly left: FileTally;
}

/** What a file of a bundle would bring; nothing of it was taken in. */
export interface BundleChecked extends PartCounts {
  /** Random, the same in all files of a bundle. */
  readonly bundle: string;
  /** Name of the device that made it. */
  readonly sender: string;
  /** Of the key that signed it. */
  readonly fingerprint?: string;
  readonly part: number;
  readonly isLast: boolean;
  /** Of the file, hexadecimal SHA-256. */
  readonly digest: string;
  /** Epoch ms, by the clock of its sender. */
  readonly madeAt: number;
  /** It was opened before. */
  readonly notice?: Problem;
}

export interface BundleOpened {
  /** Name of the device that made it. */
  readonly sender: string;
  readonly part: number;
  readonly isLast: boolean;
  /** Of the file, hexadecimal SHA-256. */
  readonly digest: string;
  /** Entries that were new here. */
  readonly entries: number;
  /** Attachments that are whole here now, and all bytes of theirs that were new. */
  readonly files: FileTally;
  /** Arrival number of the newest entry. */
  readonly n: number;
  /** It was opened before, or a run in it does not fit yet. */
  readonly notice?: Problem;
}

/** What the page asks of the sync worker. */
export type SyncRequest =
  | { readonly kind: 'enrol'; readonly enrolment: Enrolment }
  | { readonly kind: 'exchange'; readonly hub?: string }
  | { readonly kind: 'setProfile'; readonly hub: string; readonly profile: LinkProfile }
  | { readonly kind: 'leave'; readonly hub: string }
  /** Send or fetch the content of a file now, whatever its size. */
  | { readonly kind: 'wantFile'; readonly hash: string }
  | { readonly kind: 'receivers' }
  | { readonly kind: 'exportBundle'; readonly order: BundleOrder }
  | { readonly kind: 'checkBundle'; readonly bytes: Uint8Array }
  | { readonly kind: 'openBundle'; readonly bytes: Uint8Array }
  /** Something was written here. */
  | { readonly kind: 'news' };

/** What comes back, by kind of request; of the others nothing does. */
export interface SyncAnswers {
  readonly receivers: readonly BundleReceiver[];
  readonly exportBundle: BundleFiles;
  readonly checkBundle: BundleChecked;
  readonly openBundle: BundleOpened;
}

export interface SyncStart {
  readonly database: string;
  readonly ring: KeyRing;
}

export interface SyncCall {
  /** Random: a call that is repeated is known by it. */
  readonly call: string;
  readonly request: SyncRequest;
}

/** What windows and the one engine say to each other, heard by all. */
export type SyncMessage =
  | SyncCall
  | { readonly asksStatus: true }
  /** The engine has begun: calls that were not answered are to be repeated. */
  | { readonly ready: true }
  | { readonly answered: string; readonly result: unknown }
  | { readonly answered: string; readonly problem: Problem }
  | { readonly status: SyncStatus };
