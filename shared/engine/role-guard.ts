import { projectRecord } from '../changelog/project.ts';
import type { Problem } from '../kernel/errors.ts';
import { knownAssignments, peopleWith } from './administrators.ts';
import { roleFaultOf, roleTypes, touchesRoles, type RoleChange } from './role-checks.ts';
import type { Scope } from './scope.ts';
import { shapeOf } from './shape.ts';

/** What a command would break of what must hold of roles (PER-2xx). Asks nothing where no role was touched. */
export async function roleFault(scope: Scope): Promise<Problem | undefined> {
  const changes = (await roleChanges(scope)).filter(touchesRoles);
  if (changes.length === 0) return undefined;
  const assignments = await knownAssignments(scope);
  const people = await peopleWith('administrator', assignments, scope);
  const named = assignments.flatMap(({ person, of, scope: part }) =>
    part === 'process' ? [person] : [person, of],
  );
  const views = await Promise.all([...new Set(named)].map((id) => scope.view(id)));
  const byId = new Map([...people, ...views].flatMap((view) => (view ? [[view.id, view] as const] : [])));
  const { actor, now } = scope.environment;
  return roleFaultOf(changes, { actor: actor.id, now, assignments, people, view: (id) => byId.get(id) });
}

async function roleChanges(scope: Scope): Promise<readonly RoleChange[]> {
  const changed = scope.changed().filter(({ type }) => roleTypes.includes(type));
  const changes = await Promise.all(
    changed.map(async (state) => {
      const { catalogue, source } = scope.environment;
      const type = catalogue.type(state.type);
      const known = await source.load(state.id);
      const before = known && type && projectRecord(known, shapeOf(type));
      const after = scope.project(state);
      return after ? [{ before, after }] : [];
    }),
  );
  return changes.flat();
}
