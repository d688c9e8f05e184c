import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { catalogue as realCatalogue } from '#shared/processes/catalogue.ts';
import { sampleCatalogue } from '#test/support/sample-catalogue.ts';
import { makeWorkspace } from '#server/hub/workspaces.ts';
import { exchangeAll } from '#renderer/data/sync/hub-link.ts';
import { readHubs } from '#renderer/data/sync/hub-rows.ts';
import { joinHub } from '#renderer/data/sync/join.ts';
import type { News } from '#renderer/data/sync/take-in.ts';
import type { ExchangeRow } from '#renderer/data/sync/protocol.ts';
import { SimulatedHub } from './hub-house.ts';
import { Laptop, type Image } from './laptop.ts';
import { contentOf, Ledger } from './ledger.ts';
import { Network } from './network.ts';
import type { Shape } from './operations.ts';
import type { Revocation } from './revoked.ts';
import { prepareUnit } from './work.ts';

const roles = [
  'requester',
  'analyst',
  'securityAnalyst',
  'majorIncidentManager',
  'approver',
  'processOwner',
  'administrator',
] as const;
const beginning = Date.UTC(2026, 10, 2, 8);

/** A sealed part of a bundle on its way to a laptop or hub. */
export interface Part {
  readonly to: Laptop | SimulatedHub;
  readonly bytes: Uint8Array;
}

/** Laptops, hubs and what lies between them. */
export class World {
  readonly shape: Shape;
  readonly catalogue: Catalogue;
  readonly network = new Network();
  readonly ledger = new Ledger();
  readonly laptops: Laptop[] = [];
  readonly hubs: SimulatedHub[] = [];
  readonly parts: Part[] = [];
  /** Ids of records in the order of their making. */
  readonly records: string[] = [];
  /** Copies of one laptop number their records alike until they are told apart. */
  hasCopies = false;
  /** Laptops that the hub's administrator turned out. */
  readonly revoked = new Map<Laptop, Revocation>();
  /** What a version to come wrote: titles of records of its type, and values of its field by record. */
  readonly vessels = new Map<string, string>();
  readonly moods = new Map<string, readonly string[]>();
  time = beginning;

  constructor(shape: Shape) {
    this.shape = shape;
    this.catalogue = shape.declaration === 'sample' ? sampleCatalogue : realCatalogue;
  }

  async begin(): Promise<void> {
    const { hubs, laptops } = this.shape;
    const main = await this.#openHub();
    await main.makeWorkspace();
    if (hubs === 'above') await (await this.#openHub()).joinUpstream(main);
    if (hubs === 'relay') {
      const second = await this.#openHub();
      await makeWorkspace(second.storage, second.hub, { name: 'Unit', id: main.workspace }, this.time);
      second.workspace = main.workspace;
    }
    for (let index = 0; index < laptops; index += 1) await this.#beginLaptop(index);
    // Everybody knows of everybody, so that bundles can be made.
    for (const laptop of this.laptops.slice(0, -1)) {
      for (const hub of await readHubs(laptop.database)) await this.exchange(laptop, hub.id);
    }
  }

  async #beginLaptop(index: number): Promise<void> {
    const laptop = await this.addLaptop();
    laptop.off = (this.shape.clocks[index] ?? 0) * 60_000;
    if (index === 0) await prepareUnit(this, laptop);
    const first = this.shape.hubs === 'one' ? 0 : index % 2;
    for (const [place, hub] of this.hubs.entries()) {
      // The first one goes between hubs that know nothing of each other.
      if (place === first || (index === 0 && this.shape.hubs === 'relay')) await this.join(laptop, hub);
    }
    for (const hub of this.hubs) if (this.shape.hubs === 'above') await hub.relay();
  }

  async addLaptop(image?: Image, actor?: Actor): Promise<Laptop> {
    const name = String.fromCharCode(65 + this.laptops.length);
    const laptop = new Laptop({
      name,
      catalogue: this.catalogue,
      actor: actor ?? { id: `person-${name}`, roles: [...roles], teams: [] },
      time: () => this.time,
      transport: (one) => this.network.transport(one),
    });
    await laptop.start(image);
    this.laptops.push(laptop);
    return laptop;
  }

  async #openHub(): Promise<SimulatedHub> {
    const hub = await SimulatedHub.open(`hub-${this.hubs.length + 1}`, () => this.time);
    this.hubs.push(hub);
    this.network.hubs.set(hub.address, hub);
    return hub;
  }

  /** Enrols and fetches what is there. */
  async join(laptop: Laptop, hub: SimulatedHub): Promise<void> {
    const code = await hub.code();
    await joinHub(laptop.exchange, {
      address: hub.address,
      code,
      name: laptop.parts.name,
      profile: 'manual',
    });
    await this.exchange(laptop, hub.hub.identity.id);
  }

  exchange(laptop: Laptop, hub: string): Promise<ExchangeRow> {
    const parts = { ...laptop.exchange, onTaken: ({ n }: News) => laptop.announce(n) };
    return exchangeAll(parts, hub, { onRound: () => undefined });
  }

  /** Laptops that may take part. */
  get members(): readonly Laptop[] {
    return this.laptops.filter((laptop) => !this.revoked.has(laptop));
  }

  /** Addresses of the hubs that a laptop is enrolled at. */
  async addressesOf(laptop: Laptop): Promise<readonly string[]> {
    return (await readHubs(laptop.database)).map(({ address }) => address);
  }

  /** All that is in any database. */
  async census(): Promise<ReadonlySet<string>> {
    const contents = new Set<string>();
    for (const place of [...this.laptops, ...this.hubs]) {
      for (const entry of await place.entries()) contents.add(contentOf(entry));
    }
    return contents;
  }

  /** A place goes back to an older state; what nobody else has is lost, and nobody can be asked for it. */
  async disaster(place: Laptop | SimulatedHub, work: () => Promise<void>): Promise<void> {
    const before = (await place.entries()).map(contentOf);
    await work();
    const left = await this.census();
    this.ledger.forget(before.filter((content) => !left.has(content)));
  }

  async end(): Promise<void> {
    for (const laptop of this.laptops) await laptop.end();
    for (const hub of this.hubs) hub.end();
  }
}
