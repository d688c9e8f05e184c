import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  defaultHubPort,
  type HostedHubCode,
  type HostedHubState,
  type HostedHubStatus,
  type HostedHubWish,
} from '#shared/contracts/bridge.ts';
import type { ReadyMessage } from '#shared/contracts/hub-process.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { HubChild, type ForkHub } from './hub-child.ts';
import { HubLog } from './hub-log.ts';
import { readHubSettings, writeHubSettings, type HubSettings } from './hub-settings.ts';
import { reasonOf } from './reason.ts';

export interface HubHostParts {
  readonly fork: ForkHub;
  /** The bundled server: `hubEntry`. */
  readonly entry: string;
  /** Holds the hub's database, its log and what it was started with. */
  readonly folder: string;
  /** The built page, which the hub serves to browsers. */
  readonly page: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onStatus: (status: HostedHubStatus) => void;
  /** Pause before the first new start, ms; each next one is twice as long, up to 64 times. */
  readonly firstPause?: number;
}

/** A hub that ran so long is not one that cannot start, ms. */
const steadyAfter = 60_000;
const nobody: HubSettings = {
  isWanted: false,
  port: defaultHubPort,
  name: '',
  workspace: { name: 'Workspace', marking: 'UNCLASSIFIED' },
};

/** Where the build puts the server; in a package it lies outside the archive, with its native library. @param mainFolder of the built main process. */
export function hubEntry(mainFolder: string): string {
  const place = join(mainFolder, '..', 'server', 'main.mjs');
  return place.replace(/([\\/]app\.asar)([\\/])/, '$1.unpacked$2');
}

