import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { unitOf } from '#shared/engine/unit.ts';
import { canonicalJson, sha256Hex } from '#shared/kernel/canonical.ts';
import { Turns } from './index/turns.ts';

/** The configuration records of the workspace, in memory. `current` is replaced, never changed, when one of them changes. */
export class ConfigCache {
  readonly #catalogue: Catalogue;
  readonly #views = new Map<string, RecordView>();
  readonly #listeners = new Set<() => void>();
  readonly #turns = new Turns();
  current: Config;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.current = this.#build(0);
  }

  /** Takes the configuration records among `states`. Returns whether one of them was not known as it is. */
  take(states: readonly FoldState[]): boolean {
    let isChanged = false;
    for (const state of states) {
      const type = this.#catalogue.type(state.type);
      const view = type?.config ? projectRecord(state, shapeOf(type)) : undefined;
      if (isSame(this.#views.get(state.id), view)) continue;
      // Its making may have been set aside.
      if (view) this.#views.set(state.id, view);
      else this.#views.delete(state.id);
      isChanged = true;
    }
    if (!isChanged) return false;
    this.current = this.#build(this.current.version + 1);
    for (const listener of this.#listeners) listener();
    return true;
  }

  /** The unit's own record; undefined until there is one. */
  get unit(): RecordView | undefined {
    return unitOf(this.current);
  }

  /** Reads all anew: one reading after the other, so that no earlier one comes to stand over a later one. */
  reload(read: () => Promise<readonly FoldState[]>): Promise<void> {
    return this.#turns.take(async () => {
      this.take(await read());
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Equal for equal configurations, on every device and in every window. */
  fingerprint(): string {
    const views = [...this.#views.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return sha256Hex(canonicalJson(views));
  }

  #build(version: number): Config {
    const byType = new Map<string, RecordView[]>();
    for (const view of this.#views.values()) {
      const list = byType.get(view.type);
      if (list) list.push(view);
      else byType.set(view.type, [view]);
    }
    const views = new Map(this.#views);
    return { version, all: (type) => byType.get(type) ?? [], get: (id) => views.get(id) };
  }
}

function isSame(known: RecordView | undefined, view: RecordView | undefined): boolean {
  if (!known || !view) return known === view;
  return canonicalJson(known) === canonicalJson(view);
}
