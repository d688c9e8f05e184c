import type { Mapping } from './mapping.ts';
import { OwnNames } from './own-names.ts';
import { pathsIn } from './read-value.ts';
import { keyOf } from './read-row.ts';
import { WantedList, type Wanted } from './references.ts';
import { cellOf, type SourceRow } from './source-row.ts';
import { ownValue, type ColumnRule } from './template.ts';

/** What a first look over all rows finds. */
export interface Survey {
  readonly rows: number;
  /** Last line of each key; empty without a key. */
  readonly keys: ReadonlyMap<string, number>;
  /** Names that stand for other records. */
  readonly wanted: readonly Wanted[];
  /** Names that rows of the file give to each other. */
  readonly own: OwnNames;
  /** How often each value stands in the columns that take one of few, by heading. */
  readonly values: Readonly<Record<string, readonly ValueCount[]>>;
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** More different values than this in one column are no choices; the rest is not listed. */
const mostValues = 500;

/** Looks over rows one by one, so that the caller can stop for breath. */
export class Surveyor {
  readonly #mapping: Mapping;
  readonly #keys = new Map<string, number>();
  readonly #wanted = new WantedList();
  readonly #own: OwnNames;
  readonly #values = new Map<string, Map<string, number>>();
  /** Cells that were taken apart already. */
  readonly #said = new Map<ColumnRule, Set<string>>();
  /** Headings whose values are counted, with their places. */
  readonly #counted: readonly (readonly [string, number])[];
  #rows = 0;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#own = new OwnNames(mapping);
    const { columns, template, headings } = mapping;
    const few = columns
      .filter(({ field }) => ['choice', 'boolean'].includes(field.kind))
      .map(({ rule }) => rule.column);
    const states = template.columns.filter(({ field }) => field === 'state').map(({ column }) => column);
    const named = new Set([...few, ...states, ...(template.events ? [template.events.state.column] : [])]);
    this.#counted = [...named].map((heading) => [heading, headings.indexOf(heading)] as const);
  }

  add(row: SourceRow): void {
    this.#rows += 1;
    this.#own.add(row);
    const { columns, emptyMarks } = this.#mapping;
    const key = keyOf(this.#mapping, row);
    if (key !== '') this.#keys.set(key, row.line);
    for (const [heading, index] of this.#counted) this.#count(heading, cellOf(row, index, emptyMarks).trim());
    for (const { rule, index, above, field } of columns) {
      if (!rule.reference || (field.kind !== 'reference' && field.kind !== 'references')) continue;
      const text = cellOf(row, index, emptyMarks);
      const top = above === -1 ? '' : cellOf(row, above, emptyMarks);
      const said = `${top}\u0000${text}`;
      const known = this.#said.get(rule) ?? new Set();
      if (known.has(said) || ownValue(rule.values, text.trim()) !== undefined) continue;
      this.#said.set(rule, known.add(said));
      for (const path of pathsIn(field, rule.reference, text, top))
        this.#wanted.add(rule.reference, path, row.line);
    }
  }

  done(): Survey {
    const values = [...this.#values].map(([heading, counts]) => {
      const listed = [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count);
      return [heading, listed] as const;
    });
    return {
      rows: this.#rows,
      keys: this.#keys,
      wanted: this.#wanted.all(),
      own: this.#own,
      values: Object.fromEntries(values),
    };
  }

  #count(heading: string, value: string): void {
    if (value === '') return;
    const counts = this.#values.get(heading) ?? new Map<string, number>();
    this.#values.set(heading, counts);
    if (counts.size < mostValues || counts.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}
