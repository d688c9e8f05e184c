import { setImmediate } from 'node:timers/promises';
import type { Entry } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import type { RoleHistories } from '#shared/engine/redaction-standing.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { isOfOrder } from '#shared/sync/stub-gate.ts';
import { openRun } from '#shared/sync/wire.ts';
import type { Logs } from '../../storage/shelves/logs.ts';

const runsAtOnce = 20;

/** What the job remembers of the logs of a workspace. It is read from them again at each start of the hub. */
export class LogNotes {
  readonly orders = new Map<EntryRef, Entry>();
  /** Content of a file → the entries that name it and still have their contents. */
  readonly files = new Map<string, Set<EntryRef>>();
  /** Order or answer → arrival number of its run. */
  readonly arrivals = new Map<EntryRef, number>();
  readonly #roles = new Map<string, Map<EntryRef, Entry>>();
  readonly #assignments = new Set<string>();
  #arrival = 0;

  /** Reads the runs that came since the last time. @returns whether there were any. */
  async readOn(logs: Logs, workspace: string): Promise<boolean> {
    let hasNews = false;
    for (;;) {
      const runs = await logs.after(workspace, this.#arrival, runsAtOnce);
      for (const { arrival, prev, head, bytes } of runs) {
        this.#arrival = arrival;
        // One of a newer format cannot be read here.
        if (head !== '') for (const entry of openRun(bytes, { prev }).entries) this.#note(entry, arrival);
        await setImmediate();
      }
      hasNews ||= runs.length > 0;
      if (runs.length < runsAtOnce) return hasNews;
    }
  }

  /** Arrival number of the last run that was read. */
  get upTo(): number {
    return this.#arrival;
  }

  get histories(): RoleHistories {
    const of = (id: string) => [...(this.#roles.get(id)?.values() ?? [])];
    return {
      catalogue,
      person: (id) => Promise.resolve(of(id)),
      assignments: () => Promise.resolve([...this.#assignments].map(of)),
    };
  }

  #note(entry: Entry, arrival: number): void {
    const { type, record, body } = entry;
    const ref = refOf(entry);
    if (isOfOrder(entry)) {
      this.orders.set(ref, entry);
      this.arrivals.set(ref, arrival);
    }
    if (body.kind === 'attach') this.files.set(body.hash, (this.files.get(body.hash) ?? new Set()).add(ref));
    if (type !== 'person' && type !== 'assignment') return;
    this.#roles.set(record, (this.#roles.get(record) ?? new Map<EntryRef, Entry>()).set(ref, entry));
    if (type === 'assignment') this.#assignments.add(record);
  }
}
