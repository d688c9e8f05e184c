import { catalogue } from '#shared/processes/catalogue.ts';
import { chainEntries, noHead, type Head } from '#shared/changelog/chain.ts';
import type { Entry } from '#shared/changelog/entry.ts';
import { extendFold } from '#shared/changelog/fold.ts';
import type { FoldState } from '#shared/changelog/fold-state.ts';
import { projectRecord } from '#shared/changelog/project.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Actor, Role } from '#shared/definition/permission.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { Command } from '#shared/engine/commands.ts';
import { deriveValues } from '#shared/engine/derive.ts';
import type { Environment } from '#shared/engine/environment.ts';
import { execute, type Outcome } from '#shared/engine/execute.ts';
import { fire } from '#shared/engine/fire.ts';
import { seedFields, seedId } from '#shared/engine/seed.ts';
import { shapeOf } from '#shared/engine/shape.ts';
import { createRecordIdSource, formatNumber, type EntryRef } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/errors.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Monday, 2 November 2026, 08:00Z. */
export const monday = Date.UTC(2026, 10, 2, 8);

const replica = 'testreplica';

/** A whole desk in memory: the real catalogue and engine over a Map, with a clock that the test sets. */
export class Desk {
  now = monday;
  readonly entries: Entry[] = [];
  #head: Head = noHead;
  readonly #states = new Map<string, FoldState>();
  readonly #counters = new Map<string, number>();
  readonly #newId = createRecordIdSource();
  #version = 0;

  readonly config: Config = this.#makeConfig();

  /** Makes the records every unit starts with. */
  static seeded(now = monday): Desk {
    const desk = new Desk();
    desk.now = now;
    const seeds = catalogue.processes.flatMap((process) => process.seed);
    for (const seed of seeds) {
      desk.put(
        seed.type,
        seedFields(seed, desk.type(seed.type), seeds),
        seedId(seed.type, seed.key),
        seed.acts,
      );
    }
    return desk;
  }

  seed(type: string, key: string): string {
    return seedId(type, key);
  }

