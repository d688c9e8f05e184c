import type { Role } from '../definition/permission.ts';
import { listOf, textOf, type RecordView } from '../definition/record.ts';
import { assignmentsOf, isInForce, type Assignment } from './assignments.ts';
import type { Scope } from './scope.ts';

/** The unit's assignments, with the changes of the command. */
export async function knownAssignments(scope: Scope): Promise<readonly Assignment[]> {
  const changed = scope.changed().filter(({ type }) => type === 'assignment');
  const ids = [...scope.environment.config.all('assignment'), ...changed].map(({ id }) => id);
  const views = await Promise.all([...new Set(ids)].map((id) => scope.view(id)));
  return assignmentsOf(views.filter((view) => view !== undefined));
}

/** The people whose record or an assignment names a role, in force or not, with the changes of the command. */
export async function peopleWith(
  role: Role,
  assignments: readonly Assignment[],
  scope: Scope,
): Promise<readonly RecordView[]> {
  const tagged = await scope.pointingAt('person', 'roles', role);
  const assigned = assignments.filter((one) => one.role === role).map(({ person }) => person);
  const people = await Promise.all([...new Set([...tagged, ...assigned])].map((id) => scope.view(id)));
  return people.filter((person) => person !== undefined);
}

/**
 * Those of the people who are active and hold a role in the whole unit at an instant (epoch ms).
 * @param lasting counts only what has no end.
 */
export function holdersAmong(
  role: Role,
  people: readonly RecordView[],
  assignments: readonly Assignment[],
  now: number,
  lasting = false,
): readonly RecordView[] {
  const assigned = assignments
    .filter((one) => one.role === role && one.scope === 'workspace' && isInForce(one, now))
    .filter(({ until }) => !lasting || until === Infinity)
    .map(({ person }) => person);
  return people
    .filter((person) => person.state === 'active')
    .filter((person) => assigned.includes(person.id) || listOf(person, 'roles').includes(role));
}

export function nameOf(person: RecordView): string {
  return textOf(person, 'name') || person.number;
}
