import { useConfig, useData, useNow, useRecords, useRecordsById } from '#renderer/data/data.ts';
import type { Query } from '#shared/definition/query.ts';
import { roleFaults, type RoleFacts, type RoleFault } from '#shared/engine/role-faults.ts';
import { allServices, mostRoleRecords, namedPeople, roleFacts } from './role-facts.ts';

const holders: Query = { type: 'person', where: [{ column: 'roles', empty: false }] };

/** The roles of the unit and what is wrong with them, live; undefined until known. */
export function useRoles(): { readonly facts: RoleFacts; readonly faults: readonly RoleFault[] } | undefined {
  const { catalogue } = useData();
  const config = useConfig();
  const now = useNow();
  const found = useRecords([allServices, holders], mostRoleRecords);
  const people = useRecordsById(namedPeople(found ?? [], config));
  if (!found || !people) return undefined;
  const facts = roleFacts({ catalogue, config }, found, people, now);
  return { facts, faults: roleFaults(facts) };
}
