import { roleFacts } from '../definition/roles.ts';
import { listOf, textOf, type RecordView } from '../definition/record.ts';
import { projectRecord } from '../changelog/project.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import { holdersOf, knownAssignments, nameOf } from './administrators.ts';
import { assignmentOf, collide, type Assignment } from './assignments.ts';
import type { Scope } from './scope.ts';
import { shapeOf } from './shape.ts';

/** A record that gives roles, before and after the command. */
interface RoleChange {
  readonly before: RecordView | undefined;
  readonly after: RecordView;
}

/**
 * What must hold of roles whatever a command changes (PER-2xx): nobody gives a role to themself while another could, no role
 * of which there is one is given twice, and an administrator stays. Asks nothing where no role was touched.
 */
export async function roleFault(scope: Scope): Promise<Problem | undefined> {
  const changes = await roleChanges(scope);
  if (changes.length === 0) return undefined;
  for (const change of changes) {
    const fault = (await ownGift(change, scope)) ?? (await secondHolder(change, scope));
    if (fault) return fault;
  }
  return lastAdministrator(changes, scope);
}

async function roleChanges(scope: Scope): Promise<readonly RoleChange[]> {
  const changed = scope.changed().filter(({ type }) => type === 'person' || type === 'assignment');
  const changes = await Promise.all(
    changed.map(async (state) => {
      const { catalogue, source } = scope.environment;
      const type = catalogue.type(state.type);
      const known = await source.load(state.id);
      const before = known && type && projectRecord(known, shapeOf(type));
      const after = scope.project(state);
      return after ? [{ before, after }] : [];
    }),
  );
  return changes.flat();
}

async function ownGift({ before, after }: RoleChange, scope: Scope): Promise<Problem | undefined> {
  const { actor } = scope.environment;
  if (!giftsTo(actor.id, after).some((gift) => !giftsTo(actor.id, before).includes(gift))) return undefined;
  const others = (await holdersOf('administrator', scope)).filter(({ id }) => id !== actor.id);
  if (others.length === 0) return undefined;
  return problem('OUT-PER-004', {
    action: `give this role`,
    reason: 'would hold it yourself',
    right: 'administer this unit',
    record: after.id,
    role: 'administrator',
  });
}

/** What a record gives to a person, each as one text. Who makes the own record makes the unit. */
export function giftsTo(person: string, record: RecordView | undefined): readonly string[] {
  if (!record) return [];
  if (record.type === 'person') return record.id === person ? listOf(record, 'roles') : [];
  const one = assignmentOf(record);
  if (!one?.isInUse) return [];
  const { role, scope, of, from, until, delegateFrom, delegateUntil } = one;
  return [
    ...(one.person === person ? [JSON.stringify([role, scope, of, from, until])] : []),
    ...(one.delegate === person ? [JSON.stringify([role, scope, of, delegateFrom, delegateUntil])] : []),
  ];
}

async function secondHolder({ before, after }: RoleChange, scope: Scope): Promise<Problem | undefined> {
  const [old, wanted] = [before && assignmentOf(before), assignmentOf(after)];
  if (!wanted || (old && isSameGift(old, wanted))) return undefined;
  const present = (await knownAssignments(scope)).find((other) => collide(wanted, other));
  if (!present) return undefined;
  const holder = await scope.view(present.person);
  const part = wanted.scope === 'process' ? undefined : await scope.view(wanted.of);
  const of = part ? textOf(part, 'name') : wanted.of;
  return problem('OUT-PER-005', {
    held: `${roleFacts(wanted.role).label.toLowerCase()} of ${of}`,
    holder: holder ? nameOf(holder) : present.person,
    assignment: present.number,
    record: after.id,
    field: 'person',
  });
}

function isSameGift(one: Assignment, other: Assignment): boolean {
  const what = ({ isInUse, role, person, scope, of, from, until }: Assignment) =>
    JSON.stringify([isInUse, role, person, scope, of, from, until]);
  return what(one) === what(other);
}

async function lastAdministrator(changes: readonly RoleChange[], scope: Scope): Promise<Problem | undefined> {
  const assigned = (await knownAssignments(scope))
    .filter(({ role, isInUse }) => role === 'administrator' && isInUse)
    .map(({ person }) => person);
  const isLost = changes.some(
    ({ before, after }) =>
      (isAdministrators(before) && !isAdministrators(after)) ||
      (after.type === 'person' && after.state !== 'active' && assigned.includes(after.id)),
  );
  if (!isLost || (await holdersOf('administrator', scope, true)).length > 0) return undefined;
  return problem('OUT-PER-006');
}

/** Does the record make somebody an administrator, with no end to it? */
function isAdministrators(record: RecordView | undefined): boolean {
  if (record?.type === 'person') {
    return record.state === 'active' && listOf(record, 'roles').includes('administrator');
  }
  const one = record && assignmentOf(record);
  return one?.role === 'administrator' && one.isInUse && one.until === Infinity;
}
