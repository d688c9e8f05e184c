import type { RecordView } from './record.ts';

/** Roles of this release; DESMF section 7 names the rest, which come with sign-in. */
export type Role =
  | 'requester'
  | 'analyst'
  | 'securityAnalyst'
  | 'majorIncidentManager'
  | 'approver'
  | 'processOwner'
  | 'administrator';

export const roleLabels: Readonly<Record<Role, string>> = {
  requester: 'Requester',
  analyst: 'Service desk analyst',
  securityAnalyst: 'Security analyst',
  majorIncidentManager: 'Major incident manager',
  approver: 'Approver',
  processOwner: 'Process owner',
  administrator: 'Administrator',
};

/** Who acts. `id` is the person's record id. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

/**
 * A named right: a pure function that says yes or no for an actor and a record (absent when the record is being made).
 * `label` says what right it is and `givenBy` who can give it, for the refusal's text.
 */
export interface Rule {
  readonly name: string;
  readonly label: string;
  readonly givenBy: string;
  readonly allows: (actor: Actor, record: RecordView | undefined) => boolean;
}

/** A right that one of these roles gives. */
export function anyRole(name: string, label: string, ...roles: readonly Role[]): Rule {
  return {
    name,
    label,
    givenBy: 'the administrator of this unit',
    allows: (actor) => actor.roles.some((role) => roles.includes(role)),
  };
}

/** A right that either rule gives. */
export function either(name: string, label: string, first: Rule, second: Rule): Rule {
  return {
    name,
    label,
    givenBy: first.givenBy,
    allows: (actor, record) => first.allows(actor, record) || second.allows(actor, record),
  };
}
