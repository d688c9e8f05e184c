import type { Clause } from './query.ts';
import { documentOf, FIELD_SPAN, fieldOf, lowerBound, type Postings } from './postings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the matcher reads. */
export interface Corpus {
  readonly postings: Postings;
  readonly words: Vocabulary;
  readonly wholes: Vocabulary;
  /** Documents ever numbered; the highest number plus one. */
  readonly documents: number;
  readonly isLive: (document: number) => boolean;
  /** Boost by field number, 0 where the search leaves the field out. */
  readonly boosts: Float32Array;
  readonly limits: MatchLimits;
}

export interface MatchLimits {
  /** Postings that one prefix may visit before the search says `truncated`. */
  readonly prefixPostings: number;
  /** Identifiers that one prefix may stand for before the search goes by their parts instead. */
  readonly wholes: number;
}

export interface Matches {
  readonly documents: readonly number[];
  /** Beside `documents`. */
  readonly scores: Float32Array;
  readonly truncated: boolean;
}

interface Expansion {
  /** First the term as it stands, then those it begins. */
  readonly lists: readonly (readonly number[])[];
  readonly exact: boolean;
  readonly size: number;
  readonly truncated: boolean;
}

const PREFIX_WEIGHT = 0.9;
/** Below one candidate in so many postings, looking each candidate up is cheaper than reading the list. */
const SPARSE = 24;

function expand(corpus: Corpus, vocabulary: Vocabulary, term: string, prefix: boolean): Expansion {
  const own = corpus.postings.get(term);
  const lists: (readonly number[])[] = own.length > 0 ? [own] : [];
  let size = own.length;
  let truncated = false;
  if (prefix) {
    vocabulary.forEach(term, (other) => {
      if (other === term) return true;
      if (size >= corpus.limits.prefixPostings) {
        truncated = true;
        return false;
      }
      const list = corpus.postings.get(other);
      lists.push(list);
      size += list.length;
      return true;
    });
  }
  return { lists, exact: own.length > 0, size, truncated };
}

/** Whether any list holds a posting that this search may count. */
const holdsAny = (corpus: Corpus, lists: readonly (readonly number[])[]): boolean =>
  lists.some((list) =>
    list.some((posting) => (corpus.boosts[fieldOf(posting)] ?? 0) > 0 && corpus.isLive(documentOf(posting))),
  );

function expandClause(corpus: Corpus, clause: Clause): Expansion[] {
  if (clause.kind === 'word') return [expand(corpus, corpus.words, clause.term, clause.prefix)];
  if (!clause.prefix || corpus.wholes.count(clause.term, corpus.limits.wholes + 1) <= corpus.limits.wholes) {
    const whole = expand(corpus, corpus.wholes, clause.term, clause.prefix);
    if (holdsAny(corpus, whole.lists)) return [whole];
  }
  return clause.parts.map((part) => expand(corpus, corpus.words, part.term, part.prefix));
}

/** Finds the documents that meet every clause, with scores. Keeps its working arrays from search to search. */
export class Matcher {
  #reached = new Uint32Array(0);
  #score = new Float32Array(0);
  #best = new Float32Array(0);

  get bytes(): number {
    return this.#reached.byteLength + this.#score.byteLength + this.#best.byteLength;
  }

  match(corpus: Corpus, clauses: readonly Clause[]): Matches {
    this.#reserve(corpus.documents);
    // The rarest first: every further step only looks at what is still in the running.
    const expansions = clauses
      .flatMap((clause) => expandClause(corpus, clause))
      .sort((a, b) => a.size - b.size);
    let documents: number[] = [];
    let seeded: readonly number[] = documents;
    for (const [step, expansion] of expansions.entries()) {
      documents = this.#step(corpus, expansion, step, documents);
      if (step === 0) seeded = documents;
      const rarity = Math.log(1 + corpus.documents / (1 + Math.min(expansion.size, corpus.documents)));
      for (const document of documents)
        this.#score[document] = this.#scoreOf(document) + (this.#best[document] as number) * rarity;
      if (documents.length === 0) break;
    }
    const scores = Float32Array.from(documents, (document) => this.#scoreOf(document));
    for (const document of seeded) {
      this.#reached[document] = 0;
      this.#score[document] = 0;
    }
    return { documents, scores, truncated: expansions.some((expansion) => expansion.truncated) };
  }

  #scoreOf(document: number): number {
    return this.#score[document] as number;
  }

  #step(corpus: Corpus, expansion: Expansion, step: number, candidates: readonly number[]): number[] {
    const found: number[] = [];
    expansion.lists.forEach((list, place) => {
      const weight = expansion.exact && place === 0 ? 1 : PREFIX_WEIGHT;
      if (step > 0 && list.length > candidates.length * SPARSE) {
        for (const document of candidates) {
          const end = (document + 1) * FIELD_SPAN;
          for (let at = lowerBound(list, document * FIELD_SPAN); (list[at] ?? end) < end; at += 1) {
            this.#reach(corpus, list[at] as number, step, weight, found);
          }
        }
      } else {
        for (let at = 0; at < list.length; at += 1)
          this.#reach(corpus, list[at] as number, step, weight, found);
      }
    });
    return found;
  }

  #reach(corpus: Corpus, posting: number, step: number, weight: number, found: number[]): void {
    const document = documentOf(posting);
    const reached = this.#reached[document] as number;
    if (reached !== step && reached !== step + 1) return;
    const worth = (corpus.boosts[fieldOf(posting)] as number) * weight;
    if (worth === 0) return;
    if (reached === step) {
      if (step === 0 && !corpus.isLive(document)) return;
      this.#reached[document] = step + 1;
      this.#best[document] = worth;
      found.push(document);
    } else if (worth > (this.#best[document] as number)) {
      this.#best[document] = worth;
    }
  }

  #reserve(documents: number): void {
    if (this.#reached.length >= documents) return;
    const room = Math.ceil(documents * 1.5);
    this.#reached = new Uint32Array(room);
    this.#score = new Float32Array(room);
    this.#best = new Float32Array(room);
  }
}
