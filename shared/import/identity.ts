import { hashBytes, toBase64Url } from '../kernel/canonical.ts';
import { deterministicRecordId } from '../kernel/ids.ts';
import { encodeUtf8 } from '../kernel/platform.ts';
import type { Path } from './references.ts';

/** Key of the entry that makes a record: the same in every run, from every source. */
export const createKey = 'import:create';

const keyBytes = 12;

/** A short name for a fact, from what tells it apart. The borders of the parts count. */
export function factKey(parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return `import:${toBase64Url(hashBytes(encodeUtf8(text)).subarray(0, keyBytes))}`;
}

/** The id of a record that is told apart by a field: `['Caller 12']`, in a tree the path from its top. */
export function importedId(type: string, field: string, path: Path): string {
  return deterministicRecordId(['import', type, field, ...path]);
}

/** Counts how often something came before: 0 for the first. */
export class Occurrences {
  readonly #counts = new Map<string, number>();

  next(key: string): number {
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    return count;
  }
}
