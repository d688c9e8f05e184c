import type { RecordView } from './record.ts';
import type { Role, RoleScope } from './roles.ts';

export type { Role, RoleScope } from './roles.ts';

/** A role that is held for one process (its code), service or team (its record id) only. */
export interface ScopedRole {
  readonly role: Role;
  readonly scope: Exclude<RoleScope, 'workspace'>;
  readonly of: string;
}

/** Who acts. `id` is the person's record id. */
export interface Actor {
  readonly id: string;
  /** Roles in the whole unit. */
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
  /** Roles for a part of the unit; absent where there are none. */
  readonly scoped?: readonly ScopedRole[];
}

/** Has the actor the role in the whole unit, or for that process, service or team? */
export function hasRole(
  { roles, scoped = [] }: Actor,
  role: Role,
  where: Readonly<Partial<Record<ScopedRole['scope'], string>>> = {},
): boolean {
  return roles.includes(role) || scoped.some((held) => held.role === role && where[held.scope] === held.of);
}

/**
 * A named right: a pure function that says yes or no for an actor and a record (absent when the record is being made).
 * `label` says what right it is and `givenBy` who can give it, for the refusal's text.
 */
export interface Rule {
  readonly name: string;
  readonly label: string;
  readonly givenBy: string;
  /** The role whose holders can give it, so that a refusal names them. */
  readonly giver?: Role;
  readonly allows: (actor: Actor, record: RecordView | undefined) => boolean;
}

/** A right that one of these roles gives. */
export function anyRole(name: string, label: string, ...roles: readonly Role[]): Rule {
  return {
    name,
    label,
    givenBy: 'the administrator of this unit',
    giver: 'administrator',
    allows: (actor) => actor.roles.some((role) => roles.includes(role)),
  };
}

/** A right that either rule gives. */
export function either(name: string, label: string, first: Rule, second: Rule): Rule {
  return {
    name,
    label,
    givenBy: first.givenBy,
    ...(first.giver ? { giver: first.giver } : {}),
    allows: (actor, record) => first.allows(actor, record) || second.allows(actor, record),
  };
}
