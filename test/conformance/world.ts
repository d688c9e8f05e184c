import { catalogue } from '#shared/processes/catalogue.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Field } from '#shared/definition/field.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { allRoles } from '#shared/definition/roles.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValue, FieldValues, TableRow } from '#shared/definition/values.ts';
import { seedFields, seedId } from '#shared/engine/seed.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { Replica } from '#test/support/replica.ts';
import { preparations, samples } from './samples.ts';

/** How a record is made: with what it must have, or with a value in every field that a person may fill. */
export type Filling = 'least' | 'full';

const day = 86_400_000;
const mostTries = 12;
const seeds = catalogue.processes.flatMap((process) => process.seed);
/** The first is a text like others, and the code of a process where one is asked for. */
const texts = [
  'IM',
  'Sample',
  'SAMPLE-1',
  'sample@unit.example',
  'https://unit.example/',
  '07:30',
  'UTC',
  '1',
];

/** A workspace in memory with the shipped records, and values for anything that a declaration asks for. */
export class World {
  readonly desk: Replica;
  readonly worker: Actor;
  /** The same rights, another person: guards set duties apart. */
  readonly colleague: Actor;
  /** Somebody without any right, named nowhere. */
  readonly stranger: Actor = { id: 'stranger', roles: [], teams: [] };
  readonly #pool = new Map<string, string[]>();
  /** How often a value was taken already. */
  #taken = 0;

  private constructor(desk: Replica, [worker, colleague]: readonly [string, string]) {
    this.desk = desk;
    this.worker = { id: worker, roles: allRoles, teams: [] };
    this.colleague = { id: colleague, roles: allRoles, teams: [] };
  }

  static async open(): Promise<World> {
    const desk = new Replica(catalogue);
    desk.config = configOver(desk);
    const first: Actor = { id: 'first', roles: allRoles, teams: [] };
    const worker = await desk.create(first, 'person', { name: 'Worker' });
    const colleague = await desk.create(first, 'person', { name: 'Colleague' });
    const actor = { ...first, id: worker };
    for (const seed of seeds) {
      const fields = seedFields(seed, typeNamed(seed.type), seeds);
      const id = seedId(seed.type, seed.key);
      await desk.must(actor, { kind: 'create', type: seed.type, id, fields });
      for (const { action, inputs } of seed.acts ?? []) {
        await desk.must(actor, { kind: 'act', record: id, action, inputs });
      }
    }
    return new World(desk, [worker, colleague]);
  }

  view(id: string): RecordView {
    return this.desk.view(id);
  }

  /** Makes a record, filling in what the refusals ask for; where that is not enough, as the product ships one. */
  async make(type: RecordType, filling: Filling, actor = this.worker): Promise<string> {
    const sample = (await samples[type.name]?.(this)) ?? {};
    let fields: FieldValues = {
      ...(filling === 'full' ? await this.fullFields(type, actor) : {}),
      ...sample,
    };
    let problems: readonly Problem[] = [];
    for (let tries = 0; tries < mostTries; tries += 1) {
      const result = await this.desk.do(actor, { kind: 'create', type: type.name, fields });
      if (result.ok) return result.value.record.id;
      problems = result.error;
      fields = await this.mend(type, fields, problems, 0);
    }
    const seed = seeds.find((shipped) => shipped.type === type.name);
    if (!seed)
      throw new Error(`No ${type.name} can be made: ${problems.map(({ message }) => message).join(' ')}`);
    return this.desk.create(actor, type.name, seedFields(seed, type, seeds));
  }

  /** A value for every field that the actor may fill by hand. */
  async fullFields(type: RecordType, actor = this.worker): Promise<FieldValues> {
    const fields: Record<string, FieldValue> = {};
    for (const [name, field] of Object.entries(type.fields)) {
      const isHidden = field.visibleTo && !field.visibleTo.allows(actor, undefined);
      const isKept = field.changedBy && !field.changedBy.allows(actor, undefined);
      if (!field.readOnly && !isHidden && !isKept) fields[name] = await this.value(type, field, 0);
    }
    return fields;
  }

  /**
   * Does the action, giving what it needs; where a guard stands in the way, with other values, as another person, or some
   * days later. Returns the problems of the plainest try where none is let through.
   */
  async act(id: string, action: string): Promise<readonly Problem[]> {
    await preparations[`${this.view(id).type}.${action}`]?.(this, id);
    let first: readonly Problem[] | undefined;
    const began = this.desk.now;
    for (const wait of [0, 4 * day]) {
      this.desk.now = began + wait;
      for (const actor of [this.worker, this.colleague]) {
        for (const variant of [0, 1, 2]) {
          for (const withOffers of [false, true]) {
            const problems = await this.#tryAct(id, action, actor, variant, withOffers);
            if (problems.length === 0) return [];
            first ??= problems;
          }
        }
      }
    }
    this.desk.now = began;
    return first ?? [];
  }

  /** The inputs that an action needs, valid. */
  async inputs(id: string, action: string, variant = 0, withOffers = false): Promise<FieldValues> {
    const view = this.view(id);
    const type = typeNamed(view.type);
    const transition = type.lifecycle.transitions.find(
      (other) => other.action === action && other.from.includes(view.state),
    );
    const names = [...(transition?.needs ?? []), ...(withOffers ? (transition?.offers ?? []) : [])];
    const inputs: Record<string, FieldValue> = {};
    for (const [index, name] of names.entries()) {
      const field = type.fields[name];
      // Two people who must differ are asked for as two references.
      const own = field?.kind === 'reference' ? variant + index : variant;
      if (field) inputs[name] = await this.value(type, field, own);
    }
    return inputs;
  }

