import { useConfig, useNow, useRecords, useRecordsById } from '#renderer/data/data.ts';
import type { Actor, Role } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import { textOf } from '#shared/definition/record.ts';
import { assignmentsOf } from '#shared/engine/assignments.ts';
import { actorOf } from './actor.ts';

/** Somebody who has a role in the whole unit now. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly actor: Actor;
}

/** More than any unit has of the roles that are asked for. */
const most = 200;

/** Everybody who has the role in the whole unit now, by their record, by an assignment or for somebody else, by name. */
export function useHolders(role: Role): readonly Holder[] {
  const config = useConfig();
  const now = useNow();
  const assigned = assignmentsOf(config.all('assignment'))
    .filter((one) => one.role === role)
    .flatMap(({ person, delegate }) => [person, delegate]);
  const tagged: Query = { type: 'person', where: [{ column: 'roles', in: [role] }] };
  const byRecord = useRecords([tagged], most) ?? [];
  const byAssignment = useRecordsById([...new Set(assigned)].sort()) ?? [];
  const people = new Map([...byRecord, ...byAssignment].map((person) => [person.id, person]));
  return [...people.values()]
    .map((person) => ({
      id: person.id,
      name: textOf(person, 'name'),
      actor: actorOf(person, config, now),
    }))
    .filter(({ actor }) => actor.roles.includes(role))
    .sort((a, b) => a.name.localeCompare(b.name));
}
