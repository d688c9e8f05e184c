import type { Catalogue } from '../definition/catalogue.ts';
import type { Field } from '../definition/field.ts';
import type { RecordType } from '../definition/record-type.ts';
import { isEmpty, type FieldValue } from '../definition/values.ts';
import { locate, problem, type Problem } from '../kernel/errors.ts';
import type { DateReader } from '../kernel/read-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { columnDates, literal, valueReader, type ValueReader } from './read-value.ts';
import type { ReferenceTable } from './references.ts';
import { cellOf, fillPattern, headingsIn, type SourceRow } from './source-row.ts';
import type { ColumnRule, ImportTemplate } from './template.ts';

/** Columns of every record that an import may give besides fields. */
export const systemTargets = ['state', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'] as const;

/** A column and how its cells are read. */
export interface MappedColumn {
  readonly rule: ColumnRule;
  readonly index: number;
  /** Column that names the record above, -1 where there is none. */
  readonly above: number;
  readonly field: Field;
  readonly read: ValueReader;
}

/** A template made ready for one file and one record type. */
export interface Mapping {
  readonly template: ImportTemplate;
  readonly type: RecordType;
  readonly catalogue: Catalogue;
  /** Name of the file, for the source of every entry. */
  readonly file: string;
  readonly headings: readonly string[];
  readonly emptyMarks: ReadonlySet<string>;
  readonly columns: readonly MappedColumn[];
  readonly dates: DateReader;
  /** Index of the key's column, -1 without a key. */
  readonly keyIndex: number;
  /** Text of the cell under a heading; '' where it means nothing. */
  readonly cell: (row: SourceRow, heading: string | undefined) => string;
  /** Values of fields that no column gives: fixed texts, then the declaration's own defaults. */
  readonly fixed: (row: SourceRow) => Readonly<Record<string, FieldValue>>;
}

/** Values of these kinds repeat from row to row, and reading them is costly. */
const repeating: readonly Field['kind'][] = ['reference', 'references', 'choice', 'date', 'instant'];
const mostRemembered = 5000;

/** Reads each text once; the next row says the same more often than not. */
function remembered(read: ValueReader, field: Field): ValueReader {
  if (!repeating.includes(field.kind)) return read;
  const known = new Map<string, ReturnType<ValueReader>>();
  return (text, above) => {
    const key = above === '' ? text : `${above}\u0000${text}`;
    let result = known.get(key);
    if (!result) {
      if (known.size >= mostRemembered) known.clear();
      result = read(text, above);
      known.set(key, result);
    }
    return result;
  };
}

interface Parts {
  readonly template: ImportTemplate;
  readonly headings: readonly string[];
  readonly file: string;
  readonly catalogue: Catalogue;
  readonly references: ReferenceTable;
}

/** Faults, every one found: OUT-IMP-004, -012, -016, OUT-VAL-009, -014, -023. */
export function makeMapping(parts: Parts): Result<Mapping, readonly Problem[]> {
  const { template, headings, file, catalogue, references } = parts;
  const type = catalogue.type(template.recordType);
  if (!type)
    return err([
      problem('OUT-IMP-016', {
        template: template.name,
        fault: `there is no record type “${template.recordType}”.`,
      }),
    ]);
  const problems: Problem[] = [...missingColumns(template, type, headings, file)];
  const columns: MappedColumn[] = [];
  for (const rule of template.columns) {
    if ((systemTargets as readonly string[]).includes(rule.field)) continue;
    const field = type.fields[rule.field];
    if (!field) {
      problems.push(problem('OUT-VAL-009', { recordType: type.label, field: rule.field }));
      continue;
    }
    const read = valueReader(field, rule, template, references);
    if (!read.ok) problems.push(locate(read.error, { field: field.label, column: rule.column }));
    else {
      const under = rule.reference?.under?.column;
      const above = under === undefined ? -1 : headings.indexOf(under);
      columns.push({
        rule,
        index: headings.indexOf(rule.column),
        above,
        field,
        read: remembered(read.value, field),
      });
    }
  }
  problems.push(...unmappedRequired(template, type));
  const dates = columnDates({}, template.dates);
  if (!dates.ok) problems.push(dates.error);
  if (problems.length > 0 || !dates.ok) return err(problems);
  const emptyMarks = new Set(template.emptyMarks.map((mark) => mark.trim()));
  const places = new Map(headings.map((heading, index) => [heading, index]));
  const cell = (row: SourceRow, heading: string | undefined): string =>
    heading === undefined ? '' : cellOf(row, places.get(heading) ?? -1, emptyMarks);
  return ok({
    template,
    type,
    catalogue,
    file,
    headings,
    emptyMarks,
    columns,
    dates: dates.value,
    keyIndex: template.key ? headings.indexOf(template.key.column) : -1,
    cell,
    fixed: fixedValues(template, type, cell),
  });
}

function missingColumns(
  template: ImportTemplate,
  type: RecordType,
  headings: readonly string[],
  file: string,
): readonly Problem[] {
  const label = (field: string): string => type.fields[field]?.label ?? field;
  const { events, key } = template;
  const wanted: (readonly [string | undefined, string])[] = [
    ...template.columns.map(({ column, field }) => [column, label(field)] as const),
    ...template.columns.map(
      ({ reference, field }) => [reference?.under?.column, `${label(field)} (above)`] as const,
    ),
    [key?.column, 'the key'],
    ...Object.entries(template.fixed).flatMap(([field, text]) =>
      headingsIn(text).map((column) => [column, label(field)] as const),
    ),
  ];
  if (events) {
    wanted.push(
      [key?.column ?? '', 'the key'],
      [events.time, 'the time of an event'],
      [events.actor, 'who did it'],
      [events.sequence, 'the order of events'],
      [events.opened?.time, 'the time of opening'],
      [events.opened?.actor, 'who opened it'],
      [events.state.column, 'the state'],
      [events.finished?.time, 'the time of finishing'],
      ...events.acts.map(({ action, count }) => [count?.column, `the number of “${action}”`] as const),
      ...events.figures.map(({ column, derived }) => [column, derived] as const),
    );
  }
  const faults = new Map<string, Problem>();
  for (const [column, field] of wanted) {
    if (column === '') {
      faults.set(field, problem('OUT-IMP-012', { field, recordType: 'history' }));
    } else if (column !== undefined && !headings.includes(column) && !faults.has(column))
      faults.set(column, problem('OUT-IMP-004', { file, column, field }));
  }
  return [...faults.values()];
}

function unmappedRequired(template: ImportTemplate, type: RecordType): readonly Problem[] {
  const given = new Set([
    ...template.columns.map(({ field }) => field),
    ...Object.entries(template.fixed).flatMap(([field, text]) => (text.trim() === '' ? [] : [field])),
    ...(template.key ? [template.key.field] : []),
  ]);
  return Object.entries(type.fields)
    .filter(([name, field]) => field.required === true && !given.has(name) && isEmpty(defaultOf(field)))
    .map(([name, field]) =>
      locate(problem('OUT-IMP-012', { field: field.label, recordType: type.label }), { field: name }),
    );
}

/** The default that the declaration states outright; those that look at the person at the desk say nothing of old records. */
function defaultOf(field: Field): FieldValue {
  return typeof field.default === 'function' ? null : (field.default ?? null);
}

function fixedValues(
  template: ImportTemplate,
  type: RecordType,
  cell: (row: SourceRow, heading: string) => string,
): Mapping['fixed'] {
  const mapped = new Set(template.columns.map(({ field }) => field));
  const defaults: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(type.fields)) {
    const value = defaultOf(field);
    if (!isEmpty(value) && (!mapped.has(name) || field.required === true)) defaults[name] = value;
  }
  const fixed = Object.entries(template.fixed).flatMap(([name, text]) => {
    const field = type.fields[name];
    return field && text.trim() !== '' ? [{ name, field, text }] : [];
  });
  return (row) => {
    const values = { ...defaults };
    for (const { name, field, text } of fixed) {
      const value = literal(
        field,
        fillPattern(text, (heading) => cell(row, heading)),
      );
      if (!isEmpty(value)) values[name] = value;
    }
    return values;
  };
}
