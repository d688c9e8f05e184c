import type { ReferenceRule } from './template.ts';

/** Names that lead to a record, from the top: `['Printer']`, in a tree `['Hardware', 'Printer']`. */
export type Path = readonly string[];

/**
 * Which records the names in a file mean. Filled before rows are read; `undefined` has not been looked for, an empty list
 * is nobody, more than one is not clear.
 */
export class ReferenceTable {
  readonly #found = new Map<string, readonly string[]>();

  set(rule: ReferenceRule, path: Path, ids: readonly string[]): void {
    this.#found.set(keyOf(rule, path), ids);
  }

  get(rule: ReferenceRule, path: Path): readonly string[] | undefined {
    return this.#found.get(keyOf(rule, path));
  }

  /** All records that names mean. */
  ids(): readonly string[] {
    return [...new Set([...this.#found.values()].flat())];
  }
}

const prefixes = new WeakMap<ReferenceRule, string>();

/** Rules that mean the same records share what was found. */
function keyOf(rule: ReferenceRule, path: Path): string {
  let prefix = prefixes.get(rule);
  if (prefix === undefined) {
    prefix = [rule.type, rule.by, rule.under?.field ?? ''].join('\u0000');
    prefixes.set(rule, prefix);
  }
  return path.reduce((key, name) => `${key}\u0000${name}`, prefix);
}

/** One name that is looked for, with the rule by which. */
export interface Wanted {
  readonly rule: ReferenceRule;
  readonly path: Path;
  /** First line that names it. */
  readonly line: number;
}

/** Collects the names that rows hold, each once. */
export class WantedList {
  readonly #wanted = new Map<string, Wanted>();

  add(rule: ReferenceRule, path: Path, line: number): void {
    for (let length = 1; length <= path.length; length += 1) {
      const part = path.slice(0, length);
      const key = keyOf(rule, part);
      if (!this.#wanted.has(key)) this.#wanted.set(key, { rule, path: part, line });
    }
  }

  /** Records above come before those below them. */
  all(): readonly Wanted[] {
    return [...this.#wanted.values()].sort((a, b) => a.path.length - b.path.length);
  }
}
