import { anyRole, type Rule } from '../../definition/permission.ts';
import { textOf } from '../../definition/record.ts';
import { isStaff, isTheirOwn } from '../support/rights.ts';

export const declareMajorRight = anyRole(
  'declareMajor',
  'declare and stand down major incidents',
  'majorIncidentManager',
  'processOwner',
  'administrator',
);

export const reopenClosedRight = anyRole(
  'reopenClosed',
  'reopen a closed incident',
  'majorIncidentManager',
  'processOwner',
  'administrator',
);

export const securityRight = anyRole('handleSecurity', 'handle security incidents', 'securityAnalyst');

/** Security analysts, and whoever works or manages this one incident: they see how it is handled. */
export const securityEyes: Rule = {
  name: 'seeSecurityHandling',
  label: 'see how a security incident is handled',
  givenBy: 'the administrator of this unit, or by assigning the incident to you',
  allows: (actor, record) =>
    securityRight.allows(actor, record) ||
    (record !== undefined && [textOf(record, 'assignee'), textOf(record, 'majorManager')].includes(actor.id)),
};

/** Staff see all incidents, others their own; security incidents are for security analysts, assignee and requester only. */
export const seeIncident: Rule = {
  name: 'seeIncident',
  label: 'see this incident',
  givenBy: 'the administrator of this unit',
  allows: (actor, record) => {
    if (!record) return true;
    if (textOf(record, 'path') !== 'security') return isStaff(actor) || isTheirOwn(actor, record);
    const theirs = [textOf(record, 'requester'), textOf(record, 'onBehalfOf')].includes(actor.id);
    return theirs || securityEyes.allows(actor, record);
  },
};

/** Staff who may see the incident may work on it. */
export const workIncident: Rule = {
  name: 'workIncident',
  label: 'work on this incident',
  givenBy: 'the administrator of this unit',
  allows: (actor, record) =>
    (isStaff(actor) && seeIncident.allows(actor, record)) ||
    (record !== undefined && textOf(record, 'assignee') === actor.id),
};

/** Those who work on it, and the person it is for. */
export const takePart: Rule = {
  name: 'takePart',
  label: 'take part in this incident',
  givenBy: 'the administrator of this unit',
  allows: (actor, record) =>
    workIncident.allows(actor, record) || (seeIncident.allows(actor, record) && isTheirOwn(actor, record)),
};
