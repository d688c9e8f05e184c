import { ProblemError } from '#shared/kernel/errors.ts';
import type { OutpostDatabase } from '../database.ts';
import type { ChangeFeed } from '../feed.ts';
import { asideInfo } from './aside-info.ts';
import { readHubs } from './hub-rows.ts';
import { waitingFor } from './offer.ts';
import type {
  AsideInfo,
  BundleChecked,
  BundleFiles,
  BundleOpened,
  BundleOrder,
  BundleReceiver,
  Enrolment,
  ExchangeRow,
  LinkProfile,
  SyncAnswers,
  SyncMessage,
  SyncRequest,
  SyncStatus,
} from './protocol.ts';

export interface SyncClientParts {
  readonly database: OutpostDatabase;
  readonly feed: ChangeFeed;
  /** Starts the worker that exchanges (or waits for its turn to), once. Returns how to end it. */
  readonly startWorker: () => () => void;
}

interface Waiting {
  readonly request: SyncRequest;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

type AnswerOf<Request extends SyncRequest> = Request['kind'] extends keyof SyncAnswers
  ? SyncAnswers[Request['kind']]
  : undefined;

const nothing: SyncStatus = { hubs: [], unsent: { entries: 0, bytes: 0 }, acknowledged: {}, devices: {} };

/** The page's side of the exchange. The worker is started only where there is a hub, or somebody wants to join one. */
export class SyncClient {
  readonly #parts: SyncClientParts;
  readonly #channel: BroadcastChannel;
  readonly #calls = new Map<string, Waiting>();
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;
  #status = nothing;
  #endWorker: (() => void) | undefined;
  #isClosed = false;

  constructor(parts: SyncClientParts) {
    this.#parts = parts;
    this.#channel = new BroadcastChannel(`${parts.database.name}-sync`);
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => this.#receive(data);
    this.#unsubscribe = parts.feed.subscribe(() => this.#onChange());
  }

  /** How things stand; the same object until that changes. */
  get status(): SyncStatus {
    return this.#status;
  }

  onStatus(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async begin(): Promise<void> {
    if ((await readHubs(this.#parts.database)).length === 0) return this.#countAlone();
    this.#startWorker();
    this.#post({ asksStatus: true });
  }

  /** Joins a hub and exchanges with it once. @throws ProblemError */
  async enrol(enrolment: Enrolment): Promise<void> {
    await this.#ask({ kind: 'enrol', enrolment });
  }

  /** Exchanges now, with one hub or with all, until both hold the same. @throws ProblemError */
  async exchange(hub?: string): Promise<void> {
    await this.#ask({ kind: 'exchange', ...(hub === undefined ? {} : { hub }) });
  }

  async setProfile(hub: string, profile: LinkProfile): Promise<void> {
    await this.#ask({ kind: 'setProfile', hub, profile });
  }

  /** Goes on without a hub; what is here stays here. */
  async leave(hub: string): Promise<void> {
    await this.#ask({ kind: 'leave', hub });
  }

  /** Sends or fetches the content of a file now, whatever its size. @throws ProblemError */
  async wantFile(hash: string): Promise<void> {
    await this.#ask({ kind: 'wantFile', hash });
  }

  /** Whom a bundle can be made for. */
  receivers(): Promise<readonly BundleReceiver[]> {
    return this.#ask({ kind: 'receivers' });
  }

  /** Files for a stick that only the receiver can open. @throws ProblemError */
  exportBundle(order: BundleOrder): Promise<BundleFiles> {
    return this.#ask({ kind: 'exportBundle', order });
  }

  /** Says what one file of a bundle would bring, and changes nothing. @throws ProblemError */
  checkBundle(bytes: Uint8Array): Promise<BundleChecked> {
    return this.#ask({ kind: 'checkBundle', bytes });
  }

  /** Takes in one file of a bundle; in any order, and twice, is safe. @throws ProblemError */
  openBundle(bytes: Uint8Array): Promise<BundleOpened> {
    return this.#ask({ kind: 'openBundle', bytes });
  }

  /** The newest exchanges, newest first. */
  exchanges(most: number): Promise<readonly ExchangeRow[]> {
    return this.#parts.database.exchanges.reverse().limit(most).toArray();
  }

  /** What came from elsewhere and could not be applied, newest first. */
  async asides(): Promise<readonly AsideInfo[]> {
    const rows = await this.#parts.database.aside.toArray();
    return rows.map(asideInfo).sort((a, b) => b.at - a.at);
  }

  /** The worker has to open the database with other keys. */
  restart(): void {
    if (!this.#endWorker) return;
    this.#endWorker();
    this.#endWorker = this.#parts.startWorker();
  }

  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
    this.#endWorker?.();
    this.#channel.close();
  }

  #ask<Request extends SyncRequest>(request: Request): Promise<AnswerOf<Request>> {
    this.#startWorker();
    const call = crypto.randomUUID();
    return new Promise<AnswerOf<Request>>((resolve, reject) => {
      this.#calls.set(call, { request, resolve: (result) => resolve(result as AnswerOf<Request>), reject });
      this.#post({ call, request });
    });
  }

  #startWorker(): void {
    if (!this.#isClosed) this.#endWorker ??= this.#parts.startWorker();
  }

  #post(message: SyncMessage): void {
    if (!this.#isClosed) this.#channel.postMessage(message);
  }

  #receive(message: SyncMessage): void {
    if ('ready' in message) {
      for (const [call, { request }] of this.#calls) this.#post({ call, request });
    } else if ('status' in message) {
      this.#setStatus(message.status);
    } else if ('answered' in message) {
      const waiting = this.#calls.get(message.answered);
      this.#calls.delete(message.answered);
      if ('problem' in message) waiting?.reject(new ProblemError(message.problem));
      else waiting?.resolve(message.result);
    }
  }

  #onChange(): void {
    if (this.#endWorker) this.#post({ call: crypto.randomUUID(), request: { kind: 'news' } });
    else void this.#countAlone().catch(() => undefined);
  }

  async #countAlone(): Promise<void> {
    const unsent = await waitingFor(this.#parts.database, {});
    if (!this.#endWorker) this.#setStatus({ ...nothing, unsent });
  }

  #setStatus(status: SyncStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
