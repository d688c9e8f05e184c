import type { Origin } from '../changelog/entry.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { LifeStep, RecordView } from '../definition/record.ts';
import type { FieldValue, FieldValues } from '../definition/values.ts';
import type { Audience, Transition } from '../definition/lifecycle.ts';
import { landing } from '../engine/lifecycle.ts';
import { createKey, Occurrences } from './identity.ts';
import type { ImportedFact } from './imported.ts';

/**
 * Builds the entries of one imported record and keeps the record as they leave it, so that derived values can be asked on
 * the way. Needs no log: references between entries are settled when they are written.
 */
export class RecordBuilder {
  readonly type: RecordType;
  readonly id: string;
  readonly facts: ImportedFact[] = [];
  readonly #suffixes = new Occurrences();
  readonly #life: LifeStep[] = [];
  /** Entry of each step of the life, to mend its time later. */
  readonly #acts: number[] = [];
  #fields: FieldValues = {};
  #state: string;
  #createdAt = 0;
  #createdBy = '';
  #last: Origin = {};
  #notes = 0;

  constructor(type: RecordType, id: string) {
    this.type = type;
    this.id = id;
    this.#state = type.lifecycle.initial;
  }

  get state(): string {
    return this.#state;
  }

  value(field: string): FieldValue {
    return this.#fields[field] ?? null;
  }

  create(fields: FieldValues, origin: Origin): void {
    this.#fields = fields;
    this.#createdAt = origin.at ?? 0;
    this.#createdBy = origin.by ?? '';
    this.#add(createKey, { kind: 'create', fields }, origin);
  }

  set(fact: string, fields: FieldValues, origin: Origin): void {
    this.#fields = { ...this.#fields, ...fields };
    this.#add(this.#keyOf(fact, 'set'), { kind: 'set', fields }, origin);
  }

  act(fact: string, transition: Transition, fields: FieldValues, origin: Origin): void {
    const { action } = transition;
    const from = this.#state;
    const to = landing(transition, from);
    this.#fields = { ...this.#fields, ...fields };
    this.#state = to;
    const inferred = origin.inferred ? { inferred: true } : {};
    const { at = 0, by: actor = '' } = origin;
    this.#life.push({
      ref: `import:${this.#life.length + 1}`,
      action,
      from,
      to,
      at,
      actor,
      inputs: fields,
      ...inferred,
    });
    this.#acts.push(this.facts.length);
    this.#add(this.#keyOf(fact, action), { kind: 'act', action, to, fields }, origin);
  }

  note(fact: string, text: string, audience: Audience, origin: Origin): void {
    this.#notes += 1;
    this.#add(this.#keyOf(fact, 'note'), { kind: 'note', text, audience }, origin);
  }

  /** Takes back the newest entry, which must be an act, and gives its fields the values they had. */
  undoAct(fieldsBefore: FieldValues): void {
    const step = this.#life.pop();
    const place = this.#acts.pop();
    if (!step || place !== this.facts.length - 1) throw new Error('Only the newest entry can be taken back.');
    this.facts.pop();
    this.#fields = { ...this.#fields, ...fieldsBefore };
    this.#state = step.from;
  }

  /** Gives the last act of an action another time, or further values; nothing where there is none. */
  mendAct(action: string, change: { readonly at?: number; readonly fields?: FieldValues }): void {
    const index = this.#life.findLastIndex((candidate) => candidate.action === action);
    const step = this.#life[index];
    const place = this.#acts[index] ?? -1;
    const entry = this.facts[place];
    if (entry?.body.kind !== 'act' || !step) return;
    const at = change.at ?? step.at;
    const fields = { ...entry.body.fields, ...change.fields };
    this.facts[place] = { ...entry, body: { ...entry.body, fields }, origin: { ...entry.origin, at } };
    this.#life[index] = { ...step, at, inputs: fields };
    this.#fields = { ...this.#fields, ...change.fields };
  }

  /** The record after the entries so far. */
  view(number: string): RecordView {
    return {
      id: this.id,
      type: this.type.name,
      number,
      state: this.#state,
      fields: this.#fields,
      life: this.#life,
      conflicts: [],
      overtaken: [],
      createdAt: this.#createdAt,
      createdBy: this.#createdBy,
      updatedAt: this.#last.at ?? this.#createdAt,
      updatedBy: this.#last.by ?? this.#createdBy,
      noteCount: this.#notes,
      minutesSpent: 0,
    };
  }

  #keyOf(fact: string, suffix: string): string {
    const count = this.#suffixes.next(`${fact}.${suffix}`);
    return count === 0 ? `${fact}.${suffix}` : `${fact}.${suffix}.${count + 1}`;
  }

  #add(key: string, body: ImportedFact['body'], origin: Origin): void {
    this.#last = origin;
    this.facts.push({ key, body, origin });
  }
}
