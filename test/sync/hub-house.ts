import type { FastifyInstance } from 'fastify';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { makeCode } from '#server/hub/codes.ts';
import { useNodeCryptography } from '#server/native.ts';
import { openHub, type Hub } from '#server/hub/hub.ts';
import { beginEpoch, readIdentity } from '#server/hub/identity.ts';
import { makeWorkspace } from '#server/hub/workspaces.ts';
import { relay } from '#server/jobs/upstream/relay.ts';
import { joinUpstream } from '#server/jobs/upstream/join.ts';
import { copiedTables, copyAll } from '#server/storage/copy.ts';
import { openStorage } from '#server/storage/open.ts';
import type { Storage } from '#server/storage/storage.ts';
import type { HubAnswer, HubCall } from '#renderer/data/sync/transport.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import type { Vector } from '#shared/sync/vector.ts';
import { unpackRun } from '#shared/sync/wire.ts';
import { sql } from 'kysely';

// As in every hub; here the laptops have it too.
useNodeCryptography();

const config = readConfig({ OUTPOST_HUB_LOG: 'silent', OUTPOST_HUB_PAGE: '/nowhere' });
const limits = { ...config.limits, enrolsPerMinute: 1_000_000, requestsPerMinute: 1_000_000 };

interface House {
  readonly storage: Storage;
  readonly hub: Hub;
  readonly app: FastifyInstance;
  /** Set by the hub that lives in it. */
  readonly tenant: { time: () => number; commitsFail: boolean };
}

/** Databases in memory and servers over them: made once, emptied between schedules. */
const empty: House[] = [];
const emptyStorages: Storage[] = [];

async function takeHouse(): Promise<House> {
  const known = empty.pop();
  if (known) return known;
  const opened = await openStorage({ file: ':memory:' });
  const tenant = { time: () => 0, commitsFail: false };
  const storage: Storage = {
    ...opened,
    inWorkspace: (workspace, work) =>
      opened.inWorkspace(workspace, async (shelves) => {
        const result = await work(shelves);
        if (tenant.commitsFail) throw new Error('The disk is full.');
        return result;
      }),
  };
  const hub = await openHub(storage, { name: 'Hub', limits, clock: { now: () => tenant.time() } });
  const app = await buildApp({ ...config, limits }, hub, 'simulated');
  await app.ready();
  return { storage, hub, app, tenant };
}

async function emptied(storage: Storage): Promise<void> {
  await storage.replace(async (db) => {
    for (const { name } of copiedTables) await sql`delete from ${sql.table(name)}`.execute(db);
  });
}

/** One hub: the real server over a database in memory, asked without sockets. */
export class SimulatedHub {
  readonly address: string;
  readonly backups: Storage[] = [];
  workspace = '';
  readonly #house: House;

  static async open(name: string, time: () => number): Promise<SimulatedHub> {
    const house = await takeHouse();
    await emptied(house.storage);
    house.tenant.time = time;
    const hub = new SimulatedHub(`http://${name}`, house);
    await hub.restart();
    return hub;
  }

  private constructor(address: string, house: House) {
    this.address = address;
    this.#house = house;
  }

  get storage(): Storage {
    return this.#house.storage;
  }

  get hub(): Hub {
    return this.#house.hub;
  }

  set commitsFail(isFailing: boolean) {
    this.#house.tenant.commitsFail = isFailing;
  }

  /** What the process knew by heart is read again. */
  async restart(): Promise<void> {
    Object.assign(this.#house.hub, { identity: await readIdentity(this.storage.settings) });
  }

  async makeWorkspace(id?: string): Promise<string> {
    const wish = { name: 'Unit', ...(id === undefined ? {} : { id }) };
    const made = await makeWorkspace(this.storage, this.hub, wish, this.hub.clock.now());
    this.workspace = made.id;
    return made.id;
  }

  async code(kind: 'device' | 'hub' = 'device'): Promise<string> {
    const wish = { workspace: this.workspace, label: 'Simulated', kind };
    return (await makeCode(this.storage.codes, wish, this.hub.clock.now())).text;
  }

  /** Takes up the workspace of the hub above. */
  async joinUpstream(above: SimulatedHub): Promise<void> {
    const code = await above.code('hub');
    await joinUpstream(this.hub, { address: above.address, code, workspaces: [] });
    this.workspace = above.workspace;
  }

  /** One round of the job that exchanges with the hub above. */
  async relay(): Promise<void> {
    for (const upstream of await this.storage.upstreams.list()) await relay(this.hub, upstream);
  }

  async answer({ method, path, headers, body }: HubCall): Promise<HubAnswer> {
    const {
      statusCode,
      rawPayload,
      headers: told,
    } = await this.#house.app.inject({
      method,
      url: path,
      headers,
      ...(body ? { payload: Buffer.from(body) } : {}),
    });
    const get = (name: string) => {
      const value = told[name];
      return value === undefined ? null : String(value);
    };
    return { status: statusCode, headers: { get }, bytes: new Uint8Array(rawPayload) };
  }

  vector(): Promise<Vector> {
    return this.storage.logs.vector(this.workspace);
  }

  async heads(): Promise<Readonly<Record<string, string>>> {
    const replicas = Object.keys(await this.vector());
    const heads = await this.storage.logs.heads(this.workspace, replicas);
    return Object.fromEntries([...heads].map(([replica, { seq, hash }]) => [replica, `${seq} ${hash}`]));
  }

  async entries(): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    const beyond = Object.keys(await this.vector()).map((replica) => ({ replica, held: 0 }));
    for (const { arrival, prev } of await this.storage.logs.next(this.workspace, beyond, 1_000_000)) {
      const bytes = await this.storage.logs.bytes(this.workspace, [arrival]);
      entries.push(...unpackRun(bytes.get(arrival) ?? new Uint8Array(), { prev }));
    }
    return entries;
  }

  async backUp(): Promise<void> {
    const target = emptyStorages.pop() ?? (await openStorage({ file: ':memory:' }));
    await this.storage.snapshot((from) => target.replace((to) => copyAll(from, to)));
    this.backups.push(target);
  }

  async restore(backup: Storage): Promise<void> {
    await backup.snapshot((from) => this.storage.replace((to) => copyAll(from, to)));
    await beginEpoch(this.storage.settings);
    await this.restart();
  }

  end(): void {
    emptyStorages.push(...this.backups.splice(0));
    empty.push(this.#house);
  }
}