  /** Writes a record as it is, unchecked: what is there before the test begins. */
  put(
    type: string,
    fields: FieldValues,
    id = this.#newId(this.now),
    acts: readonly { readonly action: string; readonly inputs: FieldValues }[] = [],
  ): string {
    const declared = this.type(type);
    const about = { stamp: { wall: this.now, counter: 0 }, actor: 'seed', type, record: id };
    this.#write({
      ...about,
      body: { kind: 'create', number: this.#number(declared.prefix), version: 0, fields },
    });
    for (const { action } of acts) {
      const view = this.view(id);
      const transition = declared.lifecycle.transitions.find(
        (other) => other.action === action && other.from.includes(view.state),
      );
      if (!transition) throw new Error(`${type} has no ${action} from ${view.state}.`);
      const base = this.#lastAct(id);
      const to = transition.to === 'same' ? view.state : transition.to;
      this.#write({ ...about, stamp: this.#next(id), body: { kind: 'act', action, to, base, fields: {} } });
    }
    return id;
  }

  person(name: string, ...roles: readonly Role[]): Actor {
    const id = this.put('person', { name, roles });
    return { id, roles, teams: [] };
  }

  type(name: string): RecordType {
    const type = catalogue.type(name);
    if (!type) throw new Error(`No type ${name}.`);
    return type;
  }

  has(id: string): boolean {
    return this.#states.has(id);
  }

  view(id: string): RecordView {
    const state = this.#states.get(id);
    const type = state && catalogue.type(state.type);
    const view = state && type && projectRecord(state, shapeOf(type));
    if (!view) throw new Error(`No record ${id}.`);
    return view;
  }

  all(type: string): readonly RecordView[] {
    return [...this.#states.values()].filter((state) => state.type === type).map(({ id }) => this.view(id));
  }

  derived(id: string): ReturnType<typeof deriveValues> {
    const view = this.view(id);
    return deriveValues(this.type(view.type), view, this.config, this.now);
  }

  notes(id: string): readonly string[] {
    return this.entries.flatMap(({ record, body }) =>
      record === id && body.kind === 'note' ? [body.text] : [],
    );
  }

  /** The problems of a command, or none and it is done. */
  async try(actor: Actor, command: Command): Promise<readonly Problem[]> {
    const result = await execute(command, this.#environment(actor));
    if (!result.ok) return result.error;
    this.#keep(result.value);
    return [];
  }

  /** A round of all timed rules over all records. @returns how many did something. */
  async round(): Promise<number> {
    let done = 0;
    const nobody: Actor = { id: 'nobody', roles: [], teams: [] };
    for (const { name, rules = [] } of catalogue.types) {
      for (const record of this.all(name)) {
        for (const rule of rules) {
          const result = await fire(rule, record.id, this.#environment(nobody), 'UTC');
          if (!result.ok || !result.value) continue;
          this.#keep(result.value);
          done += 1;
        }
      }
    }
    return done;
  }

  #environment(actor: Actor): Environment {
    return {
      catalogue,
      config: this.config,
      actor,
      now: this.now,
      replica,
      head: this.#head,
      newId: this.#newId,
      nextNumber: (prefix) => this.#number(prefix),
      source: {
        load: (id) => Promise.resolve(this.#states.get(id)),
        pointingAt: (type, by, id) => Promise.resolve(this.#pointingAt(type, by, id)),
        entries: (id) => Promise.resolve(this.entries.filter(({ record }) => record === id)),
      },
    };
  }

  #keep({ entries, head }: Outcome): void {
    for (const entry of entries) this.#apply(entry);
    this.#head = head;
  }

  async create(actor: Actor, type: string, fields: FieldValues): Promise<string> {
    const id = this.#newId(this.now);
    await this.#mustWork(actor, { kind: 'create', type, id, fields });
    return id;
  }

  async act(actor: Actor, record: string, action: string, inputs: FieldValues = {}): Promise<RecordView> {
    await this.#mustWork(actor, { kind: 'act', record, action, inputs });
    return this.view(record);
  }

  async edit(actor: Actor, record: string, fields: FieldValues): Promise<RecordView> {
    await this.#mustWork(actor, { kind: 'edit', record, fields });
    return this.view(record);
  }

  async note(actor: Actor, record: string, text: string, minutes?: number): Promise<void> {
    await this.#mustWork(actor, {
      kind: 'note',
      record,
      text,
      audience: 'internal',
      ...(minutes === undefined ? {} : { minutes }),
    });
  }

  /** The refusal of an action, as one text. Fails where it is allowed. */
  async refusal(actor: Actor, record: string, action: string, inputs: FieldValues = {}): Promise<string> {
    const problems = await this.try(actor, { kind: 'act', record, action, inputs });
    if (problems.length === 0) throw new Error(`${action} was allowed.`);
    return problems.map(({ code, message }) => `${code} ${message}`).join('\n');
  }

  async #mustWork(actor: Actor, command: Command): Promise<void> {
    const problems = await this.try(actor, command);
    if (problems.length === 0) return;
    const what = command.kind === 'act' ? command.action : command.kind;
    throw new Error(`${what}: ${problems.map(({ message }) => message).join(' ')}`);
  }

  /** What the next act of a record follows. */
  #lastAct(id: string): EntryRef {
    const base = this.#states.get(id)?.acts.at(-1)?.ref ?? this.#states.get(id)?.create?.ref;
    if (!base) throw new Error(`No record ${id}.`);
    return base;
  }

  #number(prefix: string): string {
    const counter = (this.#counters.get(prefix) ?? 0) + 1;
    this.#counters.set(prefix, counter);
    return formatNumber(prefix, '7K', counter);
  }

  #next(id: string): { wall: number; counter: number } {
    const last = this.#states.get(id)?.last.stamp;
    return last && last.wall >= this.now
      ? { wall: last.wall, counter: last.counter + 1 }
      : { wall: this.now, counter: 0 };
  }

  #write(draft: Parameters<typeof chainEntries>[2][number]): void {
    const { entries, head } = chainEntries(replica, this.#head, [draft]);
    this.#head = head;
    for (const entry of entries) this.#apply(entry);
  }

  #apply(entry: Entry): void {
    this.entries.push(entry);
    this.#states.set(entry.record, extendFold(this.#states.get(entry.record), entry));
    this.#version += 1;
  }

  #pointingAt(type: string, by: string, id: string): readonly string[] {
    return this.all(type)
      .filter((record) => textOf(record, by) === id || listOf(record, by).includes(id))
      .map((record) => record.id);
  }

  #makeConfig(): Config {
    const version = (): number => this.#version;
    return {
      get version() {
        return version();
      },
      all: (type) => this.all(type),
      get: (id) => (this.#states.has(id) ? this.view(id) : undefined),
    };
  }
}
