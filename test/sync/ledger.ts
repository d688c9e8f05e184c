import type { Entry } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';

const names = /[A-Za-z0-9_-]{11}:[1-9][0-9]*/g;

/** An entry by what it says: the same before and after it was moved to another replica id. */
export function contentOf({ stamp, actor, type, record, body, key, origin }: Entry): string {
  const content = { stamp, actor, type, record, body, key: key ?? null, origin: origin ?? null };
  return canonicalJson(JSON.parse(JSON.stringify(content))).replaceAll(names, '*');
}

/** Entries that an entry's body names. */
function namesIn({ body }: Entry): readonly string[] {
  return JSON.stringify(body).match(names) ?? [];
}

function byName(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [refOf(entry), entry]));
}

interface Named {
  readonly content: string;
  /** It is an earlier entry of the same log. */
  readonly isOwn: boolean;
}

function contentsNamed(entry: Entry, known: ReadonlyMap<string, Entry>): readonly Named[] {
  return namesIn(entry).map((name) => {
    const named = known.get(name);
    return { content: named ? contentOf(named) : 'nothing', isOwn: named?.replica === entry.replica };
  });
}

/** Every entry that somebody was told is saved, until a disaster destroyed its last copy. */
export class Ledger {
  readonly #saved = new Map<string, string>();
  /** Of each saved entry: what those that it names say. */
  readonly #named = new Map<string, readonly Named[]>();

  /** @param here all that its author had. */
  save(entries: readonly Entry[], where: string, here: readonly Entry[]): void {
    const known = byName(here);
    for (const entry of entries) {
      this.#saved.set(contentOf(entry), `${refOf(entry)} of ${where}`);
      this.#named.set(contentOf(entry), contentsNamed(entry, known));
    }
  }

  /** Entries that name others than those that their authors named. @param isOwnOnly only names within one log are looked at. */
  misnamedIn(entries: readonly Entry[], isOwnOnly: boolean): readonly string[] {
    const known = byName(entries);
    return entries.flatMap((entry) => {
      const meant = this.#named.get(contentOf(entry)) ?? [];
      const found = contentsNamed(entry, known);
      const isSame = meant.every(
        ({ content, isOwn }, index) => (isOwnOnly && !isOwn) || found[index]?.content === content,
      );
      return isSame ? [] : [`${refOf(entry)} names ${namesIn(entry).join(', ')}, which its author did not`];
    });
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