/** Runs a hub on this laptop, for as long as somebody wants it: one that ends by itself is started again. */
export class HubHost {
  readonly #parts: HubHostParts;
  readonly #log: HubLog;
  readonly #settingsPath: string;
  #settings = nobody;
  #state: HostedHubState = 'off';
  #child: HubChild | undefined;
  #ready: ReadyMessage | undefined;
  #problem: Problem | undefined;
  #failures = 0;
  #again: NodeJS.Timeout | undefined;
  #isClosed = false;
  /** One thing after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: HubHostParts) {
    this.#parts = parts;
    this.#log = new HubLog(join(parts.folder, 'hub.log'));
    this.#settingsPath = join(parts.folder, 'host.json');
  }

  get isShipped(): boolean {
    return existsSync(this.#parts.entry);
  }

  /** Process id while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  status(): HostedHubStatus {
    const { port, name } = this.#settings;
    const fault = this.#problem;
    return {
      state: this.#state,
      port,
      name,
      addresses: this.#ready?.others ?? [],
      ...(this.#ready && { address: this.#ready.address, hub: this.#ready.hub }),
      ...(this.#ready?.code !== undefined && { code: this.#ready.code }),
      ...(fault && { problem: fault }),
    };
  }

  /** At the start of the application: brings the hub back where it was wanted. */
  resume(): Promise<void> {
    return this.#inTurn(async () => {
      this.#settings = (await readHubSettings(this.#settingsPath)) ?? nobody;
      if (this.#settings.isWanted && this.isShipped) await this.#launch().catch(() => this.#startLater());
    });
  }

  /** @throws ProblemError OUT-SHL-009 folder, OUT-SYN-044 port, OUT-SYN-034 database; it is off then. */
  start({ port, name, workspace }: HostedHubWish): Promise<HostedHubStatus> {
    return this.#inTurn(async () => {
      const isSame = port === this.#settings.port && name === this.#settings.name;
      if (this.#state === 'running' && isSame) return this.status();
      await this.#end();
      this.#settings = { isWanted: true, port, name, workspace };
      this.#failures = 0;
      try {
        await this.#launch();
        await writeHubSettings(this.#settingsPath, this.#settings);
      } catch (error) {
        await this.#end();
        this.#settings = { ...this.#settings, isWanted: false };
        const found = problemOf(error, this.#parts.folder);
        this.#become('off', found);
        throw new ProblemError(found, { cause: error });
      }
      return this.status();
    });
  }

  stop(): Promise<HostedHubStatus> {
    this.#giveUpStarting();
    return this.#inTurn(async () => {
      const wasWanted = this.#settings.isWanted;
      this.#settings = { ...this.#settings, isWanted: false };
      await this.#end();
      if (wasWanted) await writeHubSettings(this.#settingsPath, this.#settings);
      return this.status();
    });
  }

  /** @throws ProblemError OUT-SHL-011 while it does not run. */
  async newCode(label: string): Promise<HostedHubCode> {
    if (this.#state !== 'running' || this.#child === undefined)
      throw new ProblemError(problem('OUT-SHL-011'));
    return this.#child.newCode(label);
  }

  /** With the application: it ends gently, and is still wanted. */
  close(): Promise<void> {
    this.#isClosed = true;
    this.#giveUpStarting();
    return this.#inTurn(async () => {
      await this.#end();
      await this.#log.end();
    });
  }

  /** Who waits for a start is told at once. */
  #giveUpStarting(): void {
    if (this.#state === 'starting') void this.#child?.stop(false);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #launch(): Promise<void> {
    const { fork, entry, folder } = this.#parts;
    this.#become('starting');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const child = new HubChild(
      fork(entry, [], { env: this.#environment(), stdio: 'pipe', serviceName: 'Outpost hub' }),
      (text) => this.#log.write(text),
    );
    this.#child = child;
    const launched = Date.now();
    this.#ready = await child.ready;
    this.#become('running');
    void child.ended.then((why) => this.#onEnded(child, why, Date.now() - launched));
  }

  async #end(): Promise<void> {
    clearTimeout(this.#again);
    const child = this.#child;
    const isReady = this.#ready !== undefined;
    this.#child = undefined;
    if (child !== undefined) {
      this.#become('stopping');
      await child.stop(isReady);
    }
    this.#ready = undefined;
    this.#become('off');
  }

  /** Nobody asked it to. */
  #onEnded(child: HubChild, why: Problem, ran: number): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#ready = undefined;
    this.#problem = why;
    if (ran > steadyAfter) this.#failures = 0;
    this.#startLater();
  }

  #startLater(): void {
    if (this.#isClosed || !this.#settings.isWanted) return;
    const pause = (this.#parts.firstPause ?? 1000) * 2 ** Math.min(this.#failures, 6);
    this.#failures += 1;
    this.#become('waiting', this.#problem);
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#inTurn(() => this.#startAgain()), pause);
  }

  async #startAgain(): Promise<void> {
    if (this.#isClosed || this.#state !== 'waiting') return;
    try {
      await this.#launch();
    } catch (error) {
      this.#child = undefined;
      this.#problem = problemOf(error, this.#parts.folder);
      this.#startLater();
    }
  }

  #become(state: HostedHubState, fault?: Problem): void {
    this.#state = state;
    this.#problem = fault;
    this.#parts.onStatus(this.status());
  }

  /** What the computer has, without settings of other hubs. */
  #environment(): Record<string, string> {
    const { environment, folder, page } = this.#parts;
    const { port, name, workspace } = this.#settings;
    const kept: Record<string, string> = {};
    for (const [key, value] of Object.entries(environment)) {
      if (value !== undefined && !/^(OUTPOST_HUB_|DATABASE_URL$|NODE_OPTIONS$|ELECTRON_)/.test(key))
        kept[key] = value;
    }
    return {
      ...kept,
      OUTPOST_HUB_FOLDER: folder,
      OUTPOST_HUB_PAGE: page,
      OUTPOST_HUB_HOST: '0.0.0.0',
      OUTPOST_HUB_PORT: String(port),
      OUTPOST_HUB_NAME: name,
      OUTPOST_HUB_WORKSPACE: workspace.name,
      OUTPOST_HUB_WORKSPACE_ID: workspace.id ?? '',
      OUTPOST_HUB_MARKING: workspace.marking,
      OUTPOST_HUB_LOG: 'warn',
    };
  }
}

function problemOf(error: unknown, path: string): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem('OUT-SHL-009', { path, reason: reasonOf(error) });
}
