import { chainEntries, noHead, type Head } from '#shared/changelog/chain.ts';
import { newRecordId } from '#shared/kernel/ids.ts';
import { signHead } from '#shared/sync/keys.ts';
import { decodeResponse, type ExchangeResponse } from '#shared/sync/message.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import type { Vector } from '#shared/sync/vector.ts';
import { toPackedRun } from '#shared/sync/wire.ts';
import { Device } from '../../support/device.ts';
import type { BenchHub } from './hubs.ts';

const inRun = 2000;
const runsAtOnce = 5;

/** A device that writes very much and keeps nothing of it: a hub is filled by it. */
export class Feeder {
  readonly #device = new Device();
  #head: Head = noHead;

  static async enrol(hub: BenchHub): Promise<Feeder> {
    const feeder = new Feeder();
    await feeder.#device.enrol(hub.address, await hub.code());
    return feeder;
  }

  get replica(): string {
    return this.#device.replica;
  }

  /** What it has written. */
  get written(): number {
    return this.#head.seq;
  }

  /** The next entries as signed runs, without sending them. */
  write(count: number): readonly PackedRun[] {
    const runs: PackedRun[] = [];
    for (let left = count; left > 0; left -= inRun) runs.push(this.#run(Math.min(inRun, left)));
    return runs;
  }

  /** Sends runs and takes in nothing. */
  async send(runs: readonly PackedRun[]): Promise<void> {
    const { refused } = await this.#device.exchange({
      runs,
      have: { [this.replica]: this.written },
      want: 0,
    });
    if (refused[0]) throw new Error(refused[0].message);
  }

  /** Writes and sends so many entries. Milliseconds that the sending took. */
  async fill(count: number, onPiece: () => void = () => undefined): Promise<number> {
    let time = 0;
    for (let left = count; left > 0; left -= inRun * runsAtOnce) {
      const runs = this.write(Math.min(left, inRun * runsAtOnce));
      const start = performance.now();
      await this.send(runs);
      time += performance.now() - start;
      onPiece();
    }
    return time;
  }

  #run(count: number): PackedRun {
    const { replica, keys, workspace } = this.#device;
    const { seq } = this.#head;
    const drafts = Array.from({ length: count }, (_, index) => ({
      stamp: { wall: 1_790_000_000_000 + seq + index, counter: 1 },
      actor: 'person',
      type: 'incident',
      record: newRecordId(1_790_000_000_000 + seq + index),
      body: {
        kind: 'note',
        text: `Called the unit back, the line was down again: ${seq + index}.`,
        audience: 'internal',
      } as const,
    }));
    const { entries, head } = chainEntries(replica, this.#head, drafts);
    this.#head = head;
    const signature = signHead(keys.sign.secret, { workspace, replica, ...head });
    return toPackedRun({ replica, entries, signature }, { withoutPrev: seq > 0 });
  }
}

/** A device that asks for what others wrote, and looks at none of it. */
export class Puller {
  readonly #device = new Device();
  #have: Vector = {};

  static async enrol(hub: BenchHub, have: Vector = {}): Promise<Puller> {
    const puller = new Puller();
    puller.#have = have;
    await puller.#device.enrol(hub.address, await hub.code());
    return puller;
  }

  /** One answer. @returns entries and bytes of its runs, and whether there is more. */
  async pull(
    want: number,
  ): Promise<{ readonly entries: number; readonly bytes: number; readonly more: boolean }> {
    const answer = await this.#ask(want);
    let [entries, bytes] = [0, 0];
    const have = { ...this.#have };
    for (const { replica, from, to, bytes: packed } of answer.runs) {
      entries += to - from + 1;
      bytes += packed.length;
      have[replica] = to;
    }
    this.#have = have;
    return { entries, bytes, more: answer.more };
  }

  async #ask(want: number): Promise<ExchangeResponse> {
    const response = await this.#device.post(this.#device.message({ have: this.#have, want }));
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return decodeResponse(new Uint8Array(await response.arrayBuffer()));
  }
}
