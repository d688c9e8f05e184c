import { chainEntries, noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { extendFold, foldRecord, refOf } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { bodyOf, type RecordHistory } from '#shared/changelog/intention.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { emptyConfig, type Config } from '#shared/definition/config.ts';
import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Lookup } from '#shared/import/resolve.ts';
import { shapeOf, versionOf } from '#shared/engine/shape.ts';
import { nextStamp } from '#shared/kernel/clock.ts';
import { formatNumber } from '#shared/kernel/ids.ts';
import type { ImportWorkspace } from '#renderer/import/import-session.ts';

/** A workspace in memory that writes as the database does, entry by entry, and keeps every entry. */
export class MemoryWorkspace implements ImportWorkspace {
  readonly entries = new Map<string, Entry[]>();
  readonly #catalogue: Catalogue;
  readonly #replica: string;
  readonly #counters = new Map<string, number>();
  #states = new Map<string, FoldState>();
  #head: Head = noHead;
  #n = 0;

  constructor(catalogue: Catalogue, replica = 'testreplica') {
    this.#catalogue = catalogue;
    this.#replica = replica;
  }

  begin = (): Promise<void> => Promise.resolve();

  /** A unit without settings but its role assignments. */
  config = (): Promise<Config> =>
    Promise.resolve({
      ...emptyConfig,
      version: this.#n,
      all: (type) => (type === 'assignment' ? this.records(type) : []),
    });

  states = (ids: readonly string[]): Promise<ReadonlyMap<string, FoldState>> =>
    Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const state = this.#states.get(id);
          return state ? [[id, state] as const] : [];
        }),
      ),
    );

  write = (
    histories: Iterable<RecordHistory>,
    onProgress: (records: number) => void,
    signal: AbortSignal,
  ): Promise<number> => {
    const before = { states: new Map(this.#states), head: this.#head, n: this.#n };
    const written: Entry[] = [];
    try {
      for (const history of histories) {
        signal.throwIfAborted();
        written.push(...this.#append(history));
        onProgress(written.length);
      }
    } catch (error) {
      this.#states = before.states;
      this.#head = before.head;
      this.#n = before.n;
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    for (const entry of written)
      this.entries.set(entry.record, [...(this.entries.get(entry.record) ?? []), entry]);
    return Promise.resolve(this.#n);
  };

  /** All records of a type, folded anew from their entries. */
  records(type: string): readonly RecordView[] {
    const declared = this.#catalogue.type(type);
    return [...this.entries.values()].flatMap((entries) => {
      const view =
        declared && entries[0]?.type === type && projectRecord(foldRecord(entries), shapeOf(declared));
      return view ? [view] : [];
    });
  }

  /** Finds records as the index does: by equal values. */
  find: Lookup['find'] = (type, column, values, under) =>
    Promise.resolve(
      this.records(type).flatMap((view) => {
        const value = column === 'number' ? view.number : view.fields[column];
        const found = [value].flat().find((one) => typeof one === 'string' && values.includes(one));
        if (typeof found !== 'string') return [];
        const above = under === undefined ? undefined : view.fields[under];
        return [{ id: view.id, value: found, ...(typeof above === 'string' ? { above } : {}) }];
      }),
    );

  #append(history: RecordHistory): readonly Entry[] {
    const type = this.#catalogue.type(history.type);
    if (!type) throw new Error(`Record type ${history.type} is not declared.`);
    let state = this.#states.get(history.id);
    let lastAct = state?.acts.at(-1)?.ref;
    const made: Entry[] = [];
    for (const intention of history.intentions) {
      const body = bodyOf(intention, type, state, {
        number: () => formatNumber(type.prefix, 'T3', this.#next(type.prefix)),
        version: versionOf(type),
        lastAct,
      });
      const draft = {
        stamp: nextStamp(state?.last.stamp, 1_800_000_000_000),
        actor: 'importer',
        type: type.name,
        record: history.id,
        body,
        ...(intention.key === undefined ? {} : { key: intention.key }),
        ...(intention.origin ? { origin: intention.origin } : {}),
      };
      const chained = chainEntries(this.#replica, this.#head, [draft]);
      this.#head = chained.head;
      for (const entry of chained.entries) {
        state = extendFold(state, entry);
        if (body.kind === 'act') lastAct = refOf(entry);
        made.push(entry);
        this.#n += 1;
      }
    }
    if (state) this.#states.set(history.id, state);
    return made;
  }

  #next(prefix: string): number {
    const next = (this.#counters.get(prefix) ?? 0) + 1;
    this.#counters.set(prefix, next);
    return next;
  }
}
