import type { Catalogue } from '#shared/definition/catalogue.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { ConfigCache } from '../config-cache.ts';
import { Answers } from './answer.ts';
import { RowStore } from './row-store.ts';
import type { TextField, TextIndex } from './text/text-index.ts';
import { markOf } from './text-mark.ts';
import { searchedTexts } from './texts.ts';

/** A record as the index reads it from the database. */
export interface IndexedRow {
  readonly type: string;
  readonly n: number;
  readonly state: FoldState;
}

/** Columns and text index of all records, held in memory; derived from fold states only. */
export class IndexCore {
  readonly store: RowStore;
  readonly answers: Answers;
  readonly config: ConfigCache;
  readonly #catalogue: Catalogue;
  readonly #clock: Clock;
  #text: TextIndex | undefined;
  /** Texts of records taken in before the text index was there. */
  #waiting: { readonly slot: number; readonly texts: readonly TextField[] }[] = [];
  /** What the texts of each record were when they were filed, by slot: most edits touch no text, and filing is most of the work. */
  readonly #marks: number[] = [];
  /** Arrival number up to which everything is in. */
  n = 0;
  /** A record that it knows is none any more: a hub set its making aside. Rows are never taken away, so it has to be built anew. */
  isOutlived = false;
  /** Configuration changed, and not all derived values were computed anew since (`rederive`). */
  needsDeriving = false;

  constructor(catalogue: Catalogue, clock: Clock = systemClock) {
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.store = new RowStore(catalogue);
    this.config = new ConfigCache(catalogue);
    this.answers = new Answers(this.store);
  }

  get text(): TextIndex | undefined {
    return this.#text;
  }

  /** The text index comes later than the columns, so that lists are there first. */
  attachText(text: TextIndex): void {
    this.#text = text;
    this.answers.text = text;
    for (const { slot, texts } of this.#waiting) text.add(slot, texts);
    this.#waiting = [];
  }

  /** Takes in changed records. */
  take(rows: readonly IndexedRow[]): void {
    if (this.config.take(rows.map((row) => row.state))) this.needsDeriving = true;
    for (const row of rows) {
      this.#take(row.state);
      this.n = Math.max(this.n, row.n);
    }
  }

  /** Computes the columns of records anew under the present configuration; their texts stay. Newer rows are taken in later. */
  rederive(rows: readonly IndexedRow[]): void {
    for (const { state, n } of rows) if (n <= this.n) this.#takeColumns(state);
  }

  #take(state: FoldState): void {
    const taken = this.#takeColumns(state);
    if (!taken) {
      this.isOutlived ||= this.store.slotOf(state.id) !== undefined;
      return;
    }
    const texts = searchedTexts(taken.type, taken.view);
    const mark = markOf(texts);
    if (this.#marks[taken.slot] === mark) return;
    this.#marks[taken.slot] = mark;
    if (this.#text) this.#text.add(taken.slot, texts);
    else this.#waiting.push({ slot: taken.slot, texts });
  }

  #takeColumns(state: FoldState) {
    const type = this.#catalogue.type(state.type);
    const view = type && projectRecord(state, shapeOf(type));
    if (!type || !view) return undefined;
    const slot = this.store.put(
      type,
      state.id,
      columnValues(type, view, this.config.current, this.#clock.now()),
    );
    return { slot, type, view };
  }
}
