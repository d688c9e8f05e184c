import { roleLabels, type Actor, type Role } from '#shared/definition/permission.ts';
import { listOf, type RecordView } from '#shared/definition/record.ts';

function isRole(text: string): text is Role {
  return Object.hasOwn(roleLabels, text);
}

/** The actor that a person's record describes: its known roles and its teams. A retired person has none. */
export function actorOf(person: RecordView): Actor {
  if (person.state !== 'active') return { id: person.id, roles: [], teams: [] };
  return { id: person.id, roles: listOf(person, 'roles').filter(isRole), teams: listOf(person, 'teams') };
}
