import type { Origin } from '../changelog/entry.ts';
import type { FieldValue } from '../definition/values.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import type { DateReader } from '../kernel/read-date.ts';
import { orderEvents } from './event-order.ts';
import { factKey, Occurrences } from './identity.ts';
import type { Mapping } from './mapping.ts';
import { columnDates } from './read-value.ts';
import { keyOf, readRow } from './read-row.ts';
import { headingsIn, type SourceRow } from './source-row.ts';
import { ownValue, type EventRules, type StateRule } from './template.ts';

/** One row of a history, read. */
export interface HistoryEvent {
  readonly row: SourceRow;
  readonly key: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Time, actor and place of the row itself. */
  readonly origin: Origin;
  /** Time and actor of the opening, as this row states them. */
  readonly opened: Origin;
  readonly rule: StateRule;
  /** Names the row among all rows of its source. */
  readonly fact: string;
  /** ` (sys_mod_count 7)`, or nothing. */
  readonly suffix: string;
  readonly finishedAt: number | undefined;
}

export interface HistoryEvents {
  /** In the order in which they happened. */
  readonly events: readonly HistoryEvent[];
  readonly key: string;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

interface Times {
  readonly column: string;
  readonly read: DateReader;
}

/** Reads the rows of one record after the other; made once per file. */
export class EventReader {
  readonly #mapping: Mapping;
  readonly #rules: EventRules;
  readonly #time: Times;
  readonly #opened: Times | undefined;
  readonly #finished: Times | undefined;
  /** Headings that neither a field nor the history uses: their values are kept in notes. */
  readonly #rest: readonly string[];

  constructor(mapping: Mapping, rules: EventRules) {
    this.#mapping = mapping;
    this.#rules = rules;
    const times = (column: string): Times => ({ column, read: readerFor(mapping, column) });
    const { opened, finished } = rules;
    this.#time = times(rules.time);
    this.#opened = opened?.time === undefined ? undefined : times(opened.time);
    this.#finished = finished && times(finished.time);
    this.#rest = restColumns(mapping, rules);
  }

  read(rows: readonly SourceRow[]): HistoryEvents {
    const problems: Problem[] = [];
    const notices: Problem[] = [];
    const drafts = rows.flatMap((row) => {
      const at = this.#readTime(this.#time, row, problems);
      if (at === undefined) {
        if (this.#mapping.cell(row, this.#time.column) === '') problems.push(this.#timeMissing(row));
        return [];
      }
      const sequence = wholeNumber(this.#mapping.cell(row, this.#rules.sequence));
      return [{ row, at, line: row.line, ...(sequence === undefined ? {} : { sequence }) }];
    });
    const ordered = orderEvents(drafts);
    const first = rows[0];
    const key = first ? keyOf(this.#mapping, first) : '';
    if (ordered.isDoubtful && first) notices.push(problem('OUT-IMP-015', { line: first.line, value: key }));
    const seen = new Occurrences();
    const events = ordered.events.flatMap(({ row, at }) => this.#readEvent(row, at, key, seen, problems));
    return { events, key, problems, notices };
  }

  /** Cells of columns that have no field, with their headings. */
  restOf(event: HistoryEvent): readonly string[] {
    return this.#rest.flatMap((heading) => {
      const cell = this.#mapping.cell(event.row, heading);
      return cell === '' ? [] : [`${heading}: ${cell}`];
    });
  }

  /** What changed in those columns from one event to the next. */
  restChanged(before: HistoryEvent, event: HistoryEvent): readonly string[] {
    return this.#rest.flatMap((heading) => {
      const was = this.#mapping.cell(before.row, heading);
      const is = this.#mapping.cell(event.row, heading);
      return was === is ? [] : [`${heading}: ${was || '–'} → ${is || '–'}`];
    });
  }

  /** The state that the source names, with its heading. */
  stateOf(event: HistoryEvent): string {
    const { column } = this.#rules.state;
    return `${column}: ${this.#mapping.cell(event.row, column)}`;
  }

