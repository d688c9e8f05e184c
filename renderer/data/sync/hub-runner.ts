import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { covers } from '#shared/sync/vector.ts';
import { ensureKeys } from './device-keys.ts';
import type { ExchangeParts } from './exchange.ts';
import { exchangeAll, isFinal, type LinkEvents } from './hub-link.ts';
import { changeHub, readHubs, type HubRow } from './hub-rows.ts';
import { links, pauseAfter, type Link } from './link-profiles.ts';
import type { LiveStream } from './live.ts';
import { localVector } from './local-vector.ts';
import type { ExchangeRow, SyncPhase } from './protocol.ts';
import { Rests } from './rests.ts';
import { MovedFiles, transferFiles } from './transfer-files.ts';
import { longestRetryAfter } from '#shared/contracts/retry-after.ts';
import { HubRefusal } from './transport.ts';
import { reasonOf } from '../storage-problem.ts';

export interface RunnerParts extends ExchangeParts {
  readonly liveStream: LiveStream;
  /** From 0 to below 1. */
  readonly random: () => number;
}

export interface RunnerEvents extends LinkEvents {
  /** Keeps what people look back at, in place of what was kept under the key. Resolves with its key. */
  readonly onExchange: (row: ExchangeRow, key?: number) => Promise<number>;
  readonly onState: () => void;
}

/** What a status shows of a runner. */
export interface RunnerState {
  readonly phase: SyncPhase;
  readonly isLive: boolean;
  readonly nextTry?: number;
  readonly fault?: Problem;
}

/** Keeps up the exchange with one hub: when something was written, when the hub has more, and now and then. */
export class HubRunner {
  readonly id: string;
  readonly #parts: RunnerParts;
  readonly #events: RunnerEvents;
  #link: Link;
  #running: Promise<ExchangeRow> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextTry: number | undefined;
  #failures = 0;
  #fault: Problem | undefined;
  #live: AbortController | undefined;
  #transfer: Promise<void> = Promise.resolve();
  #isPaused = false;
  #transferFailures = 0;
  #filesFault: Problem | undefined;
  readonly #rests = new Rests();
  /** Epoch ms before which nothing is asked by itself: the hub said so. */
  #restUntil = 0;
  #isOnline = true;
  #isClosed = false;

  constructor(hub: HubRow, parts: RunnerParts, events: RunnerEvents) {
    this.id = hub.id;
    this.#parts = parts;
    this.#events = events;
    this.#link = links[hub.profile];
    this.#fault = hub.stopped;
  }

  get state(): RunnerState {
    const isStopped = this.#fault !== undefined && isFinal(this.#fault);
    const waiting = this.#failures > 0 ? 'waiting' : 'idle';
    return {
      phase: this.#running ? 'exchanging' : isStopped ? 'stopped' : waiting,
      isLive: this.#live !== undefined,
      ...(this.#nextTry === undefined ? {} : { nextTry: this.#nextTry }),
      ...(this.#fault ? { fault: this.#fault } : {}),
    };
  }

  /** Why files do not come through, where they do not. */
  get filesFault(): { readonly fault?: Problem } {
    return this.#filesFault ? { fault: this.#filesFault } : {};
  }

  /** What failed before is tried with the next exchange. */
  forgetRests(): void {
    this.#rests.clear();
  }

  /** Resolves when neither entries nor files are under way. */
  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined);
    await this.#transfer;
  }

