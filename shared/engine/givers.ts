import type { Actor, Role, Rule } from '../definition/permission.ts';
import { allRoles, isRole } from '../definition/roles.ts';
import type { RecordView } from '../definition/record.ts';
import type { Problem } from '../kernel/errors.ts';
import { holdersAmong, knownAssignments, nameOf, peopleWith } from './administrators.ts';
import { rolesOf } from './assignments.ts';
import type { Scope } from './scope.ts';

/** More names than this help nobody. */
const mostNames = 3;

/** The problems; a missing right says who can give it now, by name. */
export async function namingGivers(problems: readonly Problem[], scope: Scope): Promise<readonly Problem[]> {
  return Promise.all(problems.map((one) => namingGiver(one, scope)));
}

async function namingGiver(found: Problem, scope: Scope): Promise<Problem> {
  const role = found.what?.role;
  if (role === undefined || !isRole(role)) return found;
  const assignments = await knownAssignments(scope);
  const people = await peopleWith(role, assignments, scope);
  return naming(found, holdersAmong(role, people, assignments, scope.environment.now), scope);
}

/** The problem with the names of those whom a rule lets do it with this record, none of whom is barred from it. */
export async function namingOthers(
  found: Problem,
  { permit, isBarred }: { readonly permit: Rule; readonly isBarred: (actor: Actor) => boolean },
  record: RecordView,
  scope: Scope,
): Promise<Problem> {
  const { now } = scope.environment;
  const assignments = await knownAssignments(scope);
  const holders = await Promise.all(allRoles.map((role: Role) => peopleWith(role, assignments, scope)));
  const delegates = await Promise.all(assignments.map(({ delegate }) => scope.view(delegate)));
  const people = new Map(
    [...holders.flat(), ...delegates].flatMap((one) => (one ? [[one.id, one] as const] : [])),
  );
  const able = [...people.values()].filter((person) => {
    const actor: Actor = { id: person.id, teams: [], ...rolesOf(person, assignments, now) };
    return person.state === 'active' && permit.allows(actor, record) && !isBarred(actor);
  });
  return naming(found, able, scope);
}

/** Whoever asks is not told to ask themself, unless there is nobody else. */
function naming(found: Problem, people: readonly RecordView[], { environment }: Scope): Problem {
  const others = people.filter(({ id }) => id !== environment.actor.id);
  const names = (others.length > 0 ? others : people).map(nameOf).sort().slice(0, mostNames);
  if (names.length === 0) return found;
  return { ...found, next: `${found.next ?? ''} Now that is ${names.join(' or ')}.`.trim() };
}
