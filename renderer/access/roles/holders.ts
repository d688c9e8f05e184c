import { listOf, textOf } from '#shared/definition/record.ts';
import type { Role } from '#shared/definition/roles.ts';
import { isDelegated, isInForce } from '#shared/engine/assignments.ts';
import type { RoleFacts } from '#shared/engine/role-faults.ts';

/** Somebody who has a role now. */
export interface Holder {
  readonly person: string;
  /** What for: a process by its code, a service or team by its id; '' for the whole unit. */
  readonly part: string;
  /** Epoch ms; undefined: no end. */
  readonly until?: number;
  /** Who stands in now. */
  readonly delegate?: string;
  /** The assignment that says so; absent where it stands on the person's record. */
  readonly assignment?: string;
}

/** Everybody who has the role now, those with it for the whole unit first. */
export function holdersOf(role: Role, facts: RoleFacts): readonly Holder[] {
  const { people, assignments, now } = facts;
  const byRecord = people
    .filter((person) => person.state === 'active' && listOf(person, 'roles').includes(role))
    .map((person): Holder => ({ person: person.id, part: '' }));
  const assigned = assignments
    .filter((one) => one.role === role && isInForce(one, now))
    .map((one): Holder => ({
      person: one.person,
      part: one.of,
      assignment: one.id,
      ...(one.until === Infinity ? {} : { until: one.until }),
      ...(isDelegated(one, now) ? { delegate: one.delegate } : {}),
    }));
  const unique = byRecord.filter(
    (one, index) => byRecord.findIndex(({ person }) => person === one.person) === index,
  );
  const name = (id: string): string => nameOf(id, people);
  const byName = (a: Holder, b: Holder): number => name(a.person).localeCompare(name(b.person));
  return [...unique.toSorted(byName), ...assigned.toSorted(byName)];
}

function nameOf(id: string, people: RoleFacts['people']): string {
  const person = people.find((one) => one.id === id);
  return person ? textOf(person, 'name') : id;
}
