import { newReplicaId } from '#shared/kernel/ids.ts';
import type { Leases } from '../storage/shelves/leases.ts';
import type { LeaseRow } from '../storage/tables.ts';

/** Milliseconds after which a holder that gives no sign of life is believed dead. */
export const leaseLife = 15_000;

/** The jobs that one of several processes does. */
export const leaseNames = ['upstream', 'rulings', 'redaction'] as const;

/**
 * A job that one of several processes on one database does. Its holder counts up now and then; who sees the count stand still for as long
 * as `leaseLife` takes it over. No process compares its clock with that of another.
 */
export class Lease {
  readonly #leases: Leases;
  readonly #name: string;
  readonly #holder = newReplicaId();
  readonly #life: number;
  #seen: LeaseRow | undefined;
  /** When `#seen` was first seen, by this process's own count of milliseconds. */
  #since = 0;

  constructor(leases: Leases, name: string, life = leaseLife) {
    this.#leases = leases;
    this.#name = name;
    this.#life = life;
  }

  /** To be asked several times in its life. @returns whether this process has the job. */
  async hold(): Promise<boolean> {
    const row = await this.#leases.read(this.#name);
    const isNew = row?.holder !== this.#seen?.holder || row?.beat !== this.#seen?.beat;
    if (isNew) this.#see(row);
    if (row?.holder === this.#holder) return this.#beatAfter(row, this.#life / 3);
    return this.#beatAfter(row, row === undefined || row.holder === '' ? 0 : this.#life);
  }

  /** Another process may have it at once. */
  async release(): Promise<void> {
    const row = await this.#leases.read(this.#name);
    if (row?.holder === this.#holder) await this.#leases.take(row, { ...row, holder: '' });
  }

  /** Takes or keeps what has stood still for so long. */
  async #beatAfter(row: LeaseRow | undefined, pause: number): Promise<boolean> {
    if (performance.now() - this.#since < pause) return row?.holder === this.#holder;
    const next = { name: this.#name, holder: this.#holder, beat: (row?.beat ?? 0) + 1 };
    const isTaken = await this.#leases.take(row, next);
    if (isTaken) this.#see(next);
    return isTaken;
  }

  #see(row: LeaseRow | undefined): void {
    this.#seen = row;
    this.#since = performance.now();
  }
}
