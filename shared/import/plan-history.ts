import type { Origin } from '../changelog/entry.ts';
import type { Config } from '../definition/config.ts';
import type { FieldValue, FieldValues } from '../definition/values.ts';
import type { Transition } from '../definition/lifecycle.ts';
import { isEmpty } from '../definition/values.ts';
import { transitionFor } from '../engine/lifecycle.ts';
import { checkRecord, checkValues } from '../engine/validate.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import { readEvents, type HistoryEvent } from './history-events.ts';
import type { Mapping } from './mapping.ts';
import { pathTo, stateFields, stayingAct } from './move.ts';
import type { PlannedRecord } from './planned.ts';
import { RecordBuilder } from './record-builder.ts';
import type { SourceRow } from './source-row.ts';
import type { ActRule, EventRules, StateRule } from './template.ts';

/** A count that the source keeps is not followed further than this in one row. */
const mostInferred = 50;

/**
 * Makes the history of one record from its rows (IMP-21 to IMP-33): the first makes the record, each further row writes what
 * it changed, every row is seen in the timeline with its own time and actor.
 */
export function planHistory(
  mapping: Mapping,
  rules: EventRules,
  rows: readonly SourceRow[],
  id: string,
  config: Config,
): PlannedRecord {
  return new History(mapping, rules, config, id).plan(rows);
}

class History {
  readonly #mapping: Mapping;
  readonly #rules: EventRules;
  readonly #config: Config;
  readonly #builder: RecordBuilder;
  readonly #problems: Problem[] = [];
  readonly #notices: Problem[] = [];
  /** Fields that an action writes, and those that become known with one. */
  readonly #special: ReadonlySet<string>;

