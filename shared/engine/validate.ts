import { locate, problem, type Problem } from '../kernel/errors.ts';
import { isRecordId } from '../kernel/ids.ts';
import { own } from '../kernel/own.ts';
import { parseIsoDuration } from '../kernel/duration.ts';
import { zoneRules } from '../kernel/zone-rules.ts';
import { markingFieldName } from '../definition/marking-field.ts';
import type { Config } from '../definition/config.ts';
import type { Field, NumberField, TableField, TextField } from '../definition/field.ts';
import type { CrossFault, RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { isEmpty, type FieldValue, type FieldValues, type TableRow } from '../definition/values.ts';
import { markingFaults } from './marking.ts';

const textLimit = 200;
const longTextLimit = 20_000;
const rowLimit = 500;
const memberLimit = 1000;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const emailPattern = /^[^\s@]+@[^\s@]+$/;
const urlPattern = /^https?:\/\/[^\s]+$/i;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
/** No signs that a banner, a file name or a style sheet would have to escape. */
const markingPattern = /^[\p{L}\p{N} ()/,&.-]+$/u;
/** Epoch ms: the last instant a date can hold. */
const largestInstant = 8.64e15;

/** Is the field required on this record as it stands? */
export function isRequired(field: Field, record: RecordView): boolean {
  return typeof field.required === 'function' ? field.required(record) : field.required === true;
}

/** Is the field shown on this record as it stands? */
export function isShown(field: Field, record: RecordView): boolean {
  return field.shown?.(record) ?? true;
}

/** Says what is wrong with one value, or nothing. Empty values are always of the right kind. */
export function checkValue(field: Field, value: FieldValue): Problem | undefined {
  if (isEmpty(value)) return undefined;
  switch (field.kind) {
    case 'text':
      return checkText(field, value);
    case 'longText':
      return typeof value === 'string'
        ? checkLength(field.label, value, field.maxLength ?? longTextLimit)
        : wrongKind(field, 'text', value);
    case 'integer':
    case 'number':
      return checkNumber(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongKind(field, 'yes or no', value);
    case 'date':
      return checkDate(field, value);
    case 'instant':
      return Number.isSafeInteger(value) && Math.abs(Number(value)) <= largestInstant
        ? undefined
        : wrongKind(field, 'a date and time', value);
    case 'duration':
      return typeof value === 'string' && parseIsoDuration(value).ok
        ? undefined
        : wrongKind(field, 'a duration such as PT4H30M or P1D', value);
    case 'choice':
      return field.choices.some((choice) => choice.value === value)
        ? undefined
        : problem('OUT-VAL-004', {
            field: field.label,
            value,
            choices: field.choices.map((choice) => choice.label).join(', '),
          });
    case 'reference':
      return typeof value === 'string' && isRecordId(value)
        ? undefined
        : wrongKind(field, 'a reference to a record', value);
    case 'tags':
    case 'references':
      return checkMembers(field, value);
    case 'table':
      return checkTable(field, value);
  }
}

function wrongKind(field: Field, expected: string, value: FieldValue): Problem {
  return problem('OUT-VAL-002', { field: field.label, expected, value });
}

function checkLength(label: string, value: string, limit: number): Problem | undefined {
  if (value.length <= limit) return undefined;
  return problem('OUT-VAL-003', { field: label, length: value.length, limit });
}

function checkText(field: TextField, value: FieldValue): Problem | undefined {
  if (typeof value !== 'string') return wrongKind(field, 'text', value);
  if (field.pattern && !field.pattern.regex.test(value)) {
    return problem('OUT-VAL-002', { field: field.label, expected: field.pattern.says, value });
  }
  if (field.format === 'email' && !emailPattern.test(value)) {
    return wrongKind(field, 'an e-mail address such as name@unit.example', value);
  }
  if (field.format === 'time' && !timePattern.test(value))
    return wrongKind(field, 'a time such as 07:30', value);
  // Other schemes (javascript:) would run when the link is opened.
  if (field.format === 'url' && !urlPattern.test(value)) {
    return wrongKind(field, 'a web address such as https://unit.example/page', value);
  }
  if (field.format === 'zone' && !zoneRules(value).ok) {
    return wrongKind(field, 'a time zone by its IANA name, such as Europe/Berlin or UTC', value);
  }
  if (field.format === 'marking' && !markingPattern.test(value)) {
    return wrongKind(field, 'a marking such as CUI or SECRET//NOFORN', value);
  }
  return checkLength(field.label, value, field.maxLength ?? textLimit);
}

function checkNumber(field: NumberField, value: FieldValue): Problem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongKind(field, 'a number', value);
  if (field.kind === 'integer' && !Number.isSafeInteger(value))
    return wrongKind(field, 'a whole number', value);
  const { min = -Infinity, max = Infinity } = field;
  if (value >= min && value <= max) return undefined;
  const range =
    min === -Infinity ? `at most ${max}` : max === Infinity ? `at least ${min}` : `from ${min} to ${max}`;
  return problem('OUT-VAL-006', { field: field.label, value, range });
}

function checkDate(field: Field, value: FieldValue): Problem | undefined {
  if (typeof value !== 'string' || !datePattern.test(value))
    return wrongKind(field, 'a date such as 2026-11-22', value);
  const date = new Date(`${value}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return isReal ? undefined : wrongKind(field, 'a day that the calendar has', value);
}

function checkMembers(field: Field, value: FieldValue): Problem | undefined {
  if (!Array.isArray(value)) return wrongKind(field, 'a list', value);
  const members = value as readonly FieldValue[];
  if (members.length > memberLimit) {
    return problem('OUT-VAL-010', { field: field.label, count: members.length, limit: memberLimit });
  }
  for (const member of members) {
    if (typeof member !== 'string' || member === '') return wrongKind(field, 'a list of texts', value);
    if (field.kind === 'references' && !isRecordId(member))
      return wrongKind(field, 'references to records', member);
    const tooLong = checkLength(field.label, member, textLimit);
    if (tooLong) return tooLong;
  }
  return undefined;
}

function checkTable(field: TableField, value: FieldValue): Problem | undefined {
  if (!Array.isArray(value)) return wrongKind(field, 'rows', value);
  const limit = field.maxRows ?? rowLimit;
  if (value.length > limit) return problem('OUT-VAL-010', { field: field.label, count: value.length, limit });
  for (const [index, row] of (value as readonly unknown[]).entries()) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return wrongKind(field, 'rows', value);
    const fault = checkRow(field, row as TableRow, index + 1);
    if (fault) return fault;
  }
  return undefined;
}

function checkRow(field: TableField, row: TableRow, line: number): Problem | undefined {
  const where = `${field.label}, row ${line}`;
  for (const [name, cell] of Object.entries(row)) {
    const column = own(field.columns, name);
    if (!column) return problem('OUT-VAL-009', { recordType: `row of ${field.label}`, field: name });
    const label = `${where}: ${column.label}`;
    const fault = checkValue({ ...column, label }, cell);
    if (fault) return locate(fault, { line, column: column.label });
  }
  for (const [name, column] of Object.entries(field.columns)) {
    if (column.required === true && isEmpty(own(row, name))) {
      return problem('OUT-VAL-001', { field: `${where}: ${column.label}`, line });
    }
  }
  return undefined;
}

/** Checks given values against the declaration: known fields, right kinds. Problems carry the field's name in `what.field`. */
export function checkValues(type: RecordType, values: FieldValues): readonly Problem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = own(type.fields, name);
    const fault = field
      ? checkValue(field, value)
      : problem('OUT-VAL-009', { recordType: type.label, field: name });
    return fault ? [locate(fault, { recordType: type.name, field: name })] : [];
  });
}

/**
 * Checks the record as it would be. `names` limits the look for empty required fields to those (an edit is not refused for
 * a field it does not touch); absent, all fields are looked at. The type's own check across fields always runs; with
 * `before`, what it found already before is told only at the fields in `names`, so that an old fault stops no other work.
 */
export function checkRecord(
  type: RecordType,
  record: RecordView,
  config: Config,
  names: readonly string[] = Object.keys(type.fields),
  before?: RecordView,
): readonly Problem[] {
  return [...checkRequired(type, record, names), ...checkAcross(type, record, config, names, before)];
}

/** Looks for required fields that are empty. */
export function checkRequired(
  type: RecordType,
  record: RecordView,
  names: readonly string[] = Object.keys(type.fields),
): readonly Problem[] {
  return names.flatMap((name) => {
    const field = own(type.fields, name);
    if (!field || !isEmpty(record.fields[name]) || !isShown(field, record) || !isRequired(field, record))
      return [];
    return [locate(problem('OUT-VAL-001', { field: field.label }), { recordType: type.name, field: name })];
  });
}

/** The type's own check across fields. Values must be of their kinds: the declaration relies on it. */
export function checkAcross(
  type: RecordType,
  record: RecordView,
  config: Config,
  names: readonly string[] = Object.keys(type.fields),
  before?: RecordView,
): readonly Problem[] {
  const old = before ? (type.check?.(before, config) ?? []) : [];
  const marked = names.includes(markingFieldName) ? markingFaults(type, record, config) : [];
  const across = (type.check?.(record, config) ?? [])
    .filter((fault) => fieldIn(fault, names) !== undefined || !old.some((other) => isSameFault(other, fault)))
    .map((fault) => {
      const { says } = fault;
      const field = fieldIn(fault, names) ?? fault.field;
      return locate(
        problem('OUT-VAL-013', {
          field: own(type.fields, field)?.label ?? field,
          value: record.fields[field] ?? '',
          rule: says,
        }),
        { recordType: type.name, field },
      );
    });
  return [...marked, ...across];
}

/** The first of its fields that is among those. */
function fieldIn({ field, also = [] }: CrossFault, names: readonly string[]): string | undefined {
  return [field, ...also].find((one) => names.includes(one));
}

function isSameFault(a: CrossFault, b: CrossFault): boolean {
  return a.field === b.field && a.says === b.says;
}
