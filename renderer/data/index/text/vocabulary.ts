interface Bucket {
  terms: string[];
  sorted: boolean;
}

const bucketKey = (term: string): string => term.slice(0, 2);

/** The distinct terms, findable by their beginning. Sorted bucket by bucket, only when asked, so that adding is cheap. */
export class Vocabulary {
  readonly #byFirst = new Map<string, Map<string, Bucket>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a term that the caller knows to be new. */
  add(term: string): void {
    const first = term.charAt(0);
    let buckets = this.#byFirst.get(first);
    if (buckets === undefined) this.#byFirst.set(first, (buckets = new Map<string, Bucket>()));
    const key = bucketKey(term);
    const bucket = buckets.get(key);
    if (bucket === undefined) {
      buckets.set(key, { terms: [term], sorted: true });
    } else {
      const last = bucket.terms[bucket.terms.length - 1];
      if (last !== undefined && last > term) bucket.sorted = false;
      bucket.terms.push(term);
    }
    this.#size += 1;
  }

  /** How many terms begin with the prefix, counted no further than `most`. */
  count(prefix: string, most: number): number {
    let count = 0;
    this.forEach(prefix, () => {
      count += 1;
      return count < most;
    });
    return count;
  }

  /** Visits the terms that begin with the prefix ('' = all) until `visit` returns false. */
  forEach(prefix: string, visit: (term: string) => boolean): void {
    for (const buckets of this.#bucketsOf(prefix)) {
      for (const [key, bucket] of buckets) {
        if (prefix.length < 2 ? !key.startsWith(prefix) : key !== bucketKey(prefix)) continue;
        const { terms } = this.#sorted(bucket);
        for (let at = prefix.length <= 2 ? 0 : lowerBound(terms, prefix); at < terms.length; at += 1) {
          const term = terms[at] as string;
          if (!term.startsWith(prefix)) break;
          if (!visit(term)) return;
        }
      }
    }
  }

  #bucketsOf(prefix: string): Iterable<Map<string, Bucket>> {
    if (prefix === '') return this.#byFirst.values();
    const buckets = this.#byFirst.get(prefix.charAt(0));
    if (buckets === undefined) return [];
    if (prefix.length < 2) return [buckets];
    const bucket = buckets.get(bucketKey(prefix));
    return bucket === undefined ? [] : [new Map([[bucketKey(prefix), bucket]])];
  }

  #sorted(bucket: Bucket): Bucket {
    if (!bucket.sorted) {
      bucket.terms.sort();
      bucket.sorted = true;
    }
    return bucket;
  }
}

function lowerBound(terms: readonly string[], prefix: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
