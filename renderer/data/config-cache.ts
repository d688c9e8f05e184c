import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import { shapeOf } from '#shared/engine/shape.ts';

/** The configuration records of the workspace, in memory. `current` is replaced, never changed, when one of them changes. */
export class ConfigCache {
  readonly #catalogue: Catalogue;
  readonly #views = new Map<string, RecordView>();
  current: Config;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.current = this.#build(0);
  }

  /** Takes the configuration records among `states`. Returns whether there were any. */
  take(states: readonly FoldState[]): boolean {
    let isChanged = false;
    for (const state of states) {
      const type = this.#catalogue.type(state.type);
      const view = type?.config ? projectRecord(state, shapeOf(type)) : undefined;
      if (!view) continue;
      this.#views.set(view.id, view);
      isChanged = true;
    }
    if (isChanged) this.current = this.#build(this.current.version + 1);
    return isChanged;
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
