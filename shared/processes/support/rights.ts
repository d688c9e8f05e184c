import { anyRole, either, type Actor, type Role, type Rule } from '../../definition/permission.ts';
import type { PlainCondition } from '../../engine/query.ts';
import { textOf, type RecordView } from '../../definition/record.ts';

const staff: readonly Role[] = [
  'analyst',
  'securityAnalyst',
  'majorIncidentManager',
  'processOwner',
  'processManager',
  'serviceManager',
  'functionManager',
  'administrator',
];

/** Those who answer for something, or judge it, without working on it. */
const overseers: readonly Role[] = [
  'executiveSponsor',
  'executiveManager',
  'domainOwner',
  'serviceOwner',
  'processDeveloper',
  'productOwner',
  'subjectMatterExpert',
  'functionOwner',
  'riskOwner',
  'riskAnalyst',
  'assessor',
];

/** True for those who work at the desk or answer for a process, false for plain requesters and approvers. */
export function isStaff(actor: Actor): boolean {
  return actor.roles.some((role) => staff.includes(role));
}

/** True for staff and for those who oversee the work: they see what they need not work on. */
export function seesWork(actor: Actor): boolean {
  return isStaff(actor) || actor.roles.some((role) => overseers.includes(role));
}

/** True where the actor is the person the record is for, or made it. */
export function isTheirOwn(actor: Actor, record: RecordView | undefined): boolean {
  if (!record) return true;
  return [textOf(record, 'requester'), textOf(record, 'onBehalfOf'), record.createdBy].includes(actor.id);
}

/** Conditions of records that name the actor in one of these columns; for an `any`. */
export function namedIn(actor: Actor, ...columns: readonly string[]): readonly PlainCondition[] {
  return columns.map((column) => ({ column, in: [actor.id] }));
}

export const everyone: Rule = {
  name: 'everyone',
  label: 'use this workspace',
  givenBy: 'the administrator of this unit',
  giver: 'administrator',
  allows: () => true,
};

/** Nobody sees it, whatever their roles. */
export const nobody: Rule = {
  name: 'nobody',
  label: 'see what the application keeps for itself',
  givenBy: 'nobody',
  allows: () => false,
};

export const deskWork = anyRole('deskWork', 'work records of the service desk', ...staff);

export const manageReference = anyRole(
  'manageReference',
  'keep the unit data',
  'analyst',
  'processOwner',
  'processManager',
  'serviceOwner',
  'serviceManager',
  'functionOwner',
  'functionManager',
  'administrator',
);

export const manageConfiguration = anyRole(
  'manageConfiguration',
  'change how this unit works (calendars, agreements, matrices, codes)',
  'processOwner',
  'administrator',
);

export const administer = anyRole('administer', 'administer this unit', 'administrator');

/** Others see what they did themselves. */
export const readAudit = anyRole(
  'readAudit',
  'see what everybody did in this unit',
  'processOwner',
  'administrator',
);

export const ownProcess = anyRole('ownProcess', 'decide for the process', 'processOwner', 'administrator');

/** The requester of the record, whom it is for, or whoever reported it. */
export const ownRecord: Rule = {
  name: 'ownRecord',
  label: 'act on a record of your own',
  givenBy: 'nobody: it belongs to the person the record is for',
  allows: (actor, record) => isTheirOwn(actor, record),
};

export const deskOrOwn = either(
  'deskOrOwn',
  'work records of the service desk, or your own',
  deskWork,
  ownRecord,
);
