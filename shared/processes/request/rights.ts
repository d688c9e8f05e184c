import { anyRole, either, type Rule } from '../../definition/permission.ts';
import { textOf } from '../../definition/record.ts';
import { sight } from '../../engine/sight.ts';
import { deskWork, isStaff, isTheirOwn, namedIn, seesWork } from '../support/rights.ts';

/** The approver whom the request names. */
const namedApprover: Rule = {
  name: 'namedApprover',
  label: 'decide on requests that name you as approver',
  givenBy: 'whoever submits the request for approval',
  allows: (actor, record) => record !== undefined && textOf(record, 'approver') === actor.id,
};

const approverRole = anyRole(
  'approverRole',
  'decide on requests',
  'approver',
  'processOwner',
  'administrator',
);

export const decideRequest = either('decideRequest', 'decide on requests', approverRole, namedApprover);

export const approveFundsRight = anyRole(
  'approveFunds',
  'release money for requests',
  'approver',
  'administrator',
);

export const reopenClosedRequest = anyRole(
  'reopenClosedRequest',
  'reopen a closed request',
  'processOwner',
  'administrator',
);

/** Staff, overseers and approvers see all requests, others their own and those that they decide on. */
export const requestSight = sight(
  {
    name: 'seeRequest',
    label: 'see this request',
    givenBy: 'the administrator of this unit',
    giver: 'administrator',
  },
  (actor) =>
    seesWork(actor) || approverRole.allows(actor, undefined)
      ? []
      : [{ any: namedIn(actor, 'requester', 'onBehalfOf', 'createdBy', 'approver') }],
);

/** The same for request items, which name fewer people. */
export const itemSight = sight(
  {
    name: 'seeItem',
    label: 'see this request item',
    givenBy: 'the administrator of this unit',
    giver: 'administrator',
  },
  (actor) =>
    seesWork(actor) || approverRole.allows(actor, undefined)
      ? []
      : [{ any: namedIn(actor, 'requester', 'createdBy') }],
);

/** Requesters change their request until somebody decides on it or works on it (REQ-3). */
export const editRequest: Rule = {
  name: 'editRequest',
  label: 'change this request',
  givenBy: 'the administrator of this unit; a requester changes a request only while it is new',
  giver: 'administrator',
  allows: (actor, record) =>
    isStaff(actor) || (record !== undefined && record.state === 'new' && isTheirOwn(actor, record)),
};

/** Those who work on it, decide on it, or asked for it. */
export const takePartInRequest: Rule = {
  ...requestSight.see,
  name: 'takePartInRequest',
  label: 'take part in this request',
};

/** Its assignee, or anybody of the desk. */
export const doTask: Rule = {
  ...deskWork,
  name: 'doTask',
  label: 'work on this task',
  allows: (actor, record) =>
    deskWork.allows(actor, record) || (record !== undefined && textOf(record, 'assignee') === actor.id),
};

/** The desk and overseers see all tasks, others those they are to do. */
export const taskSight = sight(
  {
    name: 'seeTask',
    label: 'see tasks of requests',
    givenBy: 'the administrator of this unit',
    giver: 'administrator',
  },
  (actor) => (seesWork(actor) ? [] : namedIn(actor, 'assignee')),
);
