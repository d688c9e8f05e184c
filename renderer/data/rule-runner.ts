import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { fire } from '#shared/engine/fire.ts';
import type { Query } from '#shared/definition/query.ts';
import type { TimedRule } from '#shared/definition/timed-rule.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Page } from './index/protocol.ts';
import { readProblem } from './storage-problem.ts';
import type { Writer } from './writer.ts';

/** Between two rounds, ms. */
const pause = 60_000;
/** After the start and after somebody came to the desk, ms: what they look at comes first. */
const first = 3000;
/** Records of one rule in one round; the next round goes on behind them. */
const most = 200;

export interface RuleParts {
  readonly catalogue: Catalogue;
  readonly actor: () => Actor | undefined;
  readonly zone: () => string;
  /** Ids of the records that a query finds now. */
  readonly ids: (
    query: Query,
    page: Page,
  ) => Promise<{ readonly total: number; readonly ids: readonly string[] }>;
  readonly write: Writer['write'];
  /** Runs work unless another window does; undefined then. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value | undefined>;
  /** Told where something cannot be read or saved. */
  readonly onFault: (fault: Problem) => void;
}

/** What a round of all rules came to. */
export interface Round {
  readonly done: number;
  /** What the declarations refused, by record: it is tried again when the record has changed. */
  readonly refused: readonly { readonly rule: string; readonly record: string; readonly problem: Problem }[];
}

/** Does by itself what the declarations' timed rules say, while somebody is at the desk. Rules: docs/behaviour/timed-rules.md. */
export class RuleRunner {
  readonly #parts: RuleParts;
  /** Where the next round of a rule goes on. */
  readonly #places = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(parts: RuleParts) {
    this.#parts = parts;
  }

  begin(): void {
    this.#later(first);
  }

  /** One round over all rules; nothing while nobody is at the desk or another window is at it. */
  async round(): Promise<Round> {
    if (!this.#parts.actor()) return { done: 0, refused: [] };
    return (await this.#parts.alone(() => this.#all())) ?? { done: 0, refused: [] };
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #all(): Promise<Round> {
    const { catalogue, write, zone } = this.#parts;
    let done = 0;
    const refused: Round['refused'][number][] = [];
    for (const type of catalogue.types) {
      for (const rule of type.rules ?? []) {
        for (const record of await this.#lookedAt(type.name, rule)) {
          if (this.#isClosed) return { done, refused };
          const result = await write((environment) => fire(rule, record, environment, zone()));
          if (result.ok) done += result.value ? 1 : 0;
          else refused.push(...result.error.map((problem) => ({ rule: rule.name, record, problem })));
        }
      }
    }
    return { done, refused };
  }

  async #lookedAt(type: string, { name, where }: TimedRule): Promise<readonly string[]> {
    const offset = this.#places.get(name) ?? 0;
    const query = { type, where, sort: [{ column: 'createdAt' }] };
    const { total, ids } = await this.#parts.ids(query, { offset, limit: most });
    this.#places.set(name, offset + most < total ? offset + most : 0);
    return ids;
  }

  #later(wait: number): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      void this.round()
        .catch((error: unknown) => this.#parts.onFault(readProblem(error)))
        .finally(() => this.#later(pause));
    }, wait);
  }
}
