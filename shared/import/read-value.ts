import { dateReader, type DateReader } from '../kernel/read-date.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ChoiceField, Field, ReferenceField, ReferencesField, TableField } from '../definition/field.ts';
import type { FieldValue, TableRow } from '../definition/values.ts';
import { readBoolean, readDurationText, readNumber, splitList } from './read-plain.ts';
import type { Path, ReferenceTable } from './references.ts';
import { ownValue, type ColumnRule, type ImportTemplate, type ReferenceRule } from './template.ts';

type Read = Result<FieldValue, Problem>;

/** Reads one cell that is not empty. `above` names the record above in a tree, '' where the file has none. */
export type ValueReader = (text: string, above: string) => Read;

/**
 * A reader for the cells of a column. Faults of making it: OUT-VAL-014 zone, OUT-VAL-023 form of dates. Its own faults say
 * what is wrong with the value; the caller adds line and column.
 */
export function valueReader(
  field: Field,
  rule: ColumnRule,
  template: Pick<ImportTemplate, 'dates' | 'decimal'>,
  references: ReferenceTable,
): Result<ValueReader, Problem> {
  const mapped = rule.values;
  const plain = plainReader(field, rule, template, references);
  if (!plain.ok) return plain;
  return ok((text, above) => {
    const known = ownValue(mapped, text.trim());
    if (known === undefined) return plain.value(text, above);
    return known === '' ? ok(null) : ok(literal(field, known));
  });
}

function plainReader(
  field: Field,
  rule: ColumnRule,
  template: Pick<ImportTemplate, 'dates' | 'decimal'>,
  references: ReferenceTable,
): Result<ValueReader, Problem> {
  const { label } = field;
  const wrong = (expected: string, value: string): Read =>
    err(problem('OUT-VAL-002', { field: label, expected, value }));
  switch (field.kind) {
    case 'text':
    case 'longText':
      return ok((text) => ok(text));
    case 'integer':
    case 'number':
      return ok((text) => {
        const number = readNumber(text, template.decimal);
        return number === undefined ? wrong('a number', text) : ok(number);
      });
    case 'boolean':
      return ok((text) => {
        const value = readBoolean(text);
        return value === undefined ? wrong('yes or no', text) : ok(value);
      });
    case 'date':
    case 'instant': {
      const reader = columnDates(rule, template.dates);
      if (!reader.ok) return reader;
      return ok((text) => {
        const read = reader.value(text);
        if (!read.ok) return read;
        return ok(field.kind === 'date' ? read.value.date : read.value.at);
      });
    }
    case 'duration':
      return ok((text) => ok(readDurationText(text)));
    case 'choice':
      return ok((text) => readChoice(field, rule.column, text));
    case 'tags':
      return ok((text) => ok(splitList(text)));
    case 'table':
      return ok((text) => readTable(field, text));
    case 'reference':
    case 'references':
      return ok((text, above) => readReference(field, rule, text, above, references));
  }
}

/** Dates of a sheet come as `2026-11-22T14:30:00` whatever form the column's texts have. */
const fromSheet = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** The reader of dates for a column: its own form and zone, else those of the file. */
export function columnDates(
  rule: Pick<ColumnRule, 'form' | 'zone'>,
  dates: ImportTemplate['dates'],
): Result<DateReader, Problem> {
  const zone = rule.zone ?? dates.zone;
  const reader = dateReader(rule.form ?? dates.form, zone);
  const sheet = dateReader('iso', zone);
  if (!reader.ok) return reader;
  if (!sheet.ok) return sheet;
  return ok((text) => (fromSheet.test(text) ? sheet.value(text) : reader.value(text.trim())));
}

function readChoice(field: ChoiceField, column: string, text: string): Read {
  const wanted = text.trim().toLowerCase();
  const choice =
    field.choices.find(({ value }) => value.toLowerCase() === wanted) ??
    field.choices.find(({ label }) => label.toLowerCase() === wanted);
  return choice ? ok(choice.value) : err(problem('OUT-IMP-013', { column, value: text, field: field.label }));
}

/** Rows of a table stand in a cell as JSON, as the export writes them; the engine checks their columns. */
function readTable(field: TableField, text: string): Read {
  const expected = 'rows in JSON, as an export of Outpost writes them';
  try {
    const value: unknown = JSON.parse(text);
    const isTable = Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);
    if (isTable) return ok(value as readonly TableRow[]);
  } catch {
    // Said below.
  }
  return err(problem('OUT-VAL-002', { field: field.label, expected, value: text }));
}

function readReference(
  field: ReferenceField | ReferencesField,
  rule: ColumnRule,
  text: string,
  above: string,
  references: ReferenceTable,
): Read {
  const reference = rule.reference ?? { type: field.to[0] ?? '', by: 'number', create: false };
  const ids: string[] = [];
  for (const path of pathsIn(field, reference, text, above)) {
    const found = references.get(reference, path) ?? [];
    const value = path.join(' / ');
    const target = reference.type;
    if (found.length === 0) return err(problem('OUT-VAL-005', { field: field.label, value, target }));
    if (found.length > 1)
      return err(problem('OUT-IMP-017', { field: field.label, value, count: found.length, target }));
    ids.push(found[0] as string);
  }
  return ok(field.kind === 'references' ? ids : (ids[0] ?? null));
}

/** The records that a cell names: one, or several in a field that takes several. */
export function pathsIn(
  field: ReferenceField | ReferencesField,
  reference: ReferenceRule,
  text: string,
  above: string,
): readonly Path[] {
  const names = field.kind === 'references' ? splitList(text) : [text.trim()].filter((name) => name !== '');
  const top = reference.under && above.trim() !== '' ? [above.trim()] : [];
  if (names.length === 0) return top.length > 0 ? [top] : [];
  return names.map((name) => [...top, name]);
}

/** Reads a value of a template: it was chosen, not typed, so it needs no checks beyond the engine's. */
export function literal(field: Field, text: string): FieldValue {
  if (text === '') return null;
  switch (field.kind) {
    case 'boolean':
      return text === 'true';
    case 'integer':
    case 'number':
    case 'instant':
      return Number(text);
    case 'tags':
    case 'references':
      return splitList(text);
    default:
      return text;
  }
}
