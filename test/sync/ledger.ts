import type { Entry } from '#shared/changelog/entry.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';

const names = /[A-Za-z0-9_-]{11}:[1-9][0-9]*/g;

/** An entry by what it says: the same before and after it was moved to another replica id. */
export function contentOf({ stamp, actor, type, record, body, key, origin }: Entry): string {
  const content = { stamp, actor, type, record, body, key: key ?? null, origin: origin ?? null };
  return canonicalJson(JSON.parse(JSON.stringify(content))).replaceAll(names, '*');
}

/** Entries that an entry's body names. */
export function namesIn({ body }: Entry): readonly string[] {
  return JSON.stringify(body).match(names) ?? [];
}

/** Every entry that somebody was told is saved, until a disaster destroyed its last copy. */
export class Ledger {
  readonly #saved = new Map<string, string>();

  save(entries: readonly Entry[], where: string): void {
    for (const entry of entries)
      this.#saved.set(contentOf(entry), `${entry.replica}:${entry.seq} of ${where}`);
  }

  /** What a disaster took, and nobody else has. */
  forget(lost: Iterable<string>): void {
    for (const content of lost) this.#saved.delete(content);
  }

  /** Saved entries that are not among these. */
  missingIn(contents: ReadonlySet<string>): readonly string[] {
    return [...this.#saved].flatMap(([content, where]) =>
      contents.has(content) ? [] : [`${where}: ${content}`],
    );
  }
}