  /** A whole number in a column. */
  count(event: HistoryEvent, column: string): number | undefined {
    return wholeNumber(this.#mapping.cell(event.row, column));
  }

  #readEvent(
    row: SourceRow,
    at: number,
    key: string,
    seen: Occurrences,
    problems: Problem[],
  ): readonly HistoryEvent[] {
    const mapping = this.#mapping;
    const rules = this.#rules;
    const { values, problems: faults } = readRow(mapping, row);
    const rule = this.#stateRule(row, problems);
    const openedAt = this.#readTime(this.#opened, row, problems);
    const finishedAt = this.#readTime(this.#finished, row, problems);
    problems.push(...faults);
    if (!rule) return [];
    const sequence = mapping.cell(row, rules.sequence).trim();
    const parts = [mapping.template.source, key, sequence, String(at)];
    const source = `${mapping.file} line ${row.line}`;
    const actor = mapping.cell(row, rules.actor).trim();
    const opener = mapping.cell(row, rules.opened?.actor).trim();
    return [
      {
        row,
        key,
        values,
        origin: withActor({ at, source }, actor),
        opened: withActor({ at: openedAt ?? at, source }, opener || actor),
        rule,
        fact: factKey([...parts, String(seen.next(parts.join('\u0000')))]),
        suffix: sequence && rules.sequence ? ` (${rules.sequence} ${sequence})` : '',
        finishedAt,
      },
    ];
  }

  #stateRule(row: SourceRow, problems: Problem[]): StateRule | undefined {
    const { column, states } = this.#rules.state;
    const value = this.#mapping.cell(row, column).trim();
    const rule = ownValue(states, value);
    if (!rule) problems.push(problem('OUT-IMP-013', { column, value, field: 'State', line: row.line }));
    return rule;
  }

  /** Epoch ms; undefined where the cell is empty or, with a problem, not a time. */
  #readTime(times: Times | undefined, row: SourceRow, problems: Problem[]): number | undefined {
    if (!times) return undefined;
    const value = this.#mapping.cell(row, times.column);
    if (value === '') return undefined;
    const read = times.read(value);
    if (read.ok) return read.value.at;
    problems.push(locate(read.error, { line: row.line, column: times.column, value }));
    return undefined;
  }

  #timeMissing(row: SourceRow): Problem {
    const { column } = this.#time;
    return locate(problem('OUT-VAL-001', { field: column }), { line: row.line, column });
  }
}

function withActor(origin: Origin, by: string): Origin {
  return by === '' ? origin : { ...origin, by };
}

function wholeNumber(text: string): number | undefined {
  return /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : undefined;
}

/** The form and zone that the template gives to a column, else those of the file. */
function readerFor(mapping: Mapping, heading: string): DateReader {
  const rule = mapping.template.columns.find(({ column }) => column === heading);
  const reader = columnDates(rule ?? {}, mapping.template.dates);
  const read = reader.ok ? reader.value : mapping.dates;
  // The rows of a record repeat the times of its opening and its end.
  let last: { readonly text: string; readonly result: ReturnType<DateReader> } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) };
    return last.result;
  };
}

function restColumns(mapping: Mapping, rules: EventRules): readonly string[] {
  const { template } = mapping;
  const used = new Set([
    template.key?.column,
    ...template.columns.flatMap(({ column, reference }) => [column, reference?.under?.column]),
    ...Object.values(template.fixed).flatMap(headingsIn),
    rules.time,
    rules.actor,
    rules.sequence,
    rules.opened?.time,
    rules.opened?.actor,
    rules.state.column,
    rules.finished?.time,
    ...rules.acts.map(({ count }) => count?.column),
    ...rules.figures.map(({ column }) => column),
    ...rules.ignored,
  ]);
  return mapping.headings.filter((heading) => !used.has(heading));
}
