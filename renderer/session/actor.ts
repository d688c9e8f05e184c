import type { Config } from '#shared/definition/config.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { listOf, type RecordView } from '#shared/definition/record.ts';
import { assignmentsOf, rolesOf } from '#shared/engine/assignments.ts';

/** The actor that a person's record and the role assignments make now (epoch ms). A retired person has no rights. */
export function actorOf(person: RecordView, config: Config, now: number): Actor {
  const { roles, scoped } = rolesOf(person, assignmentsOf(config.all('assignment')), now);
  const teams = person.state === 'active' ? listOf(person, 'teams') : [];
  return { id: person.id, roles, teams, ...(scoped.length > 0 ? { scoped } : {}) };
}
