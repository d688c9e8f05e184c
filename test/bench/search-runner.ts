import { CANDIDATES, type Candidate } from './search-candidates.ts';
import { TextCorpus, workloads, type Workload } from './text-corpus.ts';

/** p95 in milliseconds by `mode · workload`. */
export type Round = Readonly<Record<string, number>>;

/** What the bench asks of one process or page that holds one candidate. */
export interface Runner {
  start: (candidate: string, records: number) => Promise<void>;
  build: () => Promise<number>;
  save: () => Promise<number>;
  forget: () => Promise<void>;
  load: () => Promise<number>;
  unsave: () => Promise<void>;
  round: () => Promise<Round>;
  addOne: () => Promise<number>;
}

declare global {
  var runner: Runner;
}

let corpus: TextCorpus;
let candidate: Candidate;
let loads: Workload[];
let records = 0;

const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function round(): Round {
  const figures: Record<string, number> = {};
  for (const mode of candidate.modes) {
    for (const { name, queries } of loads) {
      const times = queries.map((query) => {
        const start = performance.now();
        candidate.search(query, mode);
        return performance.now() - start;
      });
      figures[`${mode} · ${name}`] = p95(times);
    }
  }
  return figures;
}

globalThis.runner = {
  start: (name, count) => {
    const make = CANDIDATES[name];
    if (make === undefined) throw new Error(`No candidate is called ${name}.`);
    records = count;
    corpus = new TextCorpus();
    loads = workloads(corpus, count);
    candidate = make(corpus);
    return Promise.resolve();
  },
  build: async () => {
    const corpusAlone = await timed(() => {
      for (let index = 0; index < records; index += 1) corpus.fields(index);
    });
    const both = await timed(() => {
      for (let index = 0; index < records; index += 1) candidate.add(index);
    });
    return both - corpusAlone;
  },
  save: () => candidate.save(),
  forget: () => {
    candidate.forget();
    return Promise.resolve();
  },
  load: () => timed(() => candidate.load()),
  unsave: () => {
    candidate.unsave();
    return Promise.resolve();
  },
  round: () => Promise.resolve(round()),
  addOne: () => {
    records += 1;
    return timed(() => candidate.add(records - 1));
  },
};

// Under Node the bench drives this file as a child process.
if (typeof process !== 'undefined' && process.send !== undefined) {
  process.on('disconnect', () => process.exit());
  process.on('message', (message: { id: number; call: keyof Runner | 'heap'; args: [string, number] }) => {
    const answer = async (): Promise<unknown> => {
      if (message.call === 'heap') {
        globalThis.gc?.();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        return heapUsed + arrayBuffers;
      }
      return message.call === 'start'
        ? globalThis.runner.start(...message.args)
        : globalThis.runner[message.call]();
    };
    void answer().then((value) => process.send?.({ id: message.id, value }));
  });
}
