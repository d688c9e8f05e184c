import type { Catalogue } from '#shared/definition/catalogue.ts';
import { emptyConfig, type Config } from '#shared/definition/config.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { chainEntries, noHead, type Draft, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { hashEntry } from '#shared/changelog/hash-entry.ts';
import { canExtend, extendFold, foldRecord } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { Environment, RecordSource } from '#shared/engine/environment.ts';
import { execute, type Outcome } from '#shared/engine/execute.ts';
import { fire } from '#shared/engine/fire.ts';
import type { TimedRule } from '#shared/definition/timed-rule.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { nextStamp } from '#shared/kernel/clock.ts';
import { createRecordIdSource, formatNumber, type EntryRef } from '#shared/kernel/ids.ts';
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
    const result = await execute(command, this.#environment(actor));
    if (result.ok) this.#keep(result.value);
    return result;
  }

  /** Does what a timed rule says, with somebody at the desk. */
  async fire(
    actor: Actor,
    rule: TimedRule,
    record: string,
  ): Promise<Result<Outcome | undefined, readonly Problem[]>> {
    const result = await fire(rule, record, this.#environment(actor), 'UTC');
    if (result.ok && result.value) this.#keep(result.value);
    return result;
  }

  #environment(actor: Actor): Environment {
    return {
      catalogue: this.#catalogue,
      source: this,
      config: this.config,
      actor,
      now: this.now,
      replica: this.id,
      head: this.#head,
      newId: this.#newId,
      nextNumber: (prefix) => this.#number(prefix),
    };
  }

  #keep({ head, entries }: Outcome): void {
    this.#head = head;
    for (const entry of entries) this.take(entry);
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

  /** Rules as a hub does, in its own log. */
  rule(record: string, verdict: 'aside' | 'stands', entries: readonly EntryRef[]): void {
    const state = this.states.get(record);
    const { entries: chained, head } = chainEntries(this.id, this.#head, [
      {
        stamp: nextStamp(state?.last.stamp, this.now),
        actor: '',
        type: state?.type ?? '',
        record,
        body: { kind: 'rule', entries, verdict, code: 'OUT-PER-001', reason: 'You may not do that.' },
      },
    ]);
    this.#head = head;
    for (const entry of chained) this.take(entry);
  }

  async create(actor: Actor, type: string, fields: Outcome['record']['fields']): Promise<string> {
    return (await this.must(actor, { kind: 'create', type, fields })).record.id;
  }

  /** Writes what no engine was asked for, as a program that was changed would. */
  write(...drafts: readonly Draft[]): readonly Entry[] {
    const { entries, head } = chainEntries(this.id, this.#head, drafts);
    this.#head = head;
    for (const entry of entries) this.take(entry);
    return entries;
  }

  /** Goes on after the own entries that came from elsewhere. */
  resume(): void {
    const last = this.log.findLast(({ replica }) => replica === this.id);
    if (last) this.#head = { seq: last.seq, hash: hashEntry(last) };
  }

  /** Takes an entry in, own or from elsewhere. */
  take(entry: Entry): void {
    const before = this.states.get(entry.record);
    this.log.push(entry);
    const state = canExtend(before, entry) ? extendFold(before, entry) : foldRecord(this.of(entry.record));
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