  start(): void {
    if (this.#link.every !== undefined) this.#setTimer(0);
  }

  /** Another way to use the link. */
  use(link: Link): void {
    this.#link = link;
    this.#live?.abort();
    this.#setTimer(link.every === undefined ? undefined : 0);
  }

  onNews(): void {
    if (this.#link.afterNews === undefined || this.#failures > 0) return;
    this.#setTimer(this.#link.afterNews);
  }

  setOnline(isOnline: boolean): void {
    const isBack = isOnline && !this.#isOnline;
    this.#isOnline = isOnline;
    if (isBack && this.#link.every !== undefined) this.#setTimer(0);
  }

  /** Somebody asks for it: at once, also where the runner had stopped. */
  async exchange(): Promise<ExchangeRow> {
    this.#isPaused = true;
    await this.#running?.catch(() => undefined);
    await changeHub(this.#parts.database, this.id, { stopped: undefined });
    return this.#run();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#live?.abort();
  }

  #setTimer(wish: number | undefined): void {
    clearTimeout(this.#timer);
    const delay = wish === undefined ? undefined : Math.max(wish, this.#restLeft());
    this.#nextTry = delay === undefined ? undefined : this.#parts.clock.now() + delay;
    if (delay === undefined || this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#runBySelf(), delay);
  }

  /** A clock that was set back must not make it longer than it was. */
  #restLeft(): number {
    const left = this.#restUntil - this.#parts.clock.now();
    return left > 0 && left <= longestRetryAfter ? left : 0;
  }

  #rest(wait: number): void {
    this.#restUntil = this.#parts.clock.now() + wait;
  }

  async #runBySelf(): Promise<void> {
    if (this.#isClosed || this.state.phase === 'stopped') return;
    if (this.#running) {
      // What came up meanwhile may have come too late for it.
      this.#setTimer(this.#link.afterNews);
      return;
    }
    await this.#run().catch(() => undefined);
  }

  #run(): Promise<ExchangeRow> {
    clearTimeout(this.#timer);
    this.#nextTry = undefined;
    this.#running ??= this.#exchange().finally(() => {
      this.#running = undefined;
      this.#events.onState();
    });
    this.#events.onState();
    return this.#running;
  }

  async #exchange(): Promise<ExchangeRow> {
    // Entries go first: files under way stop after the piece that is on its way.
    this.#isPaused = true;
    await this.#transfer;
    this.#isPaused = false;
    const events = { ...this.#events, onAskedToWait: (wait: number) => this.#rest(wait) };
    const row = await exchangeAll(this.#parts, this.id, events);
    this.#fault = row.fault;
    this.#failures = row.fault ? this.#failures + 1 : 0;
    if (row.fault && isFinal(row.fault)) this.#setTimer(undefined);
    else if (row.fault) this.#setTimer(this.#link.every && pauseAfter(this.#failures, this.#parts.random));
    else this.#setTimer(this.#link.every);
    const isNews = row.sent + row.received > 0 || row.fault !== undefined;
    const key = isNews ? await this.#events.onExchange(row) : undefined;
    if (!row.fault) {
      void this.#listen();
      this.#transfer = this.#transferFiles(row, key);
    }
    return row;
  }

  async #transferFiles(row: ExchangeRow, key: number | undefined): Promise<void> {
    const { database, random } = this.#parts;
    const moved = new MovedFiles();
    try {
      const hub = (await readHubs(database)).find(({ id }) => id === this.id);
      if (!hub) return;
      const own = { replica: hub.replica, keys: await ensureKeys(database, hub.replica) };
      await transferFiles(this.#parts, hub, own, this.#link, {
        rests: this.#rests,
        isPaused: () => this.#isPaused || this.#isClosed,
        onFile: () => this.#events.onState(),
        moved,
      });
      this.#transferFailures = 0;
      this.#filesFault = undefined;
    } catch (error) {
      if (this.#isClosed) return;
      this.#transferFailures += 1;
      if (error instanceof HubRefusal && error.retryAfter !== undefined) this.#rest(error.retryAfter);
      this.#filesFault =
        error instanceof ProblemError ? error.problem : problem('OUT-STO-006', { reason: reasonOf(error) });
      const { every } = this.#link;
      if (every !== undefined) this.#setTimer(Math.min(every, pauseAfter(this.#transferFailures, random)));
    }
    if (moved.isAny) {
      const { sent: filesSent, received: filesReceived } = moved;
      // Without room for the history the exchange goes on.
      await this.#events.onExchange({ ...row, filesSent, filesReceived }, key).catch(() => undefined);
    }
    this.#events.onState();
  }

  /** Keeps the hub's stream open; when it ends, the next exchange opens it again. */
  async #listen(): Promise<void> {
    if (!this.#link.isLive || this.#live || this.#isClosed) return;
    const { database, liveStream } = this.#parts;
    const live = new AbortController();
    this.#live = live;
    try {
      const hub = (await readHubs(database)).find(({ id }) => id === this.id);
      if (!hub) return;
      this.#events.onState();
      const own = { replica: hub.replica, keys: await ensureKeys(database, hub.replica) };
      for await (const have of liveStream(hub, own, live.signal)) {
        if (!covers(await localVector(database), have)) this.#setTimer(0);
      }
    } catch {
      // The connection is gone; the exchange finds out why.
    } finally {
      this.#live = undefined;
    }
    this.#events.onState();
    if (!live.signal.aborted && this.#link.every !== undefined) {
      this.#failures += 1;
      this.#setTimer(pauseAfter(this.#failures, this.#parts.random));
    }
  }
}
