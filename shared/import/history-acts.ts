import type { Origin } from '../changelog/entry.ts';
import type { Config } from '../definition/config.ts';
import type { Transition } from '../definition/lifecycle.ts';
import { isEmpty, type FieldValue, type FieldValues } from '../definition/values.ts';
import { transitionFor } from '../engine/lifecycle.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import type { HistoryEvent } from './history-events.ts';
import { pathTo, stateFields, stayingAct } from './move.ts';
import type { RecordBuilder } from './record-builder.ts';
import type { ActRule, EventRules } from './template.ts';

/** A count that the source keeps is not followed further than this in one row. */
const mostInferred = 50;

export interface ActParts {
  readonly rules: EventRules;
  readonly builder: RecordBuilder;
  readonly config: Config;
  /** A whole number in a column of an event. */
  readonly count: (event: HistoryEvent, column: string) => number | undefined;
  readonly onProblem: (problem: Problem) => void;
}

/** Writes the acts of one history: those that fields call for, and the way from state to state. */
export class HistoryActs {
  readonly #parts: ActParts;
  readonly #builder: RecordBuilder;

  constructor(parts: ActParts) {
    this.#parts = parts;
    this.#builder = parts.builder;
  }

  /**
   * The acts of an event. An act that is not possible in the state before the event is tried after it. `staysBehind`: the
   * record does not follow into the state of this row, because a later row states when that was reached.
   */
  write(event: HistoryEvent, changed: FieldValues, origin: Origin, staysBehind: boolean): void {
    const { acts } = this.#parts.rules;
    const late = acts.filter((rule) => !this.#fieldAct(event, rule, changed, origin, false));
    this.#followCounts(event, origin);
    if (!staysBehind) this.#move(event, origin);
    for (const rule of late) this.#fieldAct(event, rule, changed, origin, true);
    if (late.length > 0) this.#followCounts(event, origin);
  }

  /** A derived value that counts, as the history stands now. */
  counted(derived: string): number {
    const value = this.#builder.type.derived[derived]?.compute(this.#builder.view(''), this.#parts.config);
    return typeof value === 'number' ? value : 0;
  }

  /** @returns false where the action is not possible in this state and may be after the move. */
  #fieldAct(
    event: HistoryEvent,
    rule: ActRule,
    changed: FieldValues,
    origin: Origin,
    isLast: boolean,
  ): boolean {
    const builder = this.#builder;
    const fields: Record<string, FieldValue> = {};
    for (const name of rule.fields) {
      const value = changed[name];
      if (value !== undefined && !isSameValue(builder.value(name), value)) fields[name] = value;
    }
    if (Object.keys(fields).length === 0) return true;
    const transition = transitionFor(builder.type.lifecycle, rule.action, builder.state);
    if (!transition && !isLast) return false;
    if (transition && this.#actWithin(event, rule, transition, fields, origin)) return true;
    builder.set(event.fact, fields, event.origin);
    return true;
  }

  /** IMP-27: no act where it would count for more than the source counts; the values are written as an edit then. */
  #actWithin(
    event: HistoryEvent,
    rule: ActRule,
    transition: Transition,
    fields: FieldValues,
    origin: Origin,
  ): boolean {
    const builder = this.#builder;
    const before = Object.fromEntries(Object.keys(fields).map((name) => [name, builder.value(name)]));
    const wanted = rule.count && this.#parts.count(event, rule.count.column);
    const counted = rule.count ? this.counted(rule.count.derived) : 0;
    builder.act(event.fact, transition, fields, origin);
    if (!rule.count || wanted === undefined) return true;
    if (this.counted(rule.count.derived) <= Math.max(counted, wanted)) return true;
    builder.undoAct(before);
    return false;
  }

  #followCounts(event: HistoryEvent, origin: Origin): void {
    for (const rule of this.#parts.rules.acts) this.#followCount(event, rule, origin);
  }

  /** IMP-28: where the source counts more such acts than it shows, the missing ones are put in, marked as inferred. */
  #followCount(event: HistoryEvent, rule: ActRule, origin: Origin): void {
    const builder = this.#builder;
    const wanted = rule.count && this.#parts.count(event, rule.count.column);
    if (!rule.count || wanted === undefined) return;
    for (let turn = 0; turn < mostInferred; turn += 1) {
      const before = this.counted(rule.count.derived);
      const transition = transitionFor(builder.type.lifecycle, rule.action, builder.state);
      if (before >= wanted || !transition) return;
      const held = Object.fromEntries(rule.fields.map((name) => [name, builder.value(name)]));
      builder.act(event.fact, transition, held, { ...origin, inferred: true });
      if (this.counted(rule.count.derived) > before || transition.to !== 'same') continue;
      builder.undoAct(held);
      return;
    }
  }

  /** Brings the record to the state of the row by the shortest way; steps that the source does not name are inferred. */
  #move(event: HistoryEvent, origin: Origin): void {
    const builder = this.#builder;
    const { lifecycle } = builder.type;
    const { rule } = event;
    const fields = this.#differing(event);
    if (rule.is.includes(builder.state)) {
      if (Object.keys(fields).length === 0) return;
      const transition = stayingAct(lifecycle, builder.state, Object.keys(fields));
      if (transition) builder.act(event.fact, transition, fields, event.origin);
      else builder.set(event.fact, fields, event.origin);
      return;
    }
    const path = pathTo(lifecycle, builder.state, rule);
    if (!path) this.#parts.onProblem(this.#unreachable(event));
    path?.forEach((transition, index) => {
      const isLast = index === path.length - 1;
      const how = isLast ? event.origin : { ...origin, inferred: true };
      builder.act(event.fact, transition, isLast ? fields : {}, how);
    });
  }

  #differing({ rule }: HistoryEvent): FieldValues {
    const wanted = Object.entries(stateFields(this.#builder.type, rule));
    return Object.fromEntries(
      wanted.filter(([name, value]) => !isSameValue(this.#builder.value(name), value)),
    );
  }

  #unreachable(event: HistoryEvent): Problem {
    const { type, state } = this.#builder;
    const { states } = type.lifecycle;
    const target = event.rule.is[0] ?? '';
    const fault = problem('OUT-IMP-018', {
      recordType: type.label,
      value: event.key,
      state: states[state]?.label ?? state,
      target: states[target]?.label ?? target,
    });
    return locate(fault, { line: event.row.line, column: this.#parts.rules.state.column });
  }
}

export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return a === b || (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);
}
