import type { Origin } from '../changelog/entry.ts';
import type { Config } from '../definition/config.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { isEmpty, type FieldValue } from '../definition/values.ts';
import { checkRecord, checkValues } from '../engine/validate.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import { factKey } from './identity.ts';
import type { Mapping } from './mapping.ts';
import { pathTo } from './move.ts';
import type { PlannedRecord } from './planned.ts';
import { columnDates } from './read-value.ts';
import { keyOf, readRow } from './read-row.ts';
import { RecordBuilder } from './record-builder.ts';
import type { SourceRow } from './source-row.ts';
import { ownValue, type ColumnRule } from './template.ts';

/** A row of a file in which each row is one record, and its plan. */
export interface PlannedRow extends PlannedRecord {
  /** What the row says, empty cells left out: what an update would write. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** State that the row names. */
  readonly state: string | undefined;
  /** Names the contents of the row: the same row counts once. */
  readonly fact: string;
  readonly origin: Origin;
}

/** Makes one record of one row (IMP-10 to IMP-13). */
export function planRecord(mapping: Mapping, row: SourceRow, id: string, config: Config): PlannedRow {
  const { type } = mapping;
  const { values, problems: faults } = readRow(mapping, row);
  const problems: Problem[] = [...faults];
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
  const source = `${mapping.file} line ${row.line}`;
  const created = readSystem(mapping, row, 'createdAt', 'createdBy', source, problems);
  const updated = readSystem(mapping, row, 'updatedAt', 'updatedBy', source, problems);
  const state = readState(mapping, row, problems);
  const builder = new RecordBuilder(type, id);
  const key = keyOf(mapping, row);
  const fact = factKey([mapping.template.source, id, JSON.stringify(sorted(given)), state ?? '']);
  builder.create({ ...mapping.fixed(row), ...numberElsewhere(mapping, key), ...given }, created);
  if (state !== undefined) moveTo(builder, mapping, row, state, fact, { ...created, ...updated }, problems);
  const view = builder.view(key);
  if (problems.length === 0) {
    for (const fault of [...checkValues(type, view.fields), ...checkRecord(type, view, config)]) {
      problems.push(locate(fault, { line: row.line, ...columnOf(mapping, row, fault) }));
    }
  }
  return {
    record: { id, type: type.name, line: row.line, intentions: builder.facts },
    view,
    key,
    lines: [row.line],
    problems,
    notices: [],
    values: given,
    state,
    fact,
    origin: Object.keys(updated).length > 1 ? updated : { source },
  };
}

/** Numbers are given here anew; the one in the file is kept where imports keep it. */
function numberElsewhere({ template, type }: Mapping, key: string): Readonly<Record<string, FieldValue>> {
  const isKept =
    template.key?.field === 'number' && type.fields['externalReference'] !== undefined && key !== '';
  return isKept ? { externalReference: key } : {};
}

/** The column that a problem of a field is about. */
export function columnOf(
  mapping: Mapping,
  row: SourceRow,
  fault: Problem,
): Readonly<Record<string, unknown>> {
  const rule = mapping.template.columns.find((column) => column.field === fault.what?.field);
  return rule ? { column: rule.column, value: mapping.cell(row, rule.column) } : {};
}

function sorted(values: Readonly<Record<string, FieldValue>>): readonly (readonly [string, FieldValue])[] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}

function ruleFor(mapping: Mapping, target: string): ColumnRule | undefined {
  return mapping.template.columns.find(({ field }) => field === target);
}

function readSystem(
  mapping: Mapping,
  row: SourceRow,
  timeTarget: string,
  actorTarget: string,
  source: string,
  problems: Problem[],
): Origin {
  const by = mapping.cell(row, ruleFor(mapping, actorTarget)?.column).trim();
  const rule = ruleFor(mapping, timeTarget);
  const text = mapping.cell(row, rule?.column);
  const origin: Origin = by === '' ? { source } : { by, source };
  if (!rule || text === '') return origin;
  const reader = columnDates(rule, mapping.template.dates);
  const read = reader.ok ? reader.value(text) : reader;
  if (read.ok) return { ...origin, at: read.value.at };
  problems.push(locate(read.error, { line: row.line, column: rule.column, value: text }));
  return origin;
}

function readState(mapping: Mapping, row: SourceRow, problems: Problem[]): string | undefined {
  const rule = ruleFor(mapping, 'state');
  const text = mapping.cell(row, rule?.column).trim();
  if (!rule || text === '') return undefined;
  const mapped = ownValue(rule.values, text) ?? stateNamed(mapping.type, text);
  if (mapped !== undefined) return mapped === '' ? undefined : mapped;
  const place = { column: rule.column, value: text, line: row.line };
  problems.push(problem('OUT-IMP-013', { ...place, field: 'State' }));
  return undefined;
}

/** The state that a text means, by its name or label. */
export function stateNamed(type: RecordType, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return Object.entries(type.lifecycle.states).find(
    ([name, state]) => name.toLowerCase() === wanted || state.label.toLowerCase() === wanted,
  )?.[0];
}

/** The source names the state only, so every act on the way is inferred. */
function moveTo(
  builder: RecordBuilder,
  mapping: Mapping,
  row: SourceRow,
  state: string,
  fact: string,
  origin: Origin,
  problems: Problem[],
): void {
  const { type } = mapping;
  if (builder.state === state) return;
  const path = pathTo(type.lifecycle, builder.state, { is: [state] });
  for (const transition of path ?? []) builder.act(fact, transition, {}, { ...origin, inferred: true });
  if (!path) problems.push(unreachable(mapping, row, builder.view(keyOf(mapping, row)), state));
}

/** Says that no action leads from the record's state to the one that the row names. */
export function unreachable(mapping: Mapping, row: SourceRow, record: RecordView, state: string): Problem {
  const { label, lifecycle } = mapping.type;
  const fault = problem('OUT-IMP-018', {
    recordType: label,
    value: keyOf(mapping, row) || `line ${row.line}`,
    state: lifecycle.states[record.state]?.label ?? record.state,
    target: lifecycle.states[state]?.label ?? state,
  });
  const column = ruleFor(mapping, 'state')?.column;
  return locate(fault, { line: row.line, ...(column === undefined ? {} : { column }) });
}
