import { useConfig, useNow, useRecords, useRecordsById } from '#renderer/data/data.ts';
import { actorOf } from '#renderer/session/actor.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import { textOf } from '#shared/definition/record.ts';
import { assignmentsOf } from '#shared/engine/assignments.ts';

/** Somebody who may make accounts now. */
export interface Administrator {
  readonly id: string;
  readonly name: string;
  readonly actor: Actor;
}

const most = 50;
const tagged: Query = { type: 'person', where: [{ column: 'roles', in: ['administrator'] }] };

/** Everybody who administers the unit now, by their record, by an assignment or for somebody else, by name. */
export function useAdministrators(): readonly Administrator[] {
  const config = useConfig();
  const now = useNow();
  const assigned = assignmentsOf(config.all('assignment'))
    .filter(({ role }) => role === 'administrator')
    .flatMap(({ person, delegate }) => [person, delegate]);
  const byRecord = useRecords([tagged], most) ?? [];
  const byAssignment = useRecordsById([...new Set(assigned)].sort()) ?? [];
  const people = new Map([...byRecord, ...byAssignment].map((person) => [person.id, person]));
  return [...people.values()]
    .map((person) => ({
      id: person.id,
      name: textOf(person, 'name'),
      actor: actorOf(person, config, now),
    }))
    .filter(({ actor }) => actor.roles.includes('administrator'))
    .sort((a, b) => a.name.localeCompare(b.name));
}
