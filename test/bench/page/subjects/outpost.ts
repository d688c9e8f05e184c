import { startData, type Data } from '#renderer/data/data.ts';
import { databaseName } from '#renderer/data/database.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Query } from '#shared/definition/query.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { seedFields, seedId } from '#shared/engine/seed.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { testDevice } from '#test/support/vault.ts';
import type { Incident } from '../../records.ts';
import { reference } from '../../reference-data.ts';
import type { ImportFault, ImportOrder, ImportReport } from '../import-protocol.ts';
import type { ListName, ListingSubject } from './subject.ts';

export const desk: Actor = {
  id: seedId('person', 'bench'),
  roles: ['administrator', 'analyst', 'majorIncidentManager', 'securityAnalyst'],
  teams: [reference('team', 2).id],
};

const lists: Readonly<Record<ListName, Omit<Query, 'type'>>> = {
  assignee: {
    where: [{ column: 'assignee', in: [reference('person', 11).id] }],
    sort: [{ column: 'createdAt', descending: true }],
  },
  team: {
    where: [{ column: 'team', in: [{ symbol: 'myTeams' }] }],
    sort: [{ column: 'updatedAt', descending: true }],
  },
  openByPriority: {
    where: [{ column: 'stateClass', in: ['open'] }],
    sort: [{ column: 'priority' }, { column: 'createdAt' }],
  },
  newest: { where: [], sort: [{ column: 'createdAt', descending: true }] },
  title: { where: [], sort: [{ column: 'title' }] },
};

/** No shell, no journal: the rest is the data layer as the application runs it. */
const bridge = {
  platform: { info: () => Promise.resolve({ capabilities: { journal: { available: false } } }) },
} as unknown as OutpostBridge;

/** Outpost's data layer, whole: change log, fold, permissions, index worker. */
export class OutpostSubject implements ListingSubject {
  readonly name = 'Outpost';
  readonly #database: string;
  #data: Data | undefined;
  /** Arrival number of the newest entry that an import wrote. */
  #n = 0;

  constructor(database: string = databaseName) {
    this.#database = database;
  }

  get data(): Data {
    if (!this.#data) throw new Error('Outpost is not open.');
    return this.#data;
  }

  async open(): Promise<void> {
    await this.openEmpty();
    if (!this.data.unit) await this.#seed(this.data);
  }

  /** Without a unit: what it shall hold comes from elsewhere. */
  async openEmpty(): Promise<void> {
    const onFault = ({ code }: { code: string }) => console.error(`Outpost reports ${code}.`);
    this.#data = await startData({
      bridge,
      catalogue,
      name: this.#database,
      device: testDevice({ name: this.#database }),
      onBlocked: onFault,
      onFault,
      onElsewhere: () => undefined,
    });
    this.#data.setActor(desk);
  }

  async count(): Promise<number> {
    const [count = 0] = await this.data.counts([{ type: 'incident', where: [] }]);
    return count;
  }

  async bulk(from: number, count: number): Promise<number> {
    const { time, n } = await this.#import({ kind: 'histories', from, count });
    this.#n = n;
    return time;
  }

  /** One edit each of incidents that are there, written at once. */
  async editMany(from: number, count: number): Promise<void> {
    this.#n = (await this.#import({ kind: 'edits', from, count })).n;
    await this.catchUp();
  }

  /** Until the lists know what was imported. Milliseconds. */
  async catchUp(): Promise<number> {
    const start = performance.now();
    this.data.announce(this.#n);
    await this.count();
    return performance.now() - start;
  }

  async put({ id }: Incident, title: string): Promise<void> {
    const result = await this.data.execute({ kind: 'edit', record: id, fields: { title } });
    if (!result.ok) throw new Error(result.error[0]?.code ?? 'refused');
  }

  async list(name: ListName, offset: number): Promise<number> {
    const { rows } = await this.data.query({ type: 'incident', ...lists[name] }, { offset, limit: 50 });
    return rows.length;
  }

  /** Number of incidents shown that hold the words, the last of them as the beginning of one. */
  async search(text: string): Promise<number> {
    return (await this.data.search(text, [{ type: 'incident', where: [] }], 50)).rows.length;
  }

  close(): Promise<void> {
    this.#data?.close();
    return Promise.resolve();
  }

  async #seed(data: Data): Promise<void> {
    const seeds = catalogue.processes.flatMap(({ seed }) => seed);
    const now = Date.now();
    const unit = { name: 'Bench unit', shortName: 'Bench', zone: 'Europe/Berlin', marking: 'UNCLASSIFIED' };
    const records = [
      {
        type: 'person',
        id: desk.id,
        fields: { name: 'Bench, Desk', roles: desk.roles, teams: [] },
        acts: [],
      },
      { type: 'unit', id: seedId('unit', 'bench'), fields: unit, acts: [] },
      ...seeds.flatMap((seed) => {
        const type = catalogue.type(seed.type);
        if (!type) return [];
        return [
          {
            type: seed.type,
            id: seedId(seed.type, seed.key),
            fields: seedFields(seed, type, seeds),
            acts: seed.acts ?? [],
          },
        ];
      }),
    ];
    await data.runScript(
      records.flatMap(({ acts, ...record }) => [
        { command: { kind: 'create' as const, ...record }, actor: desk, at: now },
        ...acts.map(({ action, inputs }) => ({
          command: { kind: 'act' as const, record: record.id, action, inputs },
          actor: desk,
          at: now,
        })),
      ]),
    );
    this.#n = (await this.#import({ kind: 'references' })).n;
    await this.catchUp();
  }

  #import(what: ImportOrder['what']): Promise<ImportReport> {
    const worker = new Worker(new URL('../import-thread.ts', import.meta.url), { type: 'module' });
    return new Promise<ImportReport>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<ImportReport | ImportFault>) => {
        worker.terminate();
        if ('fault' in data) reject(new Error(data.fault));
        else resolve(data);
      };
      worker.postMessage({ database: this.data.databaseName, actor: desk.id, what } satisfies ImportOrder);
    });
  }
}
