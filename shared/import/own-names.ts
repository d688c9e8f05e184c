import { locate, problem, type Problem } from '../kernel/errors.ts';
import type { Mapping, MappedColumn } from './mapping.ts';
import { keyOf } from './read-row.ts';
import { cellOf, type SourceRow } from './source-row.ts';
import type { ReferenceRule } from './template.ts';

interface Above {
  readonly name: string;
  readonly line: number;
}

/** A column in which rows name other rows of the same file: the location that a location lies within. */
interface SelfColumn {
  readonly column: MappedColumn;
  readonly reference: ReferenceRule;
  /** Column that holds the names, -1 where none does. */
  readonly names: number;
  /** Key of a row → what it names. */
  readonly above: Map<string, Above>;
}

/**
 * Names that rows of a file give to each other (IMP-18). Needs a key: by it the row that bears a name is known before it
 * is written.
 */
export class OwnNames {
  readonly #mapping: Mapping;
  readonly #columns: readonly SelfColumn[];
  /** Field → name → keys of the rows that bear it. */
  readonly #keys = new Map<string, Map<string, Set<string>>>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#columns = mapping.columns.flatMap((column) => {
      const { reference } = column.rule;
      if (!mapping.template.key || reference?.type !== mapping.type.name || reference.under) return [];
      const names = mapping.columns.find(({ rule }) => rule.field === reference.by)?.index ?? -1;
      return [{ column, reference, names, above: new Map<string, Above>() }];
    });
  }

  add(row: SourceRow): void {
    if (this.#columns.length === 0) return;
    const { emptyMarks } = this.#mapping;
    const key = keyOf(this.#mapping, row);
    for (const { column, reference, names, above } of this.#columns) {
      const own = names === -1 && this.#isKey(reference) ? key : cellOf(row, names, emptyMarks).trim();
      if (own !== '' && key !== '') this.#keysOf(reference.by, own).add(key);
      const name = cellOf(row, column.index, emptyMarks).trim();
      if (name !== '' && key !== '') above.set(key, { name, line: row.line });
    }
  }

  /** Keys of the rows that bear a name. */
  keysFor(rule: ReferenceRule, name: string): readonly string[] {
    if (rule.type !== this.#mapping.type.name || rule.under) return [];
    return [...(this.#keys.get(rule.by)?.get(name) ?? [])];
  }

  /** Rows that, followed from one to the next, come to stand above themselves. */
  loops(): readonly Problem[] {
    return this.#columns.flatMap((one) => {
      const { field, rule } = one.column;
      const isTree = field.kind === 'reference' && field.acyclic === true;
      return isTree
        ? loopsIn(one, (name) => this.keysFor(one.reference, name)[0], field.label, rule.column)
        : [];
    });
  }

  #isKey(reference: ReferenceRule): boolean {
    return this.#mapping.template.key?.field === reference.by;
  }

  #keysOf(field: string, name: string): Set<string> {
    const names = this.#keys.get(field) ?? new Map<string, Set<string>>();
    this.#keys.set(field, names);
    const keys = names.get(name) ?? new Set<string>();
    names.set(name, keys);
    return keys;
  }
}

function loopsIn(
  { above }: SelfColumn,
  keyNamed: (name: string) => string | undefined,
  label: string,
  column: string,
): readonly Problem[] {
  const sound = new Set<string>();
  const problems: Problem[] = [];
  for (const [start, { name, line }] of above) {
    const way = new Set<string>();
    let next: string | undefined = start;
    while (next !== undefined && !sound.has(next) && !way.has(next)) {
      way.add(next);
      const up = above.get(next);
      next = up && keyNamed(up.name);
    }
    if (next === start)
      problems.push(locate(problem('OUT-VAL-020', { field: label, value: name }), { line, column }));
    if (next === undefined || sound.has(next)) for (const key of way) sound.add(key);
  }
  return problems;
}
