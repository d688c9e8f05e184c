import { anyRole, type Rule } from '../../definition/permission.ts';
import { textOf } from '../../definition/record.ts';
import type { PlainCondition } from '../../engine/query.ts';
import { sight } from '../../engine/sight.ts';
import { isStaff, namedIn, seesWork } from '../support/rights.ts';

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
  giver: 'administrator',
  allows: (actor, record) =>
    securityRight.allows(actor, record) ||
    (record !== undefined && [textOf(record, 'assignee'), textOf(record, 'majorManager')].includes(actor.id)),
};

/** INC-16: staff and overseers see all incidents, others their own; those on the security path are seen by few. */
export const incidentSight = sight(
  {
    name: 'seeIncident',
    label: 'see this incident',
    givenBy: 'the administrator of this unit',
    giver: 'administrator',
  },
  (actor) => {
    if (securityRight.allows(actor, undefined)) return [];
    const concerned = namedIn(actor, 'requester', 'onBehalfOf', 'assignee', 'majorManager');
    const isOpenToStaff: PlainCondition = { column: 'path', notIn: ['security'] };
    const unlessSecret: PlainCondition = { any: [...concerned, isOpenToStaff] };
    return seesWork(actor)
      ? [unlessSecret]
      : [unlessSecret, { any: [...concerned, ...namedIn(actor, 'createdBy')] }];
  },
);

const seeIncident = incidentSight.see;

/** Staff who may see the incident may work on it. */
export const workIncident: Rule = {
  name: 'workIncident',
  label: 'work on this incident',
  givenBy: 'the administrator of this unit',
  giver: 'administrator',
  allows: (actor, record) =>
    (isStaff(actor) && seeIncident.allows(actor, record)) ||
    (record !== undefined && textOf(record, 'assignee') === actor.id),
};

/** Those who work on it, and the person it is for. */
export const takePart: Rule = {
  name: 'takePart',
  label: 'take part in this incident',
  givenBy: 'the administrator of this unit',
  giver: 'administrator',
  allows: (actor, record) => !record || seeIncident.allows(actor, record),
};
