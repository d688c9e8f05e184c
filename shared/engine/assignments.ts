import type { Role, RoleScope, ScopedRole } from '../definition/permission.ts';
import { isRole, roleFacts } from '../definition/roles.ts';
import { listOf, textOf, type RecordView } from '../definition/record.ts';

/** A role assignment as its record says it. Instants in epoch ms, half open: from ≤ now < until. */
export interface Assignment {
  readonly id: string;
  readonly number: string;
  readonly isInUse: boolean;
  readonly role: Role;
  readonly person: string;
  readonly scope: RoleScope;
  /** Process code, or id of the service or team; '' for the whole unit. */
  readonly of: string;
  readonly from: number;
  readonly until: number;
  readonly delegate: string;
  readonly delegateFrom: number;
  readonly delegateUntil: number;
}

/** Reads an `assignment` record; undefined where it names no known role. */
export function assignmentOf(record: RecordView): Assignment | undefined {
  const role = textOf(record, 'role');
  if (!isRole(role)) return undefined;
  const scope = scopeOf(textOf(record, 'scope'));
  const from = instantOf(record, 'from') ?? record.createdAt;
  return {
    id: record.id,
    number: record.number,
    isInUse: record.state === 'active',
    role,
    person: textOf(record, 'person'),
    scope,
    of: scope === 'workspace' ? '' : textOf(record, scope),
    from,
    until: instantOf(record, 'until') ?? Infinity,
    delegate: textOf(record, 'delegate'),
    delegateFrom: instantOf(record, 'delegateFrom') ?? from,
    delegateUntil: instantOf(record, 'delegateUntil') ?? Infinity,
  };
}

export function assignmentsOf(records: readonly RecordView[]): readonly Assignment[] {
  return records.flatMap((record) => assignmentOf(record) ?? []);
}

export function isInForce({ isInUse, from, until }: Assignment, now: number): boolean {
  return isInUse && from <= now && now < until;
}

/** Does somebody stand in for the person now? */
export function isDelegated(assignment: Assignment, now: number): boolean {
  const { delegate, delegateFrom, delegateUntil } = assignment;
  return delegate !== '' && isInForce(assignment, now) && delegateFrom <= now && now < delegateUntil;
}

export interface HeldRoles {
  readonly roles: readonly Role[];
  readonly scoped: readonly ScopedRole[];
}

/** The roles of a person now: those on their record, and those of assignments in force, their own or delegated to them. */
export function rolesOf(person: RecordView, assignments: readonly Assignment[], now: number): HeldRoles {
  if (person.state !== 'active') return { roles: [], scoped: [] };
  const held = assignments.filter(
    (one) =>
      (one.person === person.id && isInForce(one, now)) ||
      (one.delegate === person.id && isDelegated(one, now)),
  );
  const whole = held.filter(({ scope }) => scope === 'workspace').map(({ role }) => role);
  return {
    roles: [...new Set([...listOf(person, 'roles').filter(isRole), ...whole])],
    scoped: held.flatMap(({ role, scope, of }) => (scope === 'workspace' ? [] : [{ role, scope, of }])),
  };
}

/** When the roles of a person change next with nothing written; undefined: never. Epoch ms. */
export function nextChange(
  person: string,
  assignments: readonly Assignment[],
  now: number,
): number | undefined {
  const instants = assignments
    .filter((one) => one.isInUse && [one.person, one.delegate].includes(person))
    .flatMap(({ from, until, delegateFrom, delegateUntil }) => [from, until, delegateFrom, delegateUntil])
    .filter((at) => at > now && at !== Infinity);
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

/** Do both give the same role of which there is one, at the same time, to different people? */
export function collide(one: Assignment, other: Assignment): boolean {
  return (
    one.id !== other.id &&
    one.person !== other.person &&
    one.isInUse &&
    other.isInUse &&
    one.role === other.role &&
    one.scope === other.scope &&
    one.of === other.of &&
    roleFacts(one.role).oneFor === one.scope &&
    one.from < other.until &&
    other.from < one.until
  );
}

function scopeOf(text: string): RoleScope {
  return text === 'process' || text === 'service' || text === 'team' ? text : 'workspace';
}

function instantOf(record: RecordView, field: string): number | undefined {
  const value = record.fields[field];
  return typeof value === 'number' ? value : undefined;
}
