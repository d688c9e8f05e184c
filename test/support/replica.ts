import type { Catalogue } from '#shared/definition/catalogue.ts';
import { emptyConfig, type Config } from '#shared/definition/config.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { canExtend, extendFold, foldRecord, isJudging } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { RecordSource } from '#shared/engine/environment.ts';
import { execute, type Outcome } from '#shared/engine/execute.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { createRecordIdSource, formatNumber } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';

/** One device in memory: a log, the records folded from it, and the engine over them. */
export class Replica implements RecordSource {
  readonly states = new Map<string, FoldState>();
  /** Every entry that arrived, in order of arrival. */
  readonly log: Entry[] = [];
  now = Date.UTC(2026, 10, 2, 8);
  config: Config = emptyConfig;
  readonly #catalogue: Catalogue;
  readonly #name: string;
  readonly #newId: (now: number) => string;
  readonly #counters = new Map<string, number>();
  #head: Head = noHead;

  /** @param name one letter; makes a replica id and a short code of it. */
  constructor(catalogue: Catalogue, name = 'A') {
    this.#catalogue = catalogue;
    this.#name = name;
    let calls = 0;
    this.#newId = createRecordIdSource((length) => {
      calls += 1;
      return new Uint8Array(length).fill(name.charCodeAt(0)).fill(calls % 256, 2);
    });
  }

  get id(): string {
    return this.#name.repeat(11);
  }

  async do(actor: Actor, command: Command): Promise<Result<Outcome, readonly Problem[]>> {
    const result = await execute(command, {
      catalogue: this.#catalogue,
      source: this,
      config: this.config,
      actor,
      now: this.now,
      replica: this.id,
      head: this.#head,
      newId: this.#newId,
      nextNumber: (prefix) => this.#number(prefix),
    });
    if (result.ok) {
      this.#head = result.value.head;
      for (const entry of result.value.entries) this.take(entry);
    }
    return result;
  }

  /** The same, and it must be allowed. */
  async must(actor: Actor, command: Command): Promise<Outcome> {
    const result = await this.do(actor, command);
    if (!result.ok) throw new Error(result.error.map(({ code, message }) => `${code} ${message}`).join('\n'));
    return result.value;
  }

  /** The codes of the problems that refuse it. */
  async refusal(actor: Actor, command: Command): Promise<readonly string[]> {
    const result = await this.do(actor, command);
    return result.ok ? [] : result.error.map(({ code }) => code);
  }

  async create(actor: Actor, type: string, fields: Outcome['record']['fields']): Promise<string> {
    return (await this.must(actor, { kind: 'create', type, fields })).record.id;
  }

  /** Takes an entry in, own or from elsewhere. */
  take(entry: Entry): void {
    const before = this.states.get(entry.record);
    this.log.push(entry);
    const isLast = !before || canExtend(before, entry);
    const state = isLast && !isJudging(entry) ? extendFold(before, entry) : foldRecord(this.of(entry.record));
    this.states.set(entry.record, state);
  }

  /** Takes over what the other has of each log beyond what is here; of each log at most so many entries. */
  receive(other: Replica, most = Infinity): void {
    const replicas = new Set(other.log.map(({ replica }) => replica));
    for (const replica of replicas) {
      const known = this.log.filter((entry) => entry.replica === replica).length;
      const missing = other.log.filter((entry) => entry.replica === replica && entry.seq > known);
      for (const entry of missing.slice(0, most)) this.take(entry);
    }
  }

  of(record: string): readonly Entry[] {
    return this.log.filter((entry) => entry.record === record);
  }

  view(id: string): RecordView {
    const state = this.states.get(id);
    const type = state && this.#catalogue.type(state.type);
    const view = state && type && projectRecord(state, shapeOf(type));
    if (!view) throw new Error(`No record ${id}.`);
    return view;
  }

  load = (id: string): Promise<FoldState | undefined> => Promise.resolve(this.states.get(id));

  entries = (id: string): Promise<readonly Entry[]> => Promise.resolve(this.of(id));

  pointingAt = (type: string, by: string, id: string): Promise<readonly string[]> => {
    const pointing = [...this.states.values()].filter((state) => {
      if (state.type !== type || !state.create) return false;
      const view = this.view(state.id);
      return textOf(view, by) === id || listOf(view, by).includes(id);
    });
    return Promise.resolve(pointing.map((state) => state.id));
  };

  #number(prefix: string): string {
    const counter = (this.#counters.get(prefix) ?? 0) + 1;
    this.#counters.set(prefix, counter);
    return formatNumber(prefix, `7${this.#name}`, counter);
  }
}
