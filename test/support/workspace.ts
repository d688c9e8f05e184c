import 'fake-indexeddb/auto';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { checkChain, noHead } from '#shared/changelog/chain.ts';
import { decodeEntries } from '#shared/changelog/codec.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Command } from '#shared/engine/commands.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { Vault } from '#shared/trust/vault.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { Attachments } from '#renderer/data/attachments/attachments.ts';
import { ConfigCache } from '#renderer/data/config-cache.ts';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { testDevice, testVault } from '#test/support/vault.ts';
import { ChangeFeed } from '#renderer/data/feed.ts';
import { ensureIdentity } from '#renderer/data/identity.ts';
import { IndexClient, type WorkerPort } from '#renderer/data/index/index-client.ts';
import { IndexServer } from '#renderer/data/index/index-server.ts';
import { Turns } from '#renderer/data/index/turns.ts';
import type { IndexReply, IndexRequest, IndexStatus } from '#renderer/data/index/protocol.ts';
import { LocalStore } from '#renderer/data/local-store.ts';
import { Data } from '#renderer/data/workspace-data.ts';
import { SyncClient } from '#renderer/data/sync/sync-client.ts';
import { KeyChange } from '#renderer/data/vault/key-change.ts';
import type { Recovered } from '#renderer/data/vault/device-lock.ts';
import { startTrust } from '#renderer/data/vault/start-trust.ts';
import { Verification } from '#renderer/data/verify/verification.ts';
import { Writer } from '#renderer/data/writer.ts';
import type { Done } from '#renderer/data/writer-parts.ts';
import { analyst, sampleCatalogue } from './sample-catalogue.ts';
import { startVerifyHere } from './verify-here.ts';

let names = 0;

/** A database name that no other test uses. */
export function freshName(): string {
  names += 1;
  return `test-${process.pid}-${names}`;
}

interface Options {
  readonly name?: string;
  readonly catalogue?: Catalogue;
  readonly journal?: OutpostBridge['journal'];
  readonly signature?: string;
  /** The window that saves the index. */
  readonly isSaver?: boolean;
  /** Opened with the recovery code. */
  readonly recovered?: Recovered;
}

/** One window of the workbench under Node: database, writer and data layer for real, the index on the same thread. */
export class TestWindow {
  readonly database: OutpostDatabase;
  readonly data: Data;
  readonly server: IndexServer;
  readonly faults: Problem[] = [];
  readonly news: IndexStatus[] = [];
  readonly clock = { at: Date.UTC(2026, 10, 2, 8), now: () => this.clock.at };

  static async open({
    name = freshName(),
    catalogue = sampleCatalogue,
    journal,
    signature = 'test',
    isSaver = true,
    recovered,
  }: Options = {}): Promise<TestWindow> {
    const database = new OutpostDatabase(name, recovered ? new Vault(recovered.ring) : testVault());
    await database.open();
    const identity = await ensureIdentity(database, 0);
    const feed = new ChangeFeed(`${name}-changes`);
    const config = new ConfigCache(catalogue);
    const window = new TestWindow(database, {
      identity,
      feed,
      config,
      catalogue,
      journal,
      signature,
      recovery: recovered?.secret,
    });
    feed.subscribe(() => void window.server.refresh().catch(() => undefined));
    if (isSaver) window.server.allowSaving();
    await window.data.begin();
    window.data.setActor(analyst);
    return window;
  }

  private constructor(
    database: OutpostDatabase,
    parts: {
      readonly identity: Awaited<ReturnType<typeof ensureIdentity>>;
      readonly feed: ChangeFeed;
      readonly config: ConfigCache;
      readonly catalogue: Catalogue;
      readonly journal: OutpostBridge['journal'] | undefined;
      readonly signature: string;
      readonly recovery: Uint8Array | undefined;
    },
  ) {
    const { catalogue, feed, config, identity, journal, signature, recovery } = parts;
    this.database = database;
    const session: { actor: Actor | undefined } = { actor: undefined };
    const port = new LocalPort();
    this.server = new IndexServer(database, catalogue, signature, (status) => {
      this.news.push(status);
      port.tell({ news: status });
    });
    port.server = this.server;
    const index = new IndexClient(port, { database: database.name, ring: database.vault.ring, signature });
    const pointingAt = index.pointingAt.bind(index);
    const device = { ...testDevice(database), recovery };
    const { access, owedVouch } = startTrust({
      database,
      catalogue,
      device,
      config,
      index,
      onKeys: () => undefined,
      onElsewhere: () => undefined,
    });
    const writer = new Writer({
      database,
      catalogue,
      clock: this.clock,
      feed,
      journal,
      config,
      actor: () => session.actor,
      pointingAt,
      owedVouch,
      exclusively: (work) => turnsOf(database.name).take(work),
      onJournalFault: (fault) => this.faults.push(fault),
    });
    const verification = new Verification({
      database,
      mustBeSealed: () => Promise.resolve(true),
      startRun: (order, onMessage) => startVerifyHere({ database, catalogue }, order, onMessage),
      onFault: (fault) => this.faults.push(fault),
    });
    const keyChange = new KeyChange({
      device,
      database,
      access,
      config: () => config.current,
      journal: undefined,
      exclusively: (work) => work(),
      hasOlderWriter: () => Promise.resolve(false),
      onFault: (fault) => this.faults.push(fault),
    });
    this.data = new Data({
      access,
      keyChange,
      verification,
      database,
      catalogue,
      identity,
      clock: this.clock,
      local: new LocalStore(database),
      feed,
      index,
      config,
      writer,
      journal,
      sync: new SyncClient({ database, feed, startWorker: () => () => undefined }),
      attachments: new Attachments({
        database,
        execute: (command) => this.data.execute(command),
        now: () => this.clock.now(),
      }),
      pointingAt,
      session,
      alone: (work) => work(),
      startupNotices: [],
      onFault: (fault) => this.faults.push(fault),
    });
  }

