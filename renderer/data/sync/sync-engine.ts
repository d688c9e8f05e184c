import { ProblemError, problem } from '#shared/kernel/errors.ts';
import { heldOf, mergeVectors, type Vector } from '#shared/sync/vector.ts';
import { readIdentity } from '../identity.ts';
import { bundleReceivers, exportBundle } from './bundles.ts';
import { filesStatus, wantFile } from './file-jobs.ts';
import { HubRunner, type RunnerParts } from './hub-runner.ts';
import { changeHub, readHubs, removeHub, type HubRow } from './hub-rows.ts';
import { lackingFrom } from './hub-link.ts';
import { hubInfo, joinHub } from './join.ts';
import { links } from './link-profiles.ts';
import { bytesPerEntry, waitingFor } from './offer.ts';
import { checkBundle, openBundle } from './open-bundle.ts';
import type { News } from './take-in.ts';
import type {
  BundleOpened,
  Enrolment,
  ExchangeRow,
  HubStatus,
  LinkProfile,
  SyncRequest,
  SyncStatus,
} from './protocol.ts';

export interface EngineEvents {
  /** Entries came in and are on the disk. */
  readonly onReceived: (news: News) => void;
  readonly onStatus: (status: SyncStatus) => void;
}

/** Exchanges are kept for people to look back at. */
const keptExchanges = 500;

/** Exchanges with all hubs of this database. One runs at a time for all windows. */
export class SyncEngine {
  readonly #parts: RunnerParts;
  readonly #events: EngineEvents;
  readonly #runners = new Map<string, HubRunner>();
  #isTelling = false;
  #isTellingDue = false;

  constructor(parts: RunnerParts, events: EngineEvents) {
    this.#parts = { ...parts, onTaken: (news) => events.onReceived(news) };
    this.#events = events;
  }

