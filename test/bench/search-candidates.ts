import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Block } from '#renderer/data/index/text/block-codec.ts';
import { TextIndex } from '#renderer/data/index/text/text-index.ts';
import type { TextCorpus } from './text-corpus.ts';

/** One way to search, driven the same way as the others. A mode is a set of search options of the same index. */
export interface Candidate {
  readonly name: string;
  readonly modes: readonly string[];
  add(index: number): void;
  /** Keeps the saved form and returns its size in bytes. */
  save(): Promise<number>;
  /** Forgets the index, then builds it from the saved form. */
  load(): Promise<void>;
  forget(): void;
  /** Drops the saved form. */
  unsave(): void;
  /** Number of hits handed out. */
  search(query: string, mode: string): number;
}

const LIMIT = 50;
const FIELDS = ['number', 'title', 'description', 'requester', 'host'];

function miniSearch(corpus: TextCorpus): Candidate {
  const options = { fields: FIELDS };
  let index = new MiniSearch(options);
  let saved = '';
  return {
    name: 'MiniSearch',
    modes: ['default', 'prefix of last word, all words'],
    add: (id) => {
      index.add({ id, ...corpus.record(id) });
    },
    save: () => {
      saved = JSON.stringify(index);
      return Promise.resolve(saved.length);
    },
    load: () => {
      index = MiniSearch.loadJSON(saved, options);
      return Promise.resolve();
    },
    forget: () => {
      index = new MiniSearch(options);
    },
    unsave: () => {
      saved = '';
    },
    search: (query, mode) => {
      if (mode === 'default') return index.search(query).slice(0, LIMIT).length;
      const prefix = (_term: string, at: number, terms: readonly string[]): boolean =>
        at === terms.length - 1;
      return index.search(query, { combineWith: 'AND', prefix }).slice(0, LIMIT).length;
    },
  };
}

function flexSearch(corpus: TextCorpus, tokenize: 'strict' | 'forward'): Candidate {
  let index = new Index({ tokenize });
  let saved: [string, string][] = [];
  return {
    name: `FlexSearch ${tokenize}`,
    modes: ['default'],
    add: (id) => {
      index.add(id, Object.values(corpus.record(id)).join(' '));
    },
    save: () => {
      saved = [];
      index.export((key, data) => {
        saved.push([key, data]);
      });
      return Promise.resolve(saved.reduce((sum, [, data]) => sum + data.length, 0));
    },
    load: () => {
      index = new Index({ tokenize });
      saved.forEach(([key, data]) => {
        index.import(key, data);
      });
      return Promise.resolve();
    },
    forget: () => {
      index = new Index({ tokenize });
    },
    unsave: () => {
      saved = [];
    },
    search: (query) => index.search(query, { limit: LIMIT }).length,
  };
}

function textIndex(corpus: TextCorpus): Candidate {
  let index = new TextIndex();
  let saved: Block[] = [];
  async function* stored(): AsyncGenerator<Block> {
    for (const block of saved) yield await Promise.resolve(block);
  }
  return {
    name: 'TextIndex on FlexSearch',
    modes: ['default'],
    add: (id) => {
      index.add(id, corpus.fields(id));
    },
    save: () => {
      const changes = index.saveDirty();
      changes.confirm();
      saved = [...changes.write].sort((a, b) => (a.key < b.key ? -1 : 1));
      return Promise.resolve(saved.reduce((sum, { bytes }) => sum + bytes.length, 0));
    },
    load: async () => {
      index = await TextIndex.load(stored());
    },
    forget: () => {
      index = new TextIndex();
    },
    unsave: () => {
      saved = [];
    },
    search: (query) => index.search(query, { limit: LIMIT }).hits.length,
  };
}

export const CANDIDATES: Readonly<Record<string, (corpus: TextCorpus) => Candidate>> = {
  mini: miniSearch,
  strict: (corpus) => flexSearch(corpus, 'strict'),
  forward: (corpus) => flexSearch(corpus, 'forward'),
  text: textIndex,
};
