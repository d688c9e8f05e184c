import type { Config } from '../definition/config.ts';
import { isEmpty } from '../definition/values.ts';
import { checkRecord, checkValues } from '../engine/validate.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import { HistoryActs, isSameValue } from './history-acts.ts';
import type { EventReader, HistoryEvent } from './history-events.ts';
import type { Mapping } from './mapping.ts';
import type { PlannedRecord } from './planned.ts';
import { RecordBuilder } from './record-builder.ts';
import type { SourceRow } from './source-row.ts';
import type { EventRules } from './template.ts';

export interface HistoryParts {
  readonly mapping: Mapping;
  readonly rules: EventRules;
  readonly reader: EventReader;
  readonly config: Config;
}

/**
 * Makes the history of one record from its rows (IMP-20 to IMP-33): the first makes the record, each further row writes what
 * it changed, every row is seen in the timeline with its own time and actor.
 */
export function planHistory(parts: HistoryParts, rows: readonly SourceRow[], id: string): PlannedRecord {
  return new History(parts, id).plan(rows);
}

class History {
  readonly #parts: HistoryParts;
  readonly #builder: RecordBuilder;
  readonly #acts: HistoryActs;
  readonly #problems: Problem[] = [];
  readonly #notices: Problem[] = [];
  /** Fields that an action writes, and those that become known with one. */
  readonly #special: ReadonlySet<string>;

