import { roleFacts } from '../definition/roles.ts';
import { listOf, textOf, type RecordView } from '../definition/record.ts';
import { problem, type Problem } from '../kernel/errors.ts';
import { holdersAmong, nameOf } from './administrators.ts';
import { assignmentOf, collide, type Assignment } from './assignments.ts';

/** A record that gives roles, before and after something is written. */
export interface RoleChange {
  readonly before: RecordView | undefined;
  readonly after: RecordView;
}

/** Who holds what, with the changes in it. */
export interface RoleSetting {
  /** Who makes the changes. */
  readonly actor: string;
  /** Epoch ms. */
  readonly now: number;
  readonly assignments: readonly Assignment[];
  /** People who are administrators by their record or an assignment; others may stand among them. */
  readonly people: readonly RecordView[];
  /** The people who hold roles, and the people, services and teams that assignments name. */
  readonly view: (id: string) => RecordView | undefined;
}

/** Types whose records give roles. */
export const roleTypes: readonly string[] = ['person', 'assignment'];

/** Does the change touch what roles follow from? */
export function touchesRoles({ before, after }: RoleChange): boolean {
  if (after.type !== 'person') return true;
  const what = (record: RecordView) => JSON.stringify([record.state, listOf(record, 'roles')]);
  return what(after) !== (before ? what(before) : JSON.stringify(['active', []]));
}

/**
 * What must hold of roles whatever is changed (PER-2xx): nobody gives a role to themself while another could, no role of which
 * there is one is given twice, and an administrator stays.
 */
export function roleFaultOf(changes: readonly RoleChange[], setting: RoleSetting): Problem | undefined {
  for (const change of changes) {
    const fault = ownGift(change, setting) ?? secondHolder(change, setting);
    if (fault) return fault;
  }
  return lastAdministrator(changes, setting);
}

function ownGift({ before, after }: RoleChange, setting: RoleSetting): Problem | undefined {
  const { actor } = setting;
  if (!giftsTo(actor, after).some((gift) => !giftsTo(actor, before).includes(gift))) return undefined;
  const others = administrators(setting).filter(({ id }) => id !== actor);
  if (others.length === 0) return undefined;
  return problem('OUT-PER-004', {
    action: `give this role`,
    reason: 'would hold it yourself',
    right: 'administer this unit',
    record: after.id,
    role: 'administrator',
  });
}

function administrators({ people, assignments, now }: RoleSetting, lasting = false): readonly RecordView[] {
  return holdersAmong('administrator', people, assignments, now, lasting);
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

function secondHolder({ before, after }: RoleChange, setting: RoleSetting): Problem | undefined {
  const [old, wanted] = [before && assignmentOf(before), assignmentOf(after)];
  if (after.type !== 'assignment' || !wanted || (old && isSameGift(old, wanted))) return undefined;
  const present = setting.assignments.find((other) => collide(wanted, other));
  if (!present) return undefined;
  const holder = setting.view(present.person);
  const part = wanted.scope === 'process' ? undefined : setting.view(wanted.of);
  return problem('OUT-PER-005', {
    held: `${roleFacts(wanted.role).label.toLowerCase()} of ${part ? textOf(part, 'name') : wanted.of}`,
    holder: holder ? nameOf(holder) : present.person,
    assignment: present.number,
    record: after.id,
    field: 'person',
    role: 'administrator',
  });
}

function isSameGift(one: Assignment, other: Assignment): boolean {
  const what = ({ isInUse, role, person, scope, of, from, until }: Assignment) =>
    JSON.stringify([isInUse, role, person, scope, of, from, until]);
  return what(one) === what(other);
}

function lastAdministrator(changes: readonly RoleChange[], setting: RoleSetting): Problem | undefined {
  const assigned = setting.assignments
    .filter(({ role, isInUse }) => role === 'administrator' && isInUse)
    .map(({ person }) => person);
  const lost = changes.find(
    ({ before, after }) =>
      (isAdministrators(before) && !isAdministrators(after)) ||
      (after.type === 'person' && after.state !== 'active' && assigned.includes(after.id)),
  );
  if (!lost || administrators(setting, true).length > 0) return undefined;
  const person = lost.after.type === 'person' ? lost.after : setting.view(textOf(lost.after, 'person'));
  return problem('OUT-PER-006', {
    record: lost.after.id,
    holder: person ? nameOf(person) : lost.after.number,
  });
}

/** Does the record make somebody an administrator, with no end to it? */
function isAdministrators(record: RecordView | undefined): boolean {
  if (record?.type === 'person') {
    return record.state === 'active' && listOf(record, 'roles').includes('administrator');
  }
  const one = record && assignmentOf(record);
  return one?.role === 'administrator' && one.isInUse && one.until === Infinity;
}
