import type { Field } from './field.ts';
import type { Actor, Rule, ScopedRole } from './permission.ts';
import type { Condition } from './query.ts';
import type { RecordType } from './record-type.ts';
import { textOf, type RecordView } from './record.ts';

/**
 * The record type with rules that count roles held for its process, or for the service or team that a record names, as if
 * they were held in the whole unit. Declarations need not know of scopes. Each scoped role is tried by itself, so that lists
 * and single records agree.
 */
export function withScopedRights(type: RecordType): RecordType {
  const scoped = (rule: Rule): Rule => inProcess(type.process, rule);
  const fields = Object.entries(type.fields).map(
    ([name, field]) => [name, scopedField(field, scoped)] as const,
  );
  return {
    ...type,
    fields: Object.fromEntries(fields),
    lifecycle: {
      ...type.lifecycle,
      transitions: type.lifecycle.transitions.map((one) => ({ ...one, permit: scoped(one.permit) })),
    },
    create: scoped(type.create),
    edit: scoped(type.edit),
    note: scoped(type.note),
    see: scopedSight(type),
    ...(type.visible || canHide(type) ? { visible: (actor: Actor) => visibleTo(type, actor) } : {}),
  };
}

/** The rule, with roles counted that are held for the process, or for the record's own service or team. */
export function inProcess(process: string, rule: Rule): Rule {
  return {
    ...rule,
    allows: (actor, record) =>
      rule.allows(actor, record) ||
      (actor.scoped ?? []).some(
        (held) => fits(held, process, record) && rule.allows(withRole(actor, held), record),
      ),
  };
}

function scopedField(field: Field, scoped: (rule: Rule) => Rule): Field {
  const { visibleTo, changedBy } = field;
  return {
    ...field,
    ...(visibleTo ? { visibleTo: scoped(visibleTo) } : {}),
    ...(changedBy ? { changedBy: scoped(changedBy) } : {}),
  };
}

function withRole(actor: Actor, { role }: ScopedRole): Actor {
  return { ...actor, roles: [...actor.roles, role] };
}

function fits({ scope, of }: ScopedRole, process: string, record: RecordView | undefined): boolean {
  if (scope === 'process') return of === process;
  if (!record) return false;
  return textOf(record, scope) === of || (record.type === scope && record.id === of);
}

/** Without a record: may the actor see any at all? */
function scopedSight(type: RecordType): Rule {
  const rule = inProcess(type.process, type.see);
  return {
    ...rule,
    allows: (actor, record) =>
      rule.allows(actor, record) || (record === undefined && branches(type, actor).length > 0),
  };
}

/** Is it hidden from some, without conditions? */
function canHide(type: RecordType): boolean {
  return !type.see.allows({ id: '', roles: [], teams: [] }, undefined);
}

/** What the actor sees by the roles of the whole unit, and by each scoped role. */
function branches(type: RecordType, actor: Actor): readonly (readonly Condition[])[] {
  const whole = type.see.allows(actor, undefined) ? [type.visible?.(actor) ?? []] : [];
  const byRole = (actor.scoped ?? []).flatMap((held) => {
    const { scope, of } = held;
    const able = withRole(actor, held);
    const isHere = scope === 'process' ? of === type.process : type.fields[scope] !== undefined;
    if (!isHere || !type.see.allows(able, undefined)) return [];
    const only: readonly Condition[] = scope === 'process' ? [] : [{ column: scope, in: [of] }];
    return [[...(type.visible?.(able) ?? []), ...only]];
  });
  return [...whole, ...byRole];
}

function visibleTo(type: RecordType, actor: Actor): readonly Condition[] {
  const [first = [], ...others] = branches(type, actor);
  return others.reduce(eitherOf, first);
}

/** Conditions that hold where all of one list or all of the other hold. */
function eitherOf(some: readonly Condition[], others: readonly Condition[]): readonly Condition[] {
  return some.flatMap((one) => others.map((other): Condition => ({ any: [one, other] })));
}