  constructor(parts: HistoryParts, id: string) {
    const { mapping, rules, reader, config } = parts;
    this.#parts = parts;
    this.#builder = new RecordBuilder(mapping.type, id);
    const late = mapping.columns.filter(({ rule }) => rule.knownWith !== undefined);
    this.#special = new Set([
      ...rules.acts.flatMap(({ fields }) => fields),
      ...late.map(({ rule }) => rule.field),
    ]);
    this.#acts = new HistoryActs({
      rules,
      config,
      builder: this.#builder,
      count: (event, column) => reader.count(event, column),
      onProblem: (fault) => this.#problems.push(fault),
    });
  }

  plan(rows: readonly SourceRow[]): PlannedRecord {
    const read = this.#parts.reader.read(rows);
    this.#problems.push(...read.problems);
    this.#notices.push(...read.notices);
    const { events, key } = read;
    const [first] = events;
    if (first && this.#problems.length === 0) {
      const end = this.#endOf(events);
      events.forEach((event, index) => {
        const staysBehind = end !== undefined && index >= end.from && index < end.reached;
        const isMoved = end?.at !== undefined && index === end.reached;
        const before = events[index - 1];
        if (before) this.#change(before, event, staysBehind, isMoved);
        else this.#open(event, staysBehind, isMoved);
      });
      this.#finish(events.at(-1) ?? first, end?.at);
    }
    const { type, id, facts } = this.#builder;
    const line = rows.reduce((least, row) => Math.min(least, row.line), Infinity);
    return {
      record: { id, type: type.name, line, intentions: facts },
      view: this.#builder.view(key),
      key,
      lines: rows.map((row) => row.line),
      problems: this.#problems,
      notices: this.#notices,
    };
  }

  /** The first row makes the record, at the time and by the person that the source names for its opening. */
  #open(event: HistoryEvent, staysBehind: boolean, isMoved: boolean): void {
    const { mapping, reader } = this.#parts;
    const plain = Object.entries(event.values).filter(
      ([name, value]) => !this.#special.has(name) && !isEmpty(value),
    );
    const { opened, origin } = event;
    this.#builder.create({ ...mapping.fixed(event.row), ...Object.fromEntries(plain) }, opened);
    // The source does not say that these acts took place, only that the record was so when it was first written down.
    this.#acts.write(event, event.values, { ...origin, inferred: true }, staysBehind);
    const isOpening = opened.at === origin.at && opened.by === origin.by;
    const says = [
      ...(isOpening ? [] : [`First entry in ${mapping.template.source}`]),
      ...(staysBehind || isMoved ? [reader.stateOf(event)] : []),
      ...reader.restOf(event),
    ];
    if (says.length > 0) this.#note(event, says);
  }

  #change(before: HistoryEvent, event: HistoryEvent, staysBehind: boolean, isMoved: boolean): void {
    const { reader } = this.#parts;
    const count = this.#builder.facts.length;
    const changed = Object.fromEntries(
      Object.entries(event.values).filter(
        ([name, value]) => !isSameValue(before.values[name] ?? null, value),
      ),
    );
    const plain = Object.entries(changed).filter(([name]) => !this.#special.has(name));
    if (plain.length > 0) this.#builder.set(event.fact, Object.fromEntries(plain), event.origin);
    this.#acts.write(event, changed, event.origin, staysBehind);
    const says = [
      ...(staysBehind || isMoved ? [reader.stateOf(event)] : []),
      ...reader.restChanged(before, event),
    ];
    const isSeen = this.#builder.facts.slice(count).some((fact) => !fact.origin.inferred);
    if (!isSeen || says.length > 0) this.#note(event, says);
  }

  #note(event: HistoryEvent, says: readonly string[]): void {
    const { source } = this.#parts.mapping.template;
    const text = says.length > 0 ? says.join('\n') : `Updated in ${source} without a visible change`;
    this.#builder.note(event.fact, `${text}${event.suffix}`, 'internal', event.origin);
  }

  /**
   * IMP-30: the last stay in the state that the finishing action leads to. It was reached in the row whose time the source
   * states for it, or in the last row of the stay where it states none; where no row has that time, in the first, at that time.
   */
  #endOf(events: readonly HistoryEvent[]): { from: number; reached: number; at?: number } | undefined {
    const { finished } = this.#parts.rules;
    const { transitions } = this.#builder.type.lifecycle;
    const targets = transitions.filter(({ action }) => action === finished?.action).map(({ to }) => to);
    const isThere = (event: HistoryEvent): boolean => targets.includes(event.rule.is[0] ?? '');
    const last = events.findLastIndex(isThere);
    if (last === -1) return undefined;
    const from = events.slice(0, last).findLastIndex((event) => !isThere(event)) + 1;
    const at = events.at(-1)?.finishedAt;
    if (at === undefined) return { from, reached: last };
    const reached = events.findIndex(
      (event, index) => index >= from && index <= last && event.origin.at === at,
    );
    return reached === -1 ? { from, reached: from, at } : { from, reached };
  }

  /** IMP-30, IMP-31: what the source states for the end of the history goes to the last act of its kind. */
  #finish(last: HistoryEvent, at: number | undefined): void {
    const { mapping, rules } = this.#parts;
    for (const { rule } of mapping.columns) {
      const value = last.values[rule.field];
      if (rule.knownWith === undefined || value === undefined || isEmpty(value)) continue;
      this.#builder.mendAct(rule.knownWith, { fields: { [rule.field]: value } });
    }
    if (rules.finished && at !== undefined) this.#builder.mendAct(rules.finished.action, { at });
    this.#check(last);
  }

  #check(last: HistoryEvent): void {
    const { mapping, rules, reader, config } = this.#parts;
    const { type } = this.#builder;
    const view = this.#builder.view(last.key);
    for (const fault of [...checkValues(type, view.fields), ...checkRecord(type, view, config)]) {
      const rule = mapping.template.columns.find((column) => column.field === fault.what?.field);
      const cell = rule ? { column: rule.column, value: mapping.cell(last.row, rule.column) } : {};
      this.#problems.push(locate(fault, { line: last.row.line, ...cell }));
    }
    for (const { derived, column } of rules.figures) {
      const expected = reader.count(last, column);
      const count = this.#acts.counted(derived);
      if (expected === undefined || expected === count) continue;
      const field = type.derived[derived]?.label ?? derived;
      const place = { line: last.row.line, column, value: last.key };
      this.#notices.push(problem('OUT-IMP-020', { field, count, expected, ...place }));
    }
  }
}