  async start(): Promise<void> {
    for (const hub of await readHubs(this.#parts.database)) this.#add(hub).start();
    this.#tell();
  }

  /** @throws ProblemError as `joinHub`, or why the exchange did not come through. */
  async answer(request: SyncRequest): Promise<unknown> {
    switch (request.kind) {
      case 'wantFile':
        return this.#wantFile(request.hash);
      case 'receivers':
        return bundleReceivers(this.#parts);
      case 'exportBundle':
        return exportBundle(this.#parts, request.order);
      case 'checkBundle':
        return checkBundle(this.#parts, request.bytes);
      case 'openBundle':
        return this.#openBundle(request.bytes);
      case 'enrol':
        return this.#enrol(request.enrolment);
      case 'exchange':
        return this.#exchange(request.hub);
      case 'setProfile':
        return this.#setProfile(request.hub, request.profile);
      case 'leave':
        return this.#leave(request.hub);
      case 'news':
        for (const runner of this.#runners.values()) runner.onNews();
        this.#tell();
        return undefined;
    }
  }

  /** The network came or went. */
  setOnline(isOnline: boolean): void {
    for (const runner of this.#runners.values()) runner.setOnline(isOnline);
  }

  async status(): Promise<SyncStatus> {
    const { database } = this.#parts;
    const rows = await readHubs(database);
    const held = rows.reduce<Vector>((all, { have = {} }) => mergeVectors(all, have), {});
    const identity = await readIdentity(database);
    const own = identity ? [identity.replica, ...(identity.earlier ?? [])] : [];
    return {
      hubs: await Promise.all(rows.map((row) => this.#statusOf(row))),
      unsent: await waitingFor(database, held),
      devices: Object.fromEntries(
        rows.flatMap(({ directory }) =>
          directory.replicas.map(({ replica, name, shortCode }) => [
            replica,
            name.includes(shortCode) ? name : `${name} (${shortCode})`,
          ]),
        ),
      ),
      acknowledged: Object.fromEntries(own.map((replica) => [replica, heldOf(held, replica)])),
    };
  }

  /** Resolves when no files are under way. */
  async settled(): Promise<void> {
    await Promise.all([...this.#runners.values()].map((runner) => runner.settled()));
  }

  close(): void {
    for (const runner of this.#runners.values()) runner.close();
    this.#runners.clear();
  }

  async #statusOf(row: HubRow): Promise<HubStatus> {
    const runner = this.#runners.get(row.id);
    const state = runner?.state ?? { phase: 'idle' as const, isLive: false };
    const waiting = await waitingFor(this.#parts.database, row.have ?? {});
    const lacking = await lackingFrom(this.#parts, row);
    const bytes = waiting.bytes + lacking * bytesPerEntry;
    return {
      hub: hubInfo(row),
      ...state,
      ...(row.lastContact === undefined ? {} : { lastContact: row.lastContact }),
      waiting,
      lacking,
      files: { ...(await filesStatus(this.#parts.database, row)), ...(runner?.filesFault ?? {}) },
      ...(row.speed === undefined || bytes === 0 ? {} : { estimate: Math.ceil(bytes / row.speed) }),
    };
  }

  #add(hub: HubRow): HubRunner {
    this.#runners.get(hub.id)?.close();
    const runner = new HubRunner(hub, this.#parts, {
      onRound: () => this.#tell(),
      onState: () => this.#tell(),
      onExchange: (row, key) => this.#keep(row, key),
    });
    this.#runners.set(hub.id, runner);
    return runner;
  }

  async #enrol(enrolment: Enrolment): Promise<void> {
    const hub = await joinHub(this.#parts, enrolment);
    this.#add(hub);
    await this.#exchange(hub.id);
  }

  async #exchange(id: string | undefined): Promise<void> {
    const runners = [...this.#runners.values()].filter((runner) => id === undefined || runner.id === id);
    if (runners.length === 0) throw new ProblemError(problem('OUT-SYN-056'));
    const rows = await Promise.all(runners.map((runner) => runner.exchange()));
    const fault = rows.find((row) => row.fault)?.fault;
    this.#tell();
    if (fault) throw new ProblemError(fault);
  }

  async #wantFile(hash: string): Promise<void> {
    await wantFile(this.#parts.database, hash);
    for (const runner of this.#runners.values()) runner.forgetRests();
    await this.#exchange(undefined);
  }

  async #openBundle(bytes: Uint8Array): Promise<BundleOpened> {
    const start = performance.now();
    const opened = await openBundle(this.#parts, bytes);
    await this.#keep({
      at: this.#parts.clock.now(),
      hub: opened.sender,
      carrier: 'bundle',
      sent: 0,
      received: opened.entries,
      bytesOut: 0,
      bytesIn: bytes.length,
      ...(opened.files.bytes + opened.files.count > 0 ? { filesReceived: opened.files } : {}),
      milliseconds: performance.now() - start,
      ...(opened.notice ? { fault: opened.notice } : {}),
    });
    // What the bundle brought may be news to a hub.
    for (const runner of this.#runners.values()) runner.onNews();
    return opened;
  }

  async #setProfile(id: string, profile: LinkProfile): Promise<void> {
    const hub = await changeHub(this.#parts.database, id, { profile });
    if (!hub) throw new ProblemError(problem('OUT-SYN-056'));
    this.#runners.get(id)?.use(links[profile]);
    this.#tell();
  }

  async #leave(id: string): Promise<void> {
    this.#runners.get(id)?.close();
    this.#runners.delete(id);
    await removeHub(this.#parts.database, id);
    this.#tell();
  }

  async #keep(row: ExchangeRow, key?: number): Promise<number> {
    const { exchanges } = this.#parts.database;
    const kept = await exchanges.put(row, key);
    const surplus = (await exchanges.count()) - keptExchanges;
    if (surplus > 0) await exchanges.bulkDelete(await exchanges.limit(surplus).primaryKeys());
    this.#tell();
    return kept;
  }

  /** Several causes at once are told once; the last one is never left out. */
  #tell(): void {
    this.#isTellingDue = true;
    if (this.#isTelling) return;
    this.#isTelling = true;
    void this.#tellAll();
  }

  async #tellAll(): Promise<void> {
    try {
      while (this.#isTellingDue) {
        this.#isTellingDue = false;
        this.#events.onStatus(await this.status());
      }
    } catch {
      // The database is gone; whoever writes next says so.
    } finally {
      this.#isTelling = false;
    }
  }
}
