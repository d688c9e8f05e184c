import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import { hashEntry } from '#shared/changelog/hash-entry.ts';
import { Device } from './device.ts';
import type { TestHub } from './hub.ts';
import type { Laptop } from './ruled-unit.ts';

/** A laptop with people at it, enrolled at a hub. */
export class Seat {
  readonly laptop: Laptop;
  readonly device = new Device();

  constructor(laptop: Laptop) {
    this.laptop = laptop;
    this.device.replica = laptop.id;
  }

  async join(hub: TestHub): Promise<this> {
    await this.device.enrol(hub.address, await hub.code());
    return this;
  }

  /** Exchanges with the hub until both hold the same. */
  async sync(): Promise<void> {
    const { laptop, device } = this;
    device.entries = laptop.log.filter(({ replica }) => replica === laptop.id);
    const last = device.entries.at(-1);
    if (last) device.head = { seq: last.seq, hash: hashEntry(last) };
    await device.sync();
    const known = new Set(laptop.log.map(refOf));
    for (const entry of [...device.others.values()].flat()) {
      if (!known.has(refOf(entry))) laptop.take(entry);
    }
  }

  /** What is set aside by what this laptop has heard: while the newest ruling of any hub says so. */
  get aside(): readonly string[] {
    return asideIn(this.laptop.log);
  }
}

export function asideIn(log: readonly Entry[]): readonly string[] {
  const newest = new Map<string, Entry>();
  const counterOf = (entry: Entry | undefined) => entry?.stamp.counter ?? 0;
  for (const entry of log) {
    if (entry.body.kind !== 'rule') continue;
    for (const ref of entry.body.entries) {
      const key = `${ref} ${entry.replica}`;
      if (counterOf(entry) > counterOf(newest.get(key))) newest.set(key, entry);
    }
  }
  const aside = [...newest].filter(([, { body }]) => body.kind === 'rule' && body.verdict === 'aside');
  return [...new Set(aside.map(([key]) => key.split(' ')[0] ?? ''))].sort();
}

/** Waits until the hub has judged all that it holds; longer than the lease of a process that is gone. */
export async function judged({ hub: { storage }, workspace }: TestHub): Promise<void> {
  for (let tries = 0; tries < 1500; tries += 1) {
    const progress = await storage.rulings.progress(workspace);
    const { nextArrival = 1 } = (await storage.workspaces.find(workspace)) ?? {};
    if (progress && progress.judged === nextArrival - 1) return;
    await sleep(20);
  }
  throw new Error('The hub does not come to an end with its rulings.');
}
