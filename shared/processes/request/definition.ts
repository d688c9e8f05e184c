import type { ProcessDefinition } from '../../definition/process.ts';
import { withRaci } from '../support/raci.ts';
import { catalogueItem } from './catalogue-item.ts';
import { requestMetrics } from './metrics.ts';
import { requestItem, requestTask } from './parts.ts';
import { request } from './request.ts';
import { requestSeed } from './seed.ts';

const raci = {
  accountable: 'Second Army',
  responsible: ['Second Army Functionals'],
  consulted: ['CIO/G-6', 'Second Army'],
  informed: ['Total Force'],
};

/** DESMF 9.4.5; ISO/IEC 20000-2, 8.2. */
export const requestFulfillment: ProcessDefinition = {
  code: 'RF',
  name: 'Request Fulfillment',
  domain: 'SO',
  section: '9.4.5',
  isoClauses: ['8.2'],
  purpose:
    'Gives users the standard things they ask for, or hands each wish to the process that can, and follows it from the first word until the user has it.',
  scope:
    'Every service request, however it comes in, for its whole life. Work that belongs to change or access management is done there; the request stays here until the user accepts.',
  outcomes: [
    'Every request is on record and sorted by what it asks for',
    'Each has a priority and was checked',
    'What was asked for is given and the record closed',
    'Where time runs out against what was agreed, the next level is brought in',
    'Requesters and others concerned know how the request stands',
  ],
  activities: withRaci(raci, [
    [
      'RF1',
      'Establish Request Fulfillment Framework',
      'Settle what can be asked for, who approves what, and how it is fulfilled; keep the catalogue current.',
    ],
    [
      'RF2',
      'Log and Validate Service Request',
      'Write the wish down, check that it is complete and allowed, sort and rank it, have it approved or turn it down with a reason.',
    ],
    [
      'RF3',
      'Fulfill or Route Service Request',
      'Do the tasks, or hand them to the process that does, and keep hold of the request meanwhile.',
    ],
    [
      'RF4',
      'Obtain Acceptance and Close Service Request',
      'Have the user accept what was given, complete the record and close it.',
    ],
    [
      'RF5',
      'Monitor, Manage and Report Request Fulfillment',
      'Follow clocks, waiting approvals and backlog, and report what is off course.',
    ],
    [
      'RF6',
      'Evaluate Request Fulfillment Performance',
      'Judge from time to time whether the process still fits its purpose, and propose changes to it.',
    ],
  ]),
  roles: [
    { name: 'Process owner', does: 'Answers for the process, its catalogue and its results.' },
    { name: 'Request manager', does: 'Runs the process day by day and watches what is late.' },
    { name: 'Service desk analyst', does: 'Logs and checks requests and keeps requesters informed.' },
    { name: 'Approver', does: 'Decides on requests of others, for need and for money.' },
    { name: 'Fulfilment technician', does: 'Does the tasks of a request.' },
  ],
  policies: [
    'Nobody approves a request of their own, or one that is for them.',
    'An approval holds for the items as they stood; changed items are approved again.',
    'Money is released before a request is approved, where its price calls for it.',
    'A request handed to another process stays ours until the user has accepted.',
    'A rejection always gives its reason to the requester.',
    'The fulfilment clock pauses while somebody decides, and for nothing else.',
  ],
  metrics: requestMetrics,
  recordTypes: [request, requestItem, requestTask, catalogueItem],
  seed: requestSeed,
};
