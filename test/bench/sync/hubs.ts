import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runHubChild, startHubChild, type HubProcess } from '../../support/hub-child.ts';

/** Nothing is to be held back by what protects a hub from strangers. */
const environment = {
  OUTPOST_HUB_REQUESTS_PER_MINUTE: '1000000',
  OUTPOST_HUB_ENROLS_PER_MINUTE: '1000000',
  OUTPOST_HUB_REPLICA_REQUESTS_PER_MINUTE: '1000000',
  OUTPOST_HUB_REPLICA_BYTES_PER_MINUTE: '1000000000000',
};

/** A real hub process on SQLite, for one measurement. */
export class BenchHub {
  readonly #bundle: string;
  readonly #folder: string;
  readonly #process: HubProcess;

  /** @param bundle the hub as one file. */
  static async start(bundle: string, parent: string): Promise<BenchHub> {
    const folder = await mkdtemp(join(parent, 'hub-'));
    const place = { file: join(folder, 'hub.db') };
    const running = await startHubChild({ bundle, place, environment }, () => undefined);
    return new BenchHub(bundle, folder, running);
  }

  constructor(bundle: string, folder: string, running: HubProcess) {
    this.#bundle = bundle;
    this.#folder = folder;
    this.#process = running;
  }

  get address(): string {
    return this.#process.address;
  }

  /** A one-time code for a device. */
  async code(): Promise<string> {
    const place = { file: join(this.#folder, 'hub.db') };
    const output = await runHubChild({ bundle: this.#bundle, place, environment }, ['code']);
    const [code] = /[0-9A-Z]{4}(-[0-9A-Z]{4})+/.exec(output) ?? [];
    if (!code) throw new Error(`No code in: ${output}`);
    return code;
  }

  /** Resident memory, MB; NaN where the machine does not tell. */
  get memory(): number {
    try {
      const status = readFileSync(`/proc/${this.#process.child.pid ?? 0}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1000;
    } catch {
      return NaN;
    }
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
