/**
 * The one contract between the renderer and its shell, on `window.outpost`.
 *
 * Electron's preload and the browser implementation both satisfy it. Everything that crosses is plain data, because the
 * context bridge drops symbols, class identity and error properties: every method that cannot do its work rejects with
 * an error from which `readBridgeError` (bridge-errors.ts) reads the problem, and long reads are pages, not iterators.
 */

import type { Problem } from '../kernel/errors.ts';
import type { SmartCard } from '../trust/certificate/smart-card.ts';
import type { KeeperAnswer, KeeperMessage } from '../trust/keeper-message.ts';

export type Shell = 'electron' | 'browser';

export type Unsubscribe = () => void;

export const capabilityNames = [
  'journal',
  'secrets',
  'saveFile',
  'openFile',
  'pdf',
  'print',
  'notifications',
  'badge',
  'menu',
  'closeHandshake',
  'hostHub',
  'smartCard',
] as const;

export type CapabilityName = (typeof capabilityNames)[number];

/** Either real here, or absent with one plain sentence that can be shown to a user as it stands. */
export type Capability =
  { readonly available: true } | { readonly available: false; readonly reason: string };

export type Capabilities = Readonly<Record<CapabilityName, Capability>>;

export interface PlatformInfo {
  readonly shell: Shell;
  /** The product's version, for example `0.1.0`. */
  readonly version: string;
  /** `linux`, `win32`, `darwin`, or what the browser calls itself. */
  readonly system: string;
  readonly capabilities: Capabilities;
}

export interface PlatformBridge {
  /** Known at once, for code that must choose before anything can be awaited. */
  readonly shell: Shell;
  info(): Promise<PlatformInfo>;
}

