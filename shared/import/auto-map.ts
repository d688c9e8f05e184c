import type { Catalogue } from '../definition/catalogue.ts';
import type { Field } from '../definition/field.ts';
import type { RecordType } from '../definition/record-type.ts';
import { columnsOf } from '../engine/columns.ts';
import { parseNumber } from '../kernel/ids.ts';
import { fittingDateForms } from '../kernel/read-date.ts';
import { systemTargets } from './mapping.ts';
import type { ColumnRule, ImportTemplate, ReferenceRule } from './template.ts';

/** What other systems call the same thing, by field. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  title: ['short description', 'summary', 'subject', 'titel'],
  description: ['details', 'long description', 'comments'],
  requester: ['caller', 'caller id', 'requested for', 'reported by', 'customer', 'user'],
  assignee: ['assigned to', 'owner', 'technician', 'agent'],
  team: ['assignment group', 'group', 'support group', 'queue'],
  contactType: ['channel', 'source', 'contact'],
  closureCode: ['close code', 'closed code', 'resolution code'],
  resolution: ['close notes', 'resolution notes', 'solution'],
  configurationItems: ['cmdb ci', 'configuration item', 'ci', 'asset'],
  externalReference: ['number', 'ticket', 'ticket number', 'id', 'reference', 'case number'],
  state: ['status', 'incident state'],
  createdAt: ['opened at', 'opened', 'created', 'created on', 'date opened', 'sys created on'],
  createdBy: ['opened by', 'created by'],
  updatedAt: ['updated', 'updated on', 'last modified', 'sys updated on'],
  updatedBy: ['updated by', 'modified by'],
  name: ['full name', 'display name'],
  email: ['mail', 'email address'],
  phone: ['telephone', 'business phone'],
};

const likeness = 0.6;

/** Words of a heading: `assigned_to`, `assignedTo` and `Assigned to` are alike. */
function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'u');
}

/** 1 for the same words, 0 for none in common. */
function alike(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const common = a.filter((word) => b.includes(word)).length;
  return (2 * common) / (a.length + b.length);
}

/** Fields and system columns that a heading may mean. */
export function targetsOf(type: RecordType): readonly { readonly name: string; readonly label: string }[] {
  const systems = columnsOf(type).filter(({ name }) => (systemTargets as readonly string[]).includes(name));
  const fields = Object.entries(type.fields).map(([name, { label }]) => ({ name, label }));
  return [...fields, ...systems.map(({ name, label }) => ({ name, label }))];
}

/** The best pairs of heading and field, each heading and each field once. */
export function matchHeadings(type: RecordType, headings: readonly string[]): ReadonlyMap<string, string> {
  const pairs = targetsOf(type).flatMap(({ name, label }, place) => {
    const names = [label, name, ...(synonyms[name] ?? [])].map(wordsOf);
    return headings.map((heading) => {
      const words = wordsOf(heading);
      // The field's own words come before what others call it.
      const score = Math.max(...names.map((other, index) => alike(words, other) - Math.min(index, 2) * 0.01));
      return { heading, name, score, place };
    });
  });
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const { heading, name, score } of pairs.sort((a, b) => b.score - a.score || a.place - b.place)) {
    if (score < likeness || matched.has(heading) || taken.has(name)) continue;
    matched.set(heading, name);
    taken.add(name);
  }
  return matched;
}

/** How names in a column find records: by the title of the first type that the field takes. */
export function defaultReference(field: Field, catalogue: Catalogue): ReferenceRule | undefined {
  if (field.kind !== 'reference' && field.kind !== 'references') return undefined;
  const type = catalogue.type(field.to[0] ?? '');
  return type && { type: type.name, by: type.views.title, create: false };
}

/** The rule for a column that is given to a field. */
export function columnRule(column: string, name: string, type: RecordType, catalogue: Catalogue): ColumnRule {
  const field = type.fields[name];
  const reference = field && defaultReference(field, catalogue);
  return { column, field: name, ...(reference ? { reference } : {}) };
}

/** A first template for a file: what the headings and the first rows tell. */
export function draftTemplate(
  type: RecordType,
  catalogue: Catalogue,
  file: {
    readonly name: string;
    readonly headings: readonly string[];
    readonly samples: readonly (readonly string[])[];
  },
  zone: string,
): ImportTemplate {
  const matched = matchHeadings(type, file.headings);
  const columns = [...matched].map(([heading, name]) => columnRule(heading, name, type, catalogue));
  const cells = (heading: string): readonly string[] =>
    file.samples.map((row) => row[file.headings.indexOf(heading)] ?? '').filter((cell) => cell.trim() !== '');
  const dates = columns.filter(({ field }) => isDate(type, field)).flatMap(({ column }) => cells(column));
  const reference = columns.find(({ field }) => field === 'externalReference');
  const number = file.headings.find((heading) => isOwnNumber(type, cells(heading)));
  const key =
    number === undefined
      ? reference && { column: reference.column, field: 'externalReference' }
      : { column: number, field: 'number' };
  return {
    version: 1,
    name: '',
    source: 'Other system',
    recordType: type.name,
    mode: 'records',
    file: {},
    ...(key ? { key } : {}),
    duplicates: number === undefined ? 'skip' : 'update',
    emptyMarks: [],
    dates: { form: fittingDateForms(dates)[0]?.pattern ?? 'iso', zone },
    decimal: '.',
    columns,
    fixed: {},
  };
}

/** Numbers that Outpost gave to records of this type: the file is an export of it. */
function isOwnNumber(type: RecordType, cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => parseNumber(cell)?.prefix === type.prefix);
}

/** Does the target hold dates? */
export function isDate(type: RecordType, name: string): boolean {
  const kind = type.fields[name]?.kind;
  return kind === 'date' || kind === 'instant' || name === 'createdAt' || name === 'updatedAt';
}

/** Can the template be used for a file with these headings? Every column that it names must be there. */
export function fitsHeadings(template: ImportTemplate, headings: readonly string[]): boolean {
  const named = template.columns.map(({ column }) => column);
  const { events, key } = template;
  const more = [key?.column, events?.time, events?.state.column].filter((column) => column !== undefined);
  const wanted = [...named, ...more];
  return wanted.length > 0 && wanted.every((column) => headings.includes(column));
}
