import 'fake-indexeddb/auto';
import { revoke } from '#server/hub/revoke.ts';
import { readIdentity } from '#renderer/data/identity.ts';
import { readEntries } from '#renderer/data/log.ts';
import { localVector } from '#renderer/data/sync/local-vector.ts';
import type {
  AsideInfo,
  BundleChecked,
  BundleFiles,
  BundleOpened,
  BundleOrder,
  SyncRequest,
  SyncStatus,
} from '#renderer/data/sync/protocol.ts';
import { SyncEngine } from '#renderer/data/sync/sync-engine.ts';
import {
  fetchTransport,
  type HubAnswer,
  type HubCall,
  type Transport,
} from '#renderer/data/sync/transport.ts';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { foldRecord } from '#shared/changelog/fold.ts';
import { decodeResponse, encodeResponse } from '#shared/sync/message.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { TestHub } from './hub.ts';
import { sampleCatalogue } from './sample-catalogue.ts';
import { auditDatabase, freshName, TestWindow } from './workspace.ts';

/** What happens to the next calls. */
type Fault = 'not sent' | 'answer lost' | 'flipped byte';

/** A laptop with a window and the exchange, under Node; its calls go through real sockets and can be made to fail. */
export class SyncedLaptop {
  readonly window: TestWindow;
  readonly engine: SyncEngine;
  fault: Fault | undefined;
  /** Replica whose runs get a flipped byte. */
  flips = '';
  calls = 0;
  /** Told of every call before it goes out, and may stop it by throwing; what it returns goes in place of the answer. */
  onCall: ((call: HubCall, send: () => Promise<HubAnswer>) => Promise<HubAnswer>) | undefined;
  /** Size of the largest body sent or received since it was last set, bytes. */
  largest = 0;
  /** Where calls go instead: the hub was started again elsewhere. */
  redirect: string | undefined;

  static async open(name: string = freshName(), catalogue = sampleCatalogue): Promise<SyncedLaptop> {
    return new SyncedLaptop(await TestWindow.open({ name, catalogue }), catalogue);
  }

  constructor(window: TestWindow, catalogue: Catalogue) {
    this.window = window;
    this.engine = new SyncEngine(
      {
        database: window.database,
        catalogue,
        clock: window.clock,
        transport: this.#transport,
        liveStream: async function* () {
          // Exchanges are asked for in these tests.
        },
        random: () => 0.5,
      },
      {
        onReceived: ({ n }) => window.announceForeign(n),
        onStatus: () => undefined,
      },
    );
  }

  get replica(): string {
    return this.#identity;
  }
  #identity = '';

  async join(hub: Pick<TestHub, 'address' | 'code'>): Promise<void> {
    await this.request({
      kind: 'enrol',
      enrolment: { address: hub.address, code: await hub.code(), name: 'Laptop', profile: 'manual' },
    });
    this.#identity = (await readIdentity(this.window.database))?.replica ?? '';
  }

  sync(): Promise<void> {
    return this.request({ kind: 'exchange' });
  }

  /** Exchanges, and waits for the files. */
  async syncFiles(): Promise<void> {
    await this.sync();
    await this.engine.settled();
  }

  async request(request: SyncRequest): Promise<void> {
    await this.engine.answer(request);
  }

  async bundleFor(receiver: string, order: Partial<BundleOrder> = {}): Promise<BundleFiles> {
    const whole = { receiver, partBytes: 100_000, ...order };
    return (await this.engine.answer({ kind: 'exportBundle', order: whole })) as BundleFiles;
  }

  async check(bytes: Uint8Array): Promise<BundleChecked> {
    return (await this.engine.answer({ kind: 'checkBundle', bytes })) as BundleChecked;
  }

  async open(bytes: Uint8Array): Promise<BundleOpened> {
    return (await this.engine.answer({ kind: 'openBundle', bytes })) as BundleOpened;
  }

  status(): Promise<SyncStatus> {
    return this.engine.status();
  }

  create(fields: FieldValues): Promise<string> {
    return this.window.create(fields);
  }

  async edit(record: string, fields: FieldValues): Promise<void> {
    await this.window.must({ kind: 'edit', record, fields });
  }

  record(id: string): Promise<RecordView | undefined> {
    return this.window.data.load(id);
  }

  async titles(): Promise<readonly string[]> {
    const rows = await this.window.database.records.toArray();
    const views = await this.window.data.loadMany(rows.map(({ id }) => id));
    return views.map((view) => textOf(view, 'title')).sort();
  }

  asides(): Promise<readonly AsideInfo[]> {
    return this.window.data.sync.asides();
  }

  vector(): Promise<Vector> {
    return localVector(this.window.database);
  }

  /** The folded records by id, each equal to the fold of its entries. */
  async states(): Promise<Readonly<Record<string, unknown>>> {
    const { database } = this.window;
    const rows = await database.records.toArray();
    const states: Record<string, unknown> = {};
    for (const row of rows) states[row.id] = foldRecord(await readEntries(database, row));
    return states;
  }

  audit(): Promise<readonly string[]> {
    return auditDatabase(this.window.database);
  }

  /** A copy of this laptop's whole database, as a disk image makes it. */
  async clone(): Promise<SyncedLaptop> {
    const copy = await SyncedLaptop.open();
    const target = copy.window.database;
    for (const table of this.window.database.tables) {
      const rows: unknown[] = [];
      const keys = await table.toCollection().primaryKeys();
      rows.push(...(await table.bulkGet(keys)));
      await target.table(table.name).clear();
      if (table.schema.primKey.keyPath) await target.table(table.name).bulkPut(rows);
      else await target.table(table.name).bulkPut(rows, keys);
    }
    copy.window.close();
    const again = await SyncedLaptop.open(target.name);
    await again.engine.start();
    return again;
  }

  close(): void {
    this.engine.close();
    this.window.close();
  }

  readonly #transport: Transport = async (address, call) => {
    this.calls += 1;
    if (this.fault === 'not sent') throw new TypeError('The network is down.');
    const send = () => fetchTransport(this.redirect ?? address, call);
    const answer = await (this.onCall ? this.onCall(call, send) : send());
    if (this.fault === 'answer lost') throw new TypeError('The connection was cut.');
    this.largest = Math.max(this.largest, call.body?.length ?? 0, answer.bytes.length);
    return this.fault === 'flipped byte' && answer.status === 200 ? this.#flipped(answer) : answer;
  };

  #flipped({ status, bytes }: HubAnswer): HubAnswer {
    const response = decodeResponse(bytes);
    const runs = response.runs.map((run) => {
      if (run.replica !== this.flips) return run;
      const damaged = run.bytes.slice();
      damaged[damaged.length - 3] = (damaged.at(-3) ?? 0) ^ 4;
      return { ...run, bytes: damaged };
    });
    return { status, bytes: encodeResponse({ ...response, runs }) };
  }
}

/** Turns a replica out of a hub's one workspace. */
export async function revokeAt({ hub, workspace }: TestHub, replica: string): Promise<void> {
  await revoke(hub.storage, workspace, replica, hub.clock.now());
}
