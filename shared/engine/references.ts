import { locate, problem, type Problem } from '../kernel/errors.ts';
import { own } from '../kernel/own.ts';
import type { ReferenceField } from '../definition/field.ts';
import type { RecordType } from '../definition/record-type.ts';
import { listOf, textOf, type RecordView } from '../definition/record.ts';
import type { TableRow } from '../definition/values.ts';
import type { Scope } from './scope.ts';

/** Longest way that is followed from parent to parent. */
const longestWay = 1000;

/** A value that must name a record. */
interface Pointer {
  readonly field: string;
  readonly label: string;
  readonly id: string;
  readonly to: readonly string[];
}

/** Checks that referenced records exist, are of a type the field takes, and that no record comes to stand above itself. */
export async function checkReferences(
  type: RecordType,
  record: RecordView,
  names: readonly string[],
  scope: Scope,
): Promise<readonly Problem[]> {
  const pointers = names.flatMap((name) => pointersOf(type, record, name));
  const targets = await Promise.all(pointers.map(({ id }) => scope.state(id)));
  const problems = pointers.flatMap((pointer, index) => {
    const fault = faultOf(pointer, targets[index]?.type, scope);
    return fault ? [locate(fault, { field: pointer.field })] : [];
  });
  for (const name of names) {
    const field = own(type.fields, name);
    if (field?.kind !== 'reference' || !field.acyclic || !(await leadsBack(name, record, scope))) continue;
    const loop = problem('OUT-VAL-020', { field: field.label, value: textOf(record, name) });
    problems.push(locate(loop, { field: name }));
  }
  return problems;
}

function faultOf({ label, id, to }: Pointer, actual: string | undefined, scope: Scope): Problem | undefined {
  if (actual !== undefined && to.includes(actual)) return undefined;
  const labelOf = (name: string): string => scope.environment.catalogue.type(name)?.label ?? name;
  const target = to.map(labelOf).join(' or ');
  return actual === undefined
    ? problem('OUT-VAL-005', { field: label, value: id, target })
    : problem('OUT-VAL-017', { field: label, value: id, target, actual: labelOf(actual) });
}

function pointersOf(type: RecordType, record: RecordView, name: string): readonly Pointer[] {
  const field = own(type.fields, name);
  switch (field?.kind) {
    case 'reference':
      return toPointers(name, field.label, field.to, [textOf(record, name)]);
    case 'references':
      return toPointers(name, field.label, field.to, listOf(record, name));
    case 'table': {
      const value = record.fields[name];
      const rows = Array.isArray(value) ? (value as readonly TableRow[]) : [];
      return Object.entries(field.columns).flatMap(([column, declared]) =>
        declared.kind === 'reference' ? inRows(name, field.label, column, declared, rows) : [],
      );
    }
    default:
      return [];
  }
}

function inRows(
  field: string,
  table: string,
  column: string,
  declared: ReferenceField,
  rows: readonly TableRow[],
): readonly Pointer[] {
  return rows.flatMap((row, index) => {
    const id = row[column];
    const label = `${table}, row ${index + 1}: ${declared.label}`;
    return toPointers(field, label, declared.to, [typeof id === 'string' ? id : '']);
  });
}

function toPointers(
  field: string,
  label: string,
  to: readonly string[],
  ids: readonly string[],
): readonly Pointer[] {
  return ids.filter((id) => id !== '').map((id) => ({ field, label, to, id }));
}

async function leadsBack(field: string, record: RecordView, scope: Scope): Promise<boolean> {
  let next = textOf(record, field);
  for (let steps = 0; next && steps < longestWay; steps += 1) {
    if (next === record.id) return true;
    const above = await scope.view(next);
    next = above ? textOf(above, field) : '';
  }
  return next !== '';
}
