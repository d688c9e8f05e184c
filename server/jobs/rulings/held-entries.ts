import { isEntry } from '#shared/changelog/is-entry.ts';
import type { EntryRef, ReplicaId } from '#shared/kernel/ids.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { Finding, Heard, JudgeSource, KnownReplica } from '#shared/rulings/heard.ts';
import { entriesOf } from '../../intake/held-branches.ts';
import type { Shelves } from '../../storage/storage.ts';
import type { SegmentRow } from '../../storage/tables.ts';
import type { Docket } from './docket.ts';

/** Entries of unpacked runs that are kept at hand. */
const mostAtHand = 60_000;
/** Places of entries within a run, in their order of arrival. */
const mostInRun = 2 ** 20;

/** The stored entries of a workspace, as the judge reads them. */
export class HeldEntries implements JudgeSource {
  readonly #shelves: Shelves;
  readonly #workspace: string;
  readonly #docket: Docket;
  readonly #runs = new Map<number, readonly Heard[]>();
  readonly #places = new Map<string, readonly number[]>();
  readonly #replicas = new Map<ReplicaId, KnownReplica | undefined>();
  #count = 0;

  constructor(shelves: Shelves, workspace: string, docket: Docket) {
    this.#shelves = shelves;
    this.#workspace = workspace;
    this.#docket = docket;
  }

  /** What is in the index and in the directory may be more now. */
  refresh(): void {
    this.#places.clear();
    this.#replicas.clear();
  }

  /** The places of many records are looked up at once. */
  async expect(records: readonly string[]): Promise<void> {
    const unknown = [...new Set(records)].filter((record) => !this.#places.has(record));
    const found = await this.#shelves.rulings.runsOf(this.#workspace, unknown);
    for (const record of unknown) this.#places.set(record, found.get(record) ?? []);
  }

  entries = async (record: string): Promise<readonly Heard[]> => {
    await this.expect([record]);
    const runs = await this.runs(this.#places.get(record) ?? []);
    return runs.flat().filter(({ entry }) => entry.record === record);
  };

  records = (type: string): Promise<readonly string[]> =>
    this.#shelves.rulings.recordsOf(this.#workspace, type);

  before = async (replica: ReplicaId, seq: number, most: number): Promise<readonly Heard[]> => {
    const found: Heard[] = [];
    for (let last = seq - 1; last >= 1 && found.length < most;) {
      const run = await this.#covering(replica, last);
      const part = run.filter(({ entry }) => entry.seq <= last);
      const first = part[0]?.entry.seq;
      if (first === undefined) break;
      found.unshift(...part);
      last = first - 1;
    }
    return found.slice(-most);
  };

  /** The entries of a log from a number on, at most those of its run. */
  async from(replica: ReplicaId, seq: number): Promise<readonly Heard[]> {
    return (await this.#covering(replica, seq)).filter(({ entry }) => entry.seq >= seq);
  }

  finding = (ref: EntryRef): Finding => this.#docket.finding(ref);

  replica = async (id: ReplicaId): Promise<KnownReplica | undefined> => {
    if (!this.#replicas.has(id)) {
      const row = await this.#shelves.replicas.find(this.#workspace, id);
      this.#replicas.set(id, row && { kind: row.kind, enrolledAt: row.enrolledAt });
    }
    return this.#replicas.get(id);
  };

  async runs(arrivals: readonly number[]): Promise<readonly (readonly Heard[])[]> {
    const missing = arrivals.filter((arrival) => !this.#runs.has(arrival));
    const fetched = new Map(
      (missing.length > 0 ? await this.#shelves.logs.stored(this.#workspace, missing) : []).map((row) => [
        row.arrival,
        row,
      ]),
    );
    return arrivals.map((arrival) => {
      const known = this.#runs.get(arrival);
      const row = fetched.get(arrival);
      return known ?? (row ? this.#unpack(row) : []);
    });
  }

  /** The runs that hold entries of the person from a time on, as far as they were judged. */
  async runsBy(person: string, from: number, upTo: number): Promise<readonly (readonly Heard[])[]> {
    const arrivals = await this.#shelves.rulings.runsBy(this.#workspace, person, from);
    return this.runs(arrivals.filter((arrival) => arrival <= upTo));
  }

  async #covering(replica: ReplicaId, seq: number): Promise<readonly Heard[]> {
    for (const run of this.#runs.values()) {
      const [first] = run;
      const last = run.at(-1);
      if (first?.entry.replica === replica && first.entry.seq <= seq && (last?.entry.seq ?? 0) >= seq)
        return run;
    }
    const row = await this.#shelves.logs.covering(this.#workspace, replica, seq);
    return row && row.first <= seq ? this.#unpack(row) : [];
  }

  #unpack(row: SegmentRow): readonly Heard[] {
    const { arrival, receivedAt } = row;
    const run = readableEntries(row).map((entry, place): Heard => ({
      entry,
      arrival: arrival * mostInRun + place,
      receivedAt,
    }));
    if (this.#count > mostAtHand) {
      this.#runs.clear();
      this.#count = 0;
    }
    this.#runs.set(arrival, run);
    this.#count += run.length;
    this.#docket.open(
      arrival,
      run.map(({ entry }) => refOf(entry)),
    );
    return run;
  }
}

/** Nothing of a run in a format that cannot be read here. */
export function readableEntries(row: SegmentRow): ReturnType<typeof entriesOf> {
  try {
    return row.head === '' ? [] : entriesOf(row).filter(isEntry);
  } catch {
    return [];
  }
}
