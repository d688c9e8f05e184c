import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { refOf } from '#shared/changelog/fold.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { Finding, Heard, JudgeSource, KnownReplica, Verdict } from '#shared/rulings/heard.ts';
import { Judge } from '#shared/rulings/judge.ts';
import { findingOf, judgeAll } from '#shared/rulings/judge-all.ts';

/** When the entries came, by their place; and who is enrolled. */
export interface Coming {
  readonly receivedAt?: (entry: Entry, place: number) => number;
  readonly replica?: (id: string) => KnownReplica | undefined;
}

/** A log as somebody holds it, entries in the order in which they came. */
export function heardFrom(log: readonly Entry[], { receivedAt }: Coming = {}): readonly Heard[] {
  return log.map((entry, arrival) => ({
    entry,
    arrival,
    ...(receivedAt ? { receivedAt: receivedAt(entry, arrival) } : {}),
  }));
}

export function sourceOver(heard: readonly Heard[], { replica }: Coming = {}): Omit<JudgeSource, 'finding'> {
  const records = groupBy(heard, ({ entry }) => entry.record);
  const logs = groupBy(heard, ({ entry }) => entry.replica);
  const types = groupBy(heard, ({ entry }) => entry.type);
  return {
    entries: (record) => Promise.resolve(records.get(record) ?? []),
    records: (type) =>
      Promise.resolve([...new Set((types.get(type) ?? []).map(({ entry }) => entry.record))]),
    before: (id, seq, most) =>
      Promise.resolve(
        (logs.get(id) ?? [])
          .filter(({ entry }) => entry.seq < seq && entry.seq >= seq - most)
          .toSorted((a, b) => a.entry.seq - b.entry.seq),
      ),
    replica: (id) => Promise.resolve(replica?.(id) ?? { kind: 'device' }),
  };
}

/** What is set aside of a log: by entry, the code. */
export async function asideOf(
  catalogue: Catalogue,
  log: readonly Entry[],
  coming: Coming = {},
): Promise<ReadonlyMap<string, Extract<Verdict, { verdict: 'aside' }>>> {
  const heard = heardFrom(log, coming);
  const verdicts = await judgeAll(catalogue, sourceOver(heard, coming), heard);
  const aside = new Map<string, Extract<Verdict, { verdict: 'aside' }>>();
  for (const { entry } of heard) {
    const verdict = verdicts.get(refOf(entry));
    if (verdict?.verdict === 'aside') aside.set(refOf(entry), verdict);
  }
  return aside;
}

/** Judges entries one by one as they come. */
export class Court {
  /** How many entries in front of others were read. */
  looked = 0;
  readonly #heard: Heard[] = [];
  readonly #records = new Map<string, Heard[]>();
  readonly #findings = new Map<string, Finding>();
  readonly #judge: Judge;

  constructor(catalogue: Catalogue, { replica }: Coming = {}) {
    this.#judge = new Judge(catalogue, {
      entries: (record) => Promise.resolve([...(this.#records.get(record) ?? [])]),
      records: (type) =>
        Promise.resolve([
          ...new Set(this.#heard.filter(({ entry }) => entry.type === type).map(({ entry }) => entry.record)),
        ]),
      before: (id, seq, most) => {
        const found = this.#heard.filter(
          ({ entry }) => entry.replica === id && entry.seq < seq && entry.seq >= seq - most,
        );
        this.looked += found.length;
        return Promise.resolve(found);
      },
      finding: (ref) => this.#findings.get(ref),
      replica: (id) => Promise.resolve(replica?.(id) ?? { kind: 'device' }),
    });
  }

  async take(entry: Entry): Promise<Verdict> {
    const heard = { entry, arrival: this.#heard.length };
    this.#heard.push(heard);
    this.#records.set(entry.record, [...(this.#records.get(entry.record) ?? []), heard]);
    this.#judge.forget(entry);
    const verdict = await this.#judge.judge(heard);
    this.#findings.set(refOf(entry), findingOf(verdict));
    this.#judge.forget(entry);
    return verdict;
  }

  /** What it would say, were the entry there. */
  try(entry: Entry): Promise<Verdict> {
    return this.#judge.judge({ entry, arrival: this.#heard.length });
  }
}
