import { useConfig, useData, useNow, useRecords, useRecordsById } from '#renderer/data/data.ts';
import type { Query } from '#shared/definition/query.ts';
import { assignmentsOf } from '#shared/engine/assignments.ts';
import { roleFaults, type RoleFacts, type RoleFault } from '#shared/engine/role-faults.ts';

/** More than any unit has; what is beyond is not judged. */
const most = 2000;

const services: Query = { type: 'service', where: [] };
const holders: Query = { type: 'person', where: [{ column: 'roles', empty: false }] };

/** The roles of the unit and what is wrong with them, live; undefined until known. */
export function useRoles(): { readonly facts: RoleFacts; readonly faults: readonly RoleFault[] } | undefined {
  const { catalogue } = useData();
  const config = useConfig();
  const now = useNow();
  const assignments = assignmentsOf(config.all('assignment'));
  const found = useRecords([services, holders], most);
  const owners = (found ?? []).map(({ fields }) => fields['owner']);
  const named = [...owners, ...assignments.flatMap(({ person, delegate }) => [person, delegate])];
  const ids = [...new Set(named.filter((id): id is string => typeof id === 'string' && id !== ''))].sort();
  const people = useRecordsById(ids);
  if (!found || !people) return undefined;
  const facts: RoleFacts = {
    processes: catalogue.processes,
    services: found.filter(({ type }) => type === 'service'),
    people: [...people, ...found.filter(({ type }) => type === 'person')],
    assignments,
    now,
  };
  return { facts, faults: roleFaults(facts) };
}
