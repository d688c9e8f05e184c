import type { ProcessDefinition } from '../definition/process.ts';
import type { Role } from '../definition/permission.ts';
import { listOf, textOf, type RecordView } from '../definition/record.ts';
import { isInForce, type Assignment } from './assignments.ts';

/** What the invariants of roles are judged by. Records may be of any state. */
export interface RoleFacts {
  readonly processes: readonly ProcessDefinition[];
  readonly services: readonly RecordView[];
  /** At least those who hold roles, and owners of services. */
  readonly people: readonly RecordView[];
  readonly assignments: readonly Assignment[];
  /** Epoch ms. */
  readonly now: number;
}

/** Something that must hold and does not. */
export interface RoleFault {
  readonly kind: 'noOwner' | 'severalOwners' | 'ownerLeft' | 'otherOwner' | 'noAccountable';
  /** What it is about: a process by its code, a service by its id. */
  readonly about: { readonly process: string } | { readonly service: string };
  readonly says: string;
  /** Records to look at: assignments, or the service. */
  readonly records: readonly string[];
}

/** The people who own a process now: by assignment to it; where there is none, by the role for the whole unit. */
export function ownersOf(process: string, facts: RoleFacts): readonly string[] {
  const scoped = holders('processOwner', process, facts);
  if (scoped.length > 0) return scoped;
  const tagged = facts.people
    .filter((person) => person.state === 'active' && listOf(person, 'roles').includes('processOwner'))
    .map(({ id }) => id);
  return [...new Set([...tagged, ...holders('processOwner', '', facts)])];
}

/** Exactly one owner of each process, one of each service in use, one accountable for each activity (PER-220 to 222). */
export function roleFaults(facts: RoleFacts): readonly RoleFault[] {
  return [
    ...facts.processes.flatMap((process) => processFaults(process, facts)),
    ...facts.services.flatMap((service) => serviceFaults(service, facts)),
  ];
}

function processFaults(process: ProcessDefinition, facts: RoleFacts): readonly RoleFault[] {
  const { code, name, activities } = process;
  const about = { process: code };
  const owners = ownersOf(code, facts);
  const gone = owners.filter((id) => hasLeft(id, facts));
  const unanswered = activities.filter(({ raci }) => raci.accountable.trim() === '');
  return [
    ...(owners.length === 0
      ? [{ kind: 'noOwner', about, says: `${name} has no process owner.`, records: [] } as const]
      : []),
    ...(owners.length > 1
      ? [
          {
            kind: 'severalOwners',
            about,
            says: `${name} has ${owners.length} process owners: ${namesOf(owners, facts)}.`,
            records: inForce('processOwner', code, facts).map(({ id }) => id),
          } as const,
        ]
      : []),
    ...gone.map((id): RoleFault => ({
      kind: 'ownerLeft',
      about,
      says: `The process owner of ${name}, ${namesOf([id], facts)}, has left the unit.`,
      records: inForce('processOwner', code, facts).map((one) => one.id),
    })),
    ...unanswered.map((activity): RoleFault => ({
      kind: 'noAccountable',
      about,
      says: `Nobody is accountable for ${activity.code} ${activity.name}.`,
      records: [],
    })),
  ];
}

const inUse = ['catalogue', 'retiring'];

function serviceFaults(service: RecordView, facts: RoleFacts): readonly RoleFault[] {
  if (!inUse.includes(service.state)) return [];
  const about = { service: service.id };
  const name = textOf(service, 'name');
  const owner = textOf(service, 'owner');
  const isOpen = service.conflicts.some(({ field }) => field === 'owner');
  const given = inForce('serviceOwner', service.id, facts);
  const others = given.filter(({ person }) => person !== owner);
  const fault = (kind: RoleFault['kind'], says: string, records = [service.id]): RoleFault => ({
    kind,
    about,
    says,
    records,
  });
  return [
    ...(owner === '' ? [fault('noOwner', `${name} has no service owner.`)] : []),
    ...(isOpen ? [fault('severalOwners', `Two people named an owner of ${name} at the same time.`)] : []),
    ...(owner !== '' && hasLeft(owner, facts)
      ? [fault('ownerLeft', `The owner of ${name}, ${namesOf([owner], facts)}, has left the unit.`)]
      : []),
    ...(others.length > 0
      ? [
          fault(
            'otherOwner',
            `${name} is owned by ${namesOf([owner], facts)}, and the role is given to ${namesOf(
              others.map(({ person }) => person),
              facts,
            )}.`,
            [service.id, ...others.map(({ id }) => id)],
          ),
        ]
      : []),
  ];
}

function inForce(role: Role, of: string, { assignments, now }: RoleFacts): readonly Assignment[] {
  return assignments.filter((one) => one.role === role && one.of === of && isInForce(one, now));
}

function holders(role: Role, of: string, facts: RoleFacts): readonly string[] {
  return [...new Set(inForce(role, of, facts).map(({ person }) => person))];
}

function hasLeft(id: string, { people }: RoleFacts): boolean {
  return people.some((person) => person.id === id && person.state !== 'active');
}

function namesOf(ids: readonly string[], { people }: RoleFacts): string {
  const names = ids.map((id) => {
    const person = people.find((one) => one.id === id);
    return person ? textOf(person, 'name') : id;
  });
  return names.join(' and ') || 'nobody';
}
