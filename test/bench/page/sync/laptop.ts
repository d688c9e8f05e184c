import { Dexie } from 'dexie';
import { OutpostDatabase } from '#renderer/data/database.ts';
import { testVault } from '#test/support/vault.ts';
import { readLastN } from '#renderer/data/log.ts';
import { openIncidents } from '../../records.ts';
import { OutpostSubject } from '../subjects/outpost.ts';

/** Milliseconds until entries were on the disk, and until lists and search knew of them. */
export interface Arrival {
  readonly stored: number;
  readonly indexed: number;
  /** Arrival number of the newest entry. */
  readonly n: number;
  /** Incidents that lists show. */
  readonly incidents: number;
}

/** A laptop of the unit: Outpost's data layer with its sync worker, over a database of its own. */
export class BenchLaptop {
  readonly subject: OutpostSubject;
  readonly #name: string;
  #edits = 0;

  constructor(name: string) {
    this.#name = name;
    this.subject = new OutpostSubject(name);
  }

  /** @param isNew nothing is in it, and nothing is put there: it is to join a hub. */
  async open(isNew: boolean): Promise<void> {
    await (isNew ? this.subject.openEmpty() : this.subject.open());
  }

  /** Joins a hub on a LAN and takes over all it has. */
  join(address: string, code: string): Promise<Arrival> {
    return this.#arrivalOf(() =>
      this.subject.data.sync.enrol({ address, code, name: this.#name, profile: 'lan' }),
    );
  }

  /** From now on it exchanges only when it is asked to. */
  async rest(): Promise<void> {
    await this.subject.data.sync.setProfile(this.#hub, 'manual');
  }

  /** Exchanges as on a LAN, then rests again. */
  async exchange(): Promise<Arrival> {
    const hub = this.#hub;
    const arrival = await this.#arrivalOf(async () => {
      await this.subject.data.sync.setProfile(hub, 'lan');
      await this.subject.data.sync.exchange(hub);
    });
    await this.rest();
    return arrival;
  }

  /** Saves one edit of an incident among so many. */
  async edit(incidents: number): Promise<void> {
    this.#edits += 1;
    const [incident] = openIncidents(this.#edits, incidents).slice(-1);
    if (incident) await this.subject.put(incident, `Edited ${this.#edits}`);
  }

  /** Closes it and takes its database away. */
  async discard(): Promise<void> {
    await this.subject.close();
    await Dexie.delete(this.#name);
  }

  get #hub(): string {
    const [hub] = this.subject.data.sync.status.hubs;
    if (!hub) throw new Error(`${this.#name} knows no hub.`);
    return hub.hub.id;
  }

  async #arrivalOf(work: () => Promise<void>): Promise<Arrival> {
    const { data } = this.subject;
    const start = performance.now();
    await work();
    const stored = performance.now() - start;
    const n = await this.#lastN();
    data.announce(n);
    const incidents = await this.subject.count();
    return { stored, indexed: performance.now() - start, n, incidents };
  }

  async #lastN(): Promise<number> {
    const database = new OutpostDatabase(this.#name, testVault());
    try {
      return await readLastN(database);
    } finally {
      database.close();
    }
  }
}