  /** Tells this window that another thread committed, as the feed of a browser does. */
  announceForeign(n: number): void {
    this.data.announce(n);
  }

  /** Does it, and it must be allowed. */
  async must(command: Command): Promise<Done> {
    const result = await this.data.execute(command);
    if (!result.ok) throw new Error(result.error.map(({ code, message }) => `${code} ${message}`).join('\n'));
    return result.value;
  }

  async create(fields: Extract<Command, { kind: 'create' }>['fields'], type = 'ticket'): Promise<string> {
    return (await this.must({ kind: 'create', type, fields })).record;
  }

  async view(id: string): Promise<RecordView> {
    const view = await this.data.load(id);
    if (!view) throw new Error(`No record ${id}.`);
    return view;
  }

  close(): void {
    this.data.close();
  }
}

const turns = new Map<string, Turns>();

/** The lock that windows of one database share. */
function turnsOf(name: string): Turns {
  const known = turns.get(name) ?? new Turns();
  turns.set(name, known);
  return known;
}

/** The worker on the same thread; messages are cloned as between threads. */
class LocalPort implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  server: IndexServer | undefined;

  postMessage: WorkerPort['postMessage'] = (message) => {
    if (!('request' in message)) return;
    const { call, request } = structuredClone(message);
    void this.#answer(request).then(
      (answer) => this.tell({ call, answer }),
      (error: unknown) => this.tell({ call, fault: String(error) }),
    );
  };

  terminate = (): void => {
    this.onmessage = null;
  };

  tell(reply: IndexReply): void {
    this.onmessage?.(new MessageEvent('message', { data: structuredClone(reply) }));
  }

  #answer(request: IndexRequest): Promise<unknown> {
    if (!this.server) throw new Error('The index is not there yet.');
    return this.server.answer(request);
  }
}

/** All entries of a database in order of arrival. */
export async function allEntries(database: OutpostDatabase): Promise<readonly Entry[]> {
  const rows = await database.log.orderBy('n').toArray();
  return rows.flatMap((row) => decodeEntries(row.bytes));
}

/**
 * What must hold of any database whatever happened to it: arrival numbers that rise, whole chains, every record equal to
 * the fold of its entries, every entry in a record.
 */
export async function auditDatabase(
  database: OutpostDatabase,
  catalogue: Catalogue = sampleCatalogue,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const tell = (isTrue: boolean, fault: string) => {
    if (!isTrue) faults.push(fault);
  };
  const logRows = await database.log.orderBy('n').toArray();
  const arrival = new Map<string, number>();
  const rowOf = new Map<string, number>();
  const entries: Entry[] = [];
  let n = 0;
  for (const row of logRows) {
    const inRow = decodeEntries(row.bytes);
    tell(row.n > n, `log row ${row.n} follows ${n}`);
    // Where a fork was moved, its old numbers stay empty.
    n = row.n - 1;
    tell(row.count === inRow.length, `log row ${row.n} counts ${row.count} and holds ${inRow.length}`);
    tell(row.from === inRow[0]?.seq && row.to === inRow.at(-1)?.seq, `log row ${row.n} names other numbers`);
    for (const entry of inRow) {
      n += 1;
      arrival.set(`${entry.replica}:${entry.seq}`, n);
      rowOf.set(`${entry.replica}:${entry.seq}`, row.n);
      entries.push(entry);
    }
  }
  for (const [replica, own] of groupBy(entries, (entry) => entry.replica)) {
    const { fault } = checkChain(noHead, own);
    tell(!fault, `chain of ${replica}: ${fault?.message ?? ''}`);
  }
  const records = await database.records.toArray();
  const byRecord = groupBy(entries, (entry) => entry.record);
  tell(records.length === byRecord.size, `${records.length} records, and entries of ${byRecord.size}`);
  tell(new Set(records.map((row) => row.n)).size === records.length, 'two records have one arrival number');
  for (const row of records) {
    const own = byRecord.get(row.id) ?? [];
    const type = catalogue.type(row.type);
    const refs = own.map((entry) => `${entry.replica}:${entry.seq}`);
    const places = [...new Set(refs.map((ref) => rowOf.get(ref)))];
    tell(row.n === Math.max(...refs.map((ref) => arrival.get(ref) ?? 0)), `arrival number of ${row.id}`);
    tell(JSON.stringify(row.places) === JSON.stringify(places), `places of ${row.id}`);
    if (own.length === 0 || !type) continue;
    const folded = projectRecord(foldRecord(own), shapeOf(type));
    const stored = projectRecord(row.state, shapeOf(type));
    tell(JSON.stringify(stored) === JSON.stringify(folded), `state of ${row.id}`);
  }
  return faults;
}