/** One own entry: `bytes` is the encoded entry, which the journal never looks into. */
export interface JournalRow {
  readonly replica: string;
  /** 1, 2, 3 … within its replica. */
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** Where a page begins; opaque to callers, only ever handed back. */
export interface JournalCursor {
  readonly file: number;
  readonly offset: number;
}

export interface JournalPage {
  /** In the order they were appended. Two rows of one seq mean a fork: both are kept. */
  readonly rows: readonly JournalRow[];
  /** `null` when nothing follows. */
  readonly next: JournalCursor | null;
}

export interface JournalRangePage {
  /** Ascending by seq; a seq that was lost has none, a forked one several, all on one page. */
  readonly rows: readonly JournalRow[];
  /** The seq to go on from, `null` when the range is at its end. */
  readonly next: number | null;
}

/** Inclusive at both ends. */
export interface SeqRange {
  readonly from: number;
  readonly to: number;
}

export interface JournalReplica {
  readonly replica: string;
  /** The highest seq held. */
  readonly seq: number;
  /** What is held, ascending and without overlaps; more than one range means that rows in between were damaged. */
  readonly ranges: readonly SeqRange[];
}

/**
 * - `torn`: the last write did not finish (power cut, kill); it was cut off and kept aside. It was never acknowledged.
 * - `damaged`: bytes no longer match their checksum; the rows in them are lost to the journal, the rest was read.
 */
export type JournalDamageKind = 'torn' | 'damaged';

export interface JournalDamage {
  readonly kind: JournalDamageKind;
  /** File name inside the journal's folder. */
  readonly file: string;
  /** Byte offset and length of what could not be read. */
  readonly offset: number;
  readonly length: number;
  /** File name of the copy of those bytes; absent when they still stand where they were. */
  readonly keptAs?: string;
}

export type JournalStatus =
  | {
      readonly state: 'open';
      readonly folder: string;
      readonly files: number;
      readonly rows: number;
      readonly bytes: number;
      readonly replicas: readonly JournalReplica[];
      /** What recovery found when the journal was opened. */
      readonly damage: readonly JournalDamage[];
    }
  | { readonly state: 'unavailable'; readonly reason: string };

export interface QuarantineItem {
  /** File name inside the journal's folder. */
  readonly name: string;
  readonly bytes: number;
}

/** The copy of own entries outside IndexedDB. It only grows: there is no truncate. `replace` is for what an order to redact names. */
export interface JournalBridge {
  /** Resolves only after the rows are on the disk (fdatasync), in the order given. Rejects as a whole. */
  append(rows: readonly JournalRow[]): Promise<void>;
  /**
   * Puts these rows in place of all rows of their numbers; resolves when nothing of those is in the files any more. Numbers that are not
   * there stay so. A crash leaves the old rows or the new ones.
   */
  replace(rows: readonly JournalRow[]): Promise<void>;
  /** The rows from a cursor on (`null`: from the start), at most `limit` (default 1,000) and a few megabytes a page. */
  readPage(from: JournalCursor | null, limit?: number): Promise<JournalPage>;
  /** The rows of one log from a seq to another, both included, as far as one page goes. */
  readRange(replica: string, from: number, to: number): Promise<JournalRangePage>;
  status(): Promise<JournalStatus>;
  /** The kept copies of what recovery cut off. */
  quarantine(): Promise<readonly QuarantineItem[]>;
  /** Keeps the ways in to this device's keys, which the rows are encrypted with; resolves when they are on the disk. */
  keepKeys(text: string): Promise<void>;
  /** What was kept last; `null` where nothing was. */
  keptKeys(): Promise<string | null>;
}

/** Small secrets (keys), encrypted by the operating system. Names are `[a-z0-9.-]`, at most 64 characters. */
export interface SecretsBridge {
  /** False where the system has no key store: plain text is refused, never fallen back to. */
  available(): Promise<boolean>;
  set(name: string, value: string): Promise<void>;
  /** `null` when there is no such secret. */
  get(name: string): Promise<string | null>;
  remove(name: string): Promise<void>;
}

export interface FileFilter {
  /** For people, for example `Comma-separated values`. */
  readonly name: string;
  /** Without the dot, for example `csv`. */
  readonly extensions: readonly string[];
}

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One of several files, or why it could not be read. */
export type ChosenFile = OpenedFile | { readonly name: string; readonly problem: Problem };

export interface FilesBridge {
  /** The name it was saved under, or `null` when the user gave up. Electron resolves after the file is on the disk. */
  saveAs(name: string, bytes: Uint8Array, filters: readonly FileFilter[]): Promise<string | null>;
  /** One file the user chose, or `null` when they gave up. */
  open(filters: readonly FileFilter[]): Promise<OpenedFile | null>;
  /** The files the user chose, none when they gave up. One that cannot be read stops no other. */
  openSeveral(filters: readonly FileFilter[]): Promise<readonly ChosenFile[]>;
}

export type PageSize = 'A4' | 'Letter';

export interface PrintOptions {
  readonly pageSize: PageSize;
  readonly landscape: boolean;
  /** Stands at the head of every page and is offered as the file's name. */
  readonly title: string;
  /** For example `UNCLASSIFIED`; stands at the head and foot of every page. Empty for none. */
  readonly marking: string;
}

export interface PrintBridge {
  /** The page as its print styles show it, as PDF bytes: hand them to `files.saveAs`. */
  toPdf(options: PrintOptions): Promise<Uint8Array>;
  /** The system's print dialog. False when the user gave up, true when printed or where that cannot be known. */
  print(options: PrintOptions): Promise<boolean>;
}

export interface NoticeContent {
  readonly title: string;
  readonly body: string;
  /** A notice with the tag of an earlier one replaces it. */
  readonly tag: string;
  /** A path inside the application, beginning with one `/`. */
  readonly link: string;
}

export interface NoticeClick {
  readonly tag: string;
  readonly link: string;
}

export type NoticePermission = 'granted' | 'denied' | 'not-asked';

export interface NotifyBridge {
  permission(): Promise<NoticePermission>;
  /** Call it from a user's click: browsers ignore it otherwise. */
  requestPermission(): Promise<NoticePermission>;
  /** False when notices are not permitted; the application's own notice list is not affected. */
  show(notice: NoticeContent): Promise<boolean>;
  onClick(listener: (click: NoticeClick) => void): Unsubscribe;
}

export interface WindowBridge {
  /** The number on the application's icon; 0 removes it. Does nothing where there is no badge. */
  setBadge(count: number): Promise<void>;
  setTitle(title: string): Promise<void>;
  /** A path inside the application that was asked for from outside: a second start with a link. */
  onOpenPath(listener: (path: string) => void): Unsubscribe;
}

export const menuCommands = [
  'new-incident',
  'new-request',
  'open-palette',
  'search',
  'import',
  'export',
  'print',
  'save-pdf',
  'undo',
  'settings',
  'shortcuts',
  'help',
  'about',
] as const;

export type MenuCommand = (typeof menuCommands)[number];

export interface MenuBridge {
  onCommand(listener: (command: MenuCommand) => void): Unsubscribe;
}

export interface LifecycleBridge {
  /**
   * Runs before the window closes, to flush drafts. Electron waits for it, and asks the user when it takes long; a
   * browser only promises to start it, when the page is hidden or left, and may start it several times.
   */
  onBeforeClose(flush: () => Promise<void>): Unsubscribe;
}

/** The port of a hub where nobody chose another. */
export const defaultHubPort = 4790;

export interface HostedHubWish {
  /** 1 to 65535. */
  readonly port: number;
  /** As other devices show it. */
  readonly name: string;
  /** What the hub begins with; only the first start looks at it. With the id of the workspace whose records are here, this laptop can join. */
  readonly workspace: { readonly id?: string | undefined; readonly name: string; readonly marking: string };
}

/** `waiting`: it ended by itself and is started again soon. */
export type HostedHubState = 'off' | 'starting' | 'running' | 'waiting' | 'stopping';

export interface HostedHubStatus {
  readonly state: HostedHubState;
  /** As it was last asked for, also while it is off. */
  readonly port: number;
  readonly name: string;
  /** For this laptop, while it runs: `http://127.0.0.1:4790`. */
  readonly address?: string;
  /** For the others on the network, while it runs. */
  readonly addresses: readonly string[];
  /** Id of the hub, while it runs. */
  readonly hub?: string;
  /** One-time code for the first device, while none has joined. */
  readonly code?: string;
  /** Why it does not run. */
  readonly problem?: Problem;
}

export interface HostedHubCode {
  /** As people type it, in groups. */
  readonly code: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** A hub that this laptop runs for its network. It ends with the application and is back with its next start. */
export interface HubBridge {
  /** Resolves when it listens; rejects when it does not come up at all. */
  start(wish: HostedHubWish): Promise<HostedHubStatus>;
  /** Lets running exchanges end; what it holds stays. */
  stop(): Promise<HostedHubStatus>;
  status(): Promise<HostedHubStatus>;
  /** A one-time code for one more device. @param label whom it is for. */
  newCode(label: string): Promise<HostedHubCode>;
  onStatus(listener: (status: HostedHubStatus) => void): Unsubscribe;
}

/** Memory outside the page, never a disk, that keys stay in while it loads anew or is locked. It ends with the last window. */
export interface KeeperBridge {
  /** Where there is no such memory every answer is empty. */
  ask(message: KeeperMessage): Promise<KeeperAnswer>;
}

export interface OutpostBridge {
  readonly platform: PlatformBridge;
  readonly journal: JournalBridge;
  readonly secrets: SecretsBridge;
  readonly files: FilesBridge;
  readonly print: PrintBridge;
  readonly notify: NotifyBridge;
  readonly window: WindowBridge;
  readonly menu: MenuBridge;
  readonly lifecycle: LifecycleBridge;
  readonly hub: HubBridge;
  readonly keeper: KeeperBridge;
  /** The card in the reader of this computer; each call rejects where there is no reader or no card in it. */
  readonly card: SmartCard;
}