  /** A valid value; other variants are other values where the field has any. */
  async value(type: RecordType, field: Field, variant: number): Promise<FieldValue> {
    switch (field.kind) {
      case 'text':
        return textFor(field, variant);
      case 'longText':
        return `Long sample ${variant}`;
      case 'integer':
      case 'number':
        return Math.min(Math.max(field.min ?? 1, 1 + variant), field.max ?? Infinity);
      case 'boolean':
        return variant % 2 === 0;
      case 'date':
        return `2027-01-0${1 + variant}`;
      case 'instant':
        return this.desk.now + variant * day;
      case 'duration':
        return `PT${1 + variant}H`;
      case 'choice':
        return field.choices[variant % field.choices.length]?.value ?? null;
      case 'tags':
        return [`tag${variant}`];
      case 'reference':
        return this.#reference(type, field.to, variant);
      case 'references':
        return [await this.#reference(type, field.to, variant)];
      case 'table': {
        const row: Record<string, TableRow[string]> = {};
        // Columns of one row differ: hours end later than they begin.
        for (const [index, [name, column]] of Object.entries(field.columns).entries()) {
          const own = column.kind === 'text' ? variant + index : variant;
          row[name] = (await this.value(type, column, own)) as TableRow[string];
        }
        return [row];
      }
    }
  }

  /** Values with what the problems ask for put in, and what they complain of taken out. */
  async mend(
    type: RecordType,
    fields: FieldValues,
    problems: readonly Problem[],
    variant: number,
  ): Promise<FieldValues> {
    const mended: Record<string, FieldValue> = { ...fields };
    for (const { code, what } of problems) {
      const name = what?.field ?? '';
      const field = type.fields[name];
      if (!field) continue;
      if (code === 'OUT-VAL-012') {
        this.#taken += 1;
        mended[name] = await this.value(type, field, this.#taken);
        continue;
      }
      const isMissing = code === 'OUT-VAL-001' || !Object.hasOwn(fields, name);
      if (isMissing) mended[name] = await this.value(type, field, variant);
      else delete mended[name];
    }
    return mended;
  }

  async #tryAct(
    id: string,
    action: string,
    actor: Actor,
    variant: number,
    withOffers: boolean,
  ): Promise<readonly Problem[]> {
    const type = typeNamed(this.view(id).type);
    let inputs = await this.inputs(id, action, variant, withOffers);
    for (let tries = 0; ; tries += 1) {
      const result = await this.desk.do(actor, { kind: 'act', record: id, action, inputs });
      if (result.ok) return [];
      const next = await this.mend(type, inputs, result.error, variant);
      if (tries === mostTries || JSON.stringify(next) === JSON.stringify(inputs)) return result.error;
      inputs = next;
    }
  }

  /** A record of one of the types; made when there are too few. */
  async #reference(of: RecordType, to: readonly string[], variant: number): Promise<string> {
    const type = typeNamed(to[0] ?? '');
    const pool = this.#pool.get(type.name) ?? [];
    this.#pool.set(type.name, pool);
    while (pool.length <= variant) {
      if (type.name === 'person' && pool.length === 0) pool.push(this.worker.id);
      else if (type.name === 'person' && pool.length === 1) pool.push(this.colleague.id);
      else if (type === of && pool.length === 0) pool.push(await this.make(type, 'least'));
      else pool.push(await this.make(type, 'least'));
    }
    return pool[variant] ?? '';
  }
}

export function typeNamed(name: string): RecordType {
  const type = catalogue.type(name);
  if (!type) throw new Error(`No type ${name}.`);
  return type;
}

function textFor(field: Extract<Field, { kind: 'text' }>, variant: number): string {
  if (field.format === 'time') return `${String(7 + variant).padStart(2, '0')}:30`;
  if (field.format === 'marking') return variant === 0 ? 'UNCLASSIFIED' : `UNCLASSIFIED//V${variant}`;
  const matching = texts
    .map((text) => (variant === 0 || field.pattern || field.format ? text : `${text} ${variant}`))
    .filter((text) => fits(field, text));
  return matching[0] ?? 'Sample';
}

function fits({ pattern, format, maxLength = 200 }: Extract<Field, { kind: 'text' }>, text: string): boolean {
  if (pattern && !pattern.regex.test(text)) return false;
  if (text.length > maxLength) return false;
  const byFormat = {
    email: /@/,
    url: /^https:/,
    time: /^\d\d:\d\d$/,
    zone: /^UTC$/,
    phone: /./,
    marking: /^UN/,
  };
  return format === undefined || byFormat[format].test(text);
}

/** The configuration as it is now: read anew from the records. */
function configOver(desk: Replica): Config {
  const views = (type: string) =>
    [...desk.states.values()].filter((state) => state.type === type).map(({ id }) => desk.view(id));
  return {
    get version() {
      return desk.log.length;
    },
    all: (type) => (catalogue.type(type)?.config ? views(type) : []),
    get: (id) => (desk.states.has(id) ? desk.view(id) : undefined),
  };
}