  constructor(mapping: Mapping, rules: EventRules, config: Config, id: string) {
    this.#mapping = mapping;
    this.#rules = rules;
    this.#config = config;
    this.#builder = new RecordBuilder(mapping.type, id);
    this.#special = new Set([
      ...rules.acts.flatMap((act) => act.fields),
      ...mapping.template.columns.filter((column) => column.knownWith).map((column) => column.field),
    ]);
  }

  plan(rows: readonly SourceRow[]): PlannedRecord {
    const read = readEvents(this.#mapping, this.#rules, rows);
    this.#problems.push(...read.problems);
    this.#notices.push(...read.notices);
    const [first, ...rest] = read.events;
    const line = Math.min(...rows.map((row) => row.line));
    if (first && this.#problems.length === 0) {
      this.#open(first);
      let before = first;
      for (const event of rest) {
        this.#change(before, event);
        before = event;
      }
      this.#finish(read.events);
      this.#check(before);
    }
    const { type, id, entries } = this.#builder;
    return {
      record: { id, type: type.name, line, entries },
      view: this.#builder.view(read.number),
      key: read.number,
      lines: rows.map((row) => row.line),
      problems: this.#problems,
      notices: this.#notices,
    };
  }

  #open(event: HistoryEvent): void {
    const plain = Object.entries(event.values).filter(([name, value]) => !this.#special.has(name) && !isEmpty(value));
    const fields = { ...this.#mapping.fixed(event.row), ...Object.fromEntries(plain) };
    const { opened, origin } = event;
    this.#builder.create(fields, opened);
    // The source does not say that these acts took place, only that the record was so when it was first written down.
    this.#write(event, event.values, { ...opened, inferred: true });
    if (opened.at !== origin.at || opened.by !== origin.by) {
      this.#note(event, [`First entry in ${this.#mapping.template.source}`, ...event.unmapped]);
    } else if (event.unmapped.length > 0) this.#note(event, event.unmapped);
  }

  #change(before: HistoryEvent, event: HistoryEvent): void {
    const count = this.#builder.entries.length;
    const changed: Record<string, FieldValue> = {};
    for (const [name, value] of Object.entries(event.values)) {
      if (!isSame(before.values[name] ?? null, value)) changed[name] = value;
    }
    const plain = Object.entries(changed).filter(([name]) => !this.#special.has(name));
    if (plain.length > 0) this.#builder.set(event.fact, Object.fromEntries(plain), event.origin);
    this.#write(event, changed, event.origin);
    const says = event.changesSince(before);
    const isSeen = this.#builder.entries.slice(count).some((entry) => !entry.origin.inferred);
    if (!isSeen || says.length > 0) this.#note(event, says);
  }

  #note(event: HistoryEvent, says: readonly string[]): void {
    const { source } = this.#mapping.template;
    const text = says.length > 0 ? says.join('\n') : `Updated in ${source} without a visible change`;
    this.#builder.note(event.fact, `${text}${event.suffix}`, 'internal', event.origin);
  }

  /** Acts of an event: those that its fields call for, and the way to its state. What is not legal yet is tried after it. */
  #write(event: HistoryEvent, changed: FieldValues, origin: Origin): void {
    const late = this.#rules.acts.filter((rule) => !this.#fieldAct(event, rule, changed, origin, false));
    this.#move(event, origin);
    for (const rule of late) this.#fieldAct(event, rule, changed, origin, true);
    for (const rule of this.#rules.acts) this.#followCount(event, rule, origin);
  }

  /** @returns false where the action is not possible in this state and may be after the move. */
  #fieldAct(event: HistoryEvent, rule: ActRule, changed: FieldValues, origin: Origin, isLast: boolean): boolean {
    const builder = this.#builder;
    const fields: Record<string, FieldValue> = {};
    for (const name of rule.fields) {
      const value = changed[name];
      if (value !== undefined && !isSame(builder.value(name), value)) fields[name] = value;
    }
    if (Object.keys(fields).length === 0) return true;
    const transition = transitionFor(builder.type.lifecycle, rule.action, builder.state);
    if (!transition && !isLast) return false;
    if (transition && this.#actWithin(event, rule, transition, fields, origin)) return true;
    builder.set(event.fact, fields, { ...origin, inferred: false });
    return true;
  }

  /** IMP-27: no act where it would count for more than the source counts; the values are written as an edit then. */
  #actWithin(event: HistoryEvent, rule: ActRule, transition: Transition, fields: FieldValues, origin: Origin): boolean {
    const builder = this.#builder;
    const before = Object.fromEntries(Object.keys(fields).map((name) => [name, builder.value(name)]));
    const counted = rule.count && this.#counted(rule.count.derived);
    builder.act(event.fact, transition, fields, origin);
    if (!rule.count || counted === undefined) return true;
    const now = this.#counted(rule.count.derived);
    if (now <= Math.max(counted, event.count(rule.count.column) ?? now)) return true;
    builder.undoAct(before);
    return false;
  }

  /** IMP-28: where the source counts more such acts than it shows, the missing ones are put in, marked as inferred. */
  #followCount(event: HistoryEvent, rule: ActRule, origin: Origin): void {
    const builder = this.#builder;
    const wanted = rule.count && event.count(rule.count.column);
    if (!rule.count || wanted === undefined) return;
    for (let turn = 0; turn < mostInferred; turn += 1) {
      const before = this.#counted(rule.count.derived);
      const transition = transitionFor(builder.type.lifecycle, rule.action, builder.state);
      if (before >= wanted || !transition) return;
      const held = Object.fromEntries(rule.fields.map((name) => [name, builder.value(name)]));
      builder.act(event.fact, transition, held, { ...origin, inferred: true });
      if (this.#counted(rule.count.derived) <= before && transition.to === 'same') {
        builder.undoAct(held);
        return;
      }
    }
  }

  #counted(derived: string): number {
    const value = this.#builder.type.derived[derived]?.compute(this.#builder.view(''), this.#config);
    return typeof value === 'number' ? value : 0;
  }

  /** Brings the record to the state of the row by the shortest way; steps that the source does not name are inferred. */
  #move(event: HistoryEvent, origin: Origin): void {
    const { rule } = event;
    const { lifecycle } = this.#builder.type;
    const fields = this.#differing(rule);
    if (rule.is.includes(this.#builder.state)) {
      if (Object.keys(fields).length === 0) return;
      const transition = stayingAct(lifecycle, this.#builder.state, Object.keys(fields));
      if (transition) this.#builder.act(event.fact, transition, fields, origin);
      else this.#builder.set(event.fact, fields, origin);
      return;
    }
    const path = pathTo(lifecycle, this.#builder.state, rule);
    if (!path) {
      const { states } = lifecycle;
      const target = rule.is[0] ?? '';
      const fault = problem('OUT-IMP-018', {
        recordType: this.#builder.type.label,
        value: event.key,
        state: states[this.#builder.state]?.label ?? this.#builder.state,
        target: states[target]?.label ?? target,
      });
      this.#problems.push(locate(fault, { line: event.row.line, column: this.#rules.state.column }));
      return;
    }
    path.forEach((transition, index) => {
      const isLast = index === path.length - 1;
      const how = isLast ? { ...origin, inferred: false } : { ...origin, inferred: true };
      this.#builder.act(event.fact, transition, isLast ? fields : {}, how);
    });
  }

  #differing(rule: StateRule): FieldValues {
    const wanted = Object.entries(stateFields(this.#builder.type, rule));
    return Object.fromEntries(wanted.filter(([name, value]) => !isSame(this.#builder.value(name), value)));
  }

  /** IMP-30, IMP-31: what the source states for the end of the history goes to the last act of its kind. */
  #finish(events: readonly HistoryEvent[]): void {
    const { finished } = this.#rules;
    const last = events.at(-1);
    if (!last) return;
    for (const { rule } of this.#mapping.columns) {
      const value = last.values[rule.field];
      if (rule.knownWith === undefined || isEmpty(value) || value === undefined) continue;
      if (this.#builder.lastAct(rule.knownWith) === -1) continue;
      this.#builder.mendAct(rule.knownWith, { fields: { [rule.field]: value } });
    }
    if (!finished) return;
    const place = this.#builder.lastAct(finished.action);
    const entry = this.#builder.entries[place];
    if (!entry) return;
    const begun = events.findIndex((event) => entry.key.startsWith(`${event.fact}.`));
    const event = events[begun];
    if (!event) return;
    let end = begun;
    while (events[end + 1]?.rule === event.rule) end += 1;
    const at = last.finishedAt ?? events[end]?.origin.at;
    if (at === undefined || at === entry.origin.at) return;
    this.#builder.mendAct(finished.action, { at });
    const isSeen = this.#builder.entries.some(
      ({ key, origin }) => key.startsWith(`${event.fact}.`) && origin.at === event.origin.at && !origin.inferred,
    );
    if (!isSeen) this.#note(event, []);
  }

  #check(last: HistoryEvent): void {
    const { type } = this.#builder;
    const view = this.#builder.view(last.key);
    const found = [...checkValues(type, view.fields), ...checkRecord(type, view, this.#config)];
    for (const fault of found) {
      const field = fault.what?.field;
      const rule = this.#mapping.template.columns.find((column) => column.field === field);
      const column = rule ? { column: rule.column, value: this.#mapping.cell(last.row, rule.column) } : {};
      this.#problems.push(locate(fault, { line: last.row.line, ...column }));
    }
    for (const { derived, column } of this.#rules.figures) {
      const expected = last.count(column);
      const count = this.#counted(derived);
      if (expected === undefined || expected === count) continue;
      const field = type.derived[derived]?.label ?? derived;
      this.#notices.push(
        problem('OUT-IMP-020', { field, value: last.key, count, column, expected, line: last.row.line }),
      );
    }
  }
}

function isSame(a: FieldValue, b: FieldValue): boolean {
  return a === b || (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);
}
