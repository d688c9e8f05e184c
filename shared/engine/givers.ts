import { isRole } from '../definition/roles.ts';
import type { Problem } from '../kernel/errors.ts';
import { holdersOf, nameOf } from './administrators.ts';
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
  const names = (await holdersOf(role, scope)).map(nameOf).sort().slice(0, mostNames);
  if (names.length === 0) return found;
  return { ...found, next: `${found.next ?? ''} Now that is ${names.join(' or ')}.`.trim() };
}
