import type { RecordView } from '../definition/record.ts';
import type { Touch } from '../definition/lifecycle.ts';
import { listOf, textOf } from '../definition/record.ts';
import type { Entry } from '../changelog/entry.ts';
import { canExtend, extendFold, foldRecord } from '../changelog/fold.ts';
import type { FoldState } from '../changelog/fold-state.ts';
import { projectRecord } from '../changelog/project.ts';
import { shapeOf } from './shape.ts';
import type { Environment } from './environment.ts';

/** The records one command sees: those of the source, with the entries the command has made so far on top. */
export class Scope {
  readonly environment: Environment;
  readonly #states = new Map<string, FoldState | undefined>();
  readonly #changed = new Set<string>();
  readonly #appended: Entry[] = [];
  readonly #views = new WeakMap<FoldState, RecordView>();

  constructor(environment: Environment) {
    this.environment = environment;
  }

  async state(id: string): Promise<FoldState | undefined> {
    if (!this.#states.has(id)) this.#states.set(id, await this.environment.source.load(id));
    return this.#states.get(id);
  }

  async view(id: string): Promise<RecordView | undefined> {
    const state = await this.state(id);
    return state && this.project(state);
  }

  project(state: FoldState): RecordView | undefined {
    let view = this.#views.get(state);
    if (!view) {
      const type = this.environment.catalogue.type(state.type);
      view = type && projectRecord(state, shapeOf(type));
      if (view) this.#views.set(state, view);
    }
    return view;
  }

  async append(entry: Entry): Promise<void> {
    this.#states.set(entry.record, await this.#folded(entry));
    this.#appended.push(entry);
    this.#changed.add(entry.record);
  }

  /** All entries of a record, those of this command included. */
  async entries(id: string): Promise<readonly Entry[]> {
    const own = this.#appended.filter((entry) => entry.record === id);
    return [...(await this.environment.source.entries(id)), ...own];
  }

  async #folded(entry: Entry): Promise<FoldState> {
    const state = this.#states.get(entry.record);
    if (canExtend(state, entry)) return extendFold(state, entry);
    return foldRecord([...(await this.entries(entry.record)), entry]);
  }

  changed(): readonly FoldState[] {
    return [...this.#changed].flatMap((id) => this.#states.get(id) ?? []);
  }

  /** Loads what a transition touches, by the touch's name. */
  async related(
    touches: Readonly<Record<string, Touch>>,
    record: RecordView,
  ): Promise<(touch: string) => readonly RecordView[]> {
    const loaded = new Map<string, readonly RecordView[]>();
    for (const [name, touch] of Object.entries(touches)) loaded.set(name, await this.#touched(touch, record));
    return (touch) => {
      const records = loaded.get(touch);
      if (!records) throw new Error(`“${touch}” is not among the transition's touches.`);
      return records;
    };
  }

  async #touched(touch: Touch, record: RecordView): Promise<readonly RecordView[]> {
    const ids = 'field' in touch ? fieldIds(record, touch.field) : await this.#pointers(touch, record);
    const views = await Promise.all(ids.map((id) => this.view(id)));
    return views.filter((view) => view !== undefined);
  }

  async #pointers(touch: Exclude<Touch, { field: string }>, record: RecordView): Promise<readonly string[]> {
    const target = touch.through === undefined ? record.id : textOf(record, touch.through);
    return target ? this.pointingAt(touch.type, touch.by, target) : [];
  }

  /** What points at a record, by the source and by what this command has changed. */
  async pointingAt(type: string, by: string, id: string): Promise<readonly string[]> {
    const ids = new Set(await this.environment.source.pointingAt(type, by, id));
    for (const changed of this.#changed) {
      const view = await this.view(changed);
      if (view?.type !== type) continue;
      if (fieldIds(view, by).includes(id)) ids.add(changed);
      else ids.delete(changed);
    }
    return [...ids];
  }
}

function fieldIds(record: RecordView, field: string): readonly string[] {
  const single = textOf(record, field);
  return single ? [single] : listOf(record, field);
}
