import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Config } from '#shared/definition/config.ts';
import { textOf } from '#shared/definition/record.ts';
import { unitOf } from '#shared/engine/unit.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { OutpostDatabase } from '../database.ts';
import { readProblem } from '../storage-problem.ts';
import type { Access } from './access.ts';
import type { OpenDevice } from './open-device.ts';
import { countOld, isResealed, resealAll, type RowsDone } from './reseal.ts';
import { hasOlderRows } from './sealed-journal.ts';

export interface KeyChangeParts {
  readonly device: Pick<OpenDevice, 'lock' | 'vault'>;
  readonly database: OutpostDatabase;
  readonly access: Access;
  readonly config: () => Config;
  /** As it stands on the disk; undefined where there is none. */
  readonly journal: OutpostBridge['journal'] | undefined;
  /** One window of this device at a time. */
  readonly exclusively: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Whether a window that is open may still write with a key of before this generation. */
  readonly hasOlderWriter: (generation: number) => Promise<boolean>;
  readonly onFault: (fault: Problem) => void;
}

export interface KeyChangeStatus {
  /** Keys of before that something may still need. */
  readonly olderKeys: number;
  /** While contents are written anew. */
  readonly rewriting: RowsDone | undefined;
}

/** New keys for this device: taken at once, contents written anew behind, keys of before dropped when nothing needs them. */
export class KeyChange {
  readonly #parts: KeyChangeParts;
  readonly #listeners = new Set<() => void>();
  /** All of this window, its workers included, has written with this key or a newer one. */
  readonly #generationAtStart: number;
  #status: KeyChangeStatus;

  constructor(parts: KeyChangeParts) {
    this.#parts = parts;
    const { vault } = parts.device;
    this.#generationAtStart = vault.generation;
    this.#status = { olderKeys: vault.ring.length - 1, rewriting: undefined };
  }

  get status(): KeyChangeStatus {
    return this.#status;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All contents stand under the newest key. */
  isDone(): Promise<boolean> {
    return isResealed(this.#parts.device);
  }

  /** At each opening: goes on where the last one ended, and follows the unit where it asked for new keys. */
  async begin(): Promise<void> {
    await this.#guarded(async () => {
      await this.#followUnit();
      await this.#rewrite();
      await this.#dropOld();
    });
  }

  /** A new key for this device. Resolves when it is in use; contents are written anew behind that. @throws ProblemError OUT-KEY-013 */
  async takeNew(): Promise<void> {
    await this.#parts.exclusively(async () => {
      await this.#parts.access.takeNewKey();
      // What the unit has asked for until now is done with it.
      await this.#noteRound();
    });
    this.#tell({ done: 0, total: 0 });
    void this.#guarded(() => this.#rewrite());
  }

  async #followUnit(): Promise<void> {
    const { device, access, config } = this.#parts;
    if (access.stage !== 'closed' || roundOf(config()) <= (await device.lock.progressOf('round'))) return;
    await access.takeNewKey();
    await this.#noteRound();
  }

  async #noteRound(): Promise<void> {
    await this.#parts.device.lock.noteProgress('round', roundOf(this.#parts.config()));
  }

  async #rewrite(): Promise<void> {
    const { device, database, access } = this.#parts;
    if (access.stage === 'open' || (await isResealed(device))) return;
    const { generation } = device.vault;
    await resealAll(database, (rows) => this.#tell(rows));
    await device.lock.noteProgress('resealed', generation);
  }

  /** Proven by a look at every row, by windows and journal: a key that is dropped too early would take data with it. */
  async #dropOld(): Promise<void> {
    const { device, database, access, journal, hasOlderWriter } = this.#parts;
    const { ring, generation } = device.vault;
    if (access.stage !== 'closed' || ring.length === 1 || generation !== this.#generationAtStart) return;
    if (await hasOlderWriter(generation)) return;
    if (journal && (await hasOlderRows(journal, generation))) return;
    if ((await countOld(database)) > 0) {
      // A window wrote them before it heard of the new key; the next opening looks again.
      await resealAll(database);
      return;
    }
    await access.dropOldKeys();
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await this.#parts.exclusively(work);
    } catch (error) {
      this.#parts.onFault(readProblem(error));
    }
    this.#tell(undefined);
  }

  #tell(rewriting: RowsDone | undefined): void {
    this.#status = { olderKeys: this.#parts.device.vault.ring.length - 1, rewriting };
    for (const listener of this.#listeners) listener();
  }
}

/** How often the unit has asked all of its devices for new keys. */
export function roundOf(config: Config): number {
  const unit = unitOf(config);
  return unit ? Number(textOf(unit, 'keyRound')) || 0 : 0;
}
