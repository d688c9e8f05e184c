import { locate, problem, type Problem } from '../kernel/errors.ts';
import type { RecordType } from '../definition/record-type.ts';
import { listOf, textOf, type RecordView } from '../definition/record.ts';
import type { Scope } from './scope.ts';

/** Longest way that is followed from parent to parent. */
const longestWay = 1000;

/** Checks that referenced records exist, are of a type the field takes, and that no record comes to stand above itself. */
export async function checkReferences(
  type: RecordType,
  record: RecordView,
  names: readonly string[],
  scope: Scope,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const name of names) {
    const field = type.fields[name];
    if (field?.kind !== 'reference' && field?.kind !== 'references') continue;
    const ids = field.kind === 'reference' ? [textOf(record, name)].filter(Boolean) : listOf(record, name);
    const targets = field.to.map((to) => scope.environment.catalogue.type(to)?.label ?? to).join(' or ');
    for (const id of ids) {
      const target = await scope.state(id);
      const fault = !target
        ? problem('OUT-VAL-005', { field: field.label, value: id, target: targets })
        : !field.to.includes(target.type)
          ? problem('OUT-VAL-017', { field: field.label, value: id, target: targets, actual: target.type })
          : undefined;
      if (fault) problems.push(locate(fault, { field: name }));
    }
    if (field.kind === 'reference' && field.acyclic && (await leadsBack(name, record, scope))) {
      problems.push(
        locate(problem('OUT-VAL-020', { field: field.label, value: ids[0] ?? '' }), { field: name }),
      );
    }
  }
  return problems;
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
