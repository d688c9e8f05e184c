import type { Data } from '#renderer/data/data.ts';
import type { Config } from '#shared/definition/config.ts';
import type { Query } from '#shared/definition/query.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { assignmentsOf } from '#shared/engine/assignments.ts';
import type { RoleFacts } from '#shared/engine/role-faults.ts';

/** More than any unit has; what is beyond is not judged. */
export const mostRoleRecords = 2000;

export const allServices: Query = { type: 'service', where: [] };

/** The people whom services and assignments name. */
export function namedPeople(found: readonly RecordView[], config: Config): readonly string[] {
  const owners = found.map((record) => textOf(record, 'owner'));
  const held = assignmentsOf(config.all('assignment')).flatMap(({ person, delegate }) => [person, delegate]);
  return [...new Set([...owners, ...held])].filter((id) => id !== '').sort();
}

/** @param found services, and people who have roles by their records. @param named the records of `namedPeople`. @param now epoch ms. */
export function roleFacts(
  { catalogue, config }: Pick<Data, 'catalogue' | 'config'>,
  found: readonly RecordView[],
  named: readonly RecordView[],
  now: number,
): RoleFacts {
  return {
    processes: catalogue.processes,
    services: found.filter(({ type }) => type === 'service'),
    people: [...named, ...found.filter(({ type }) => type === 'person')],
    assignments: assignmentsOf(config.all('assignment')),
    now,
  };
}
