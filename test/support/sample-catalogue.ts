import { buildCatalogue } from '#shared/definition/catalogue.ts';
import { anyRole, type Actor, type Role } from '#shared/definition/permission.ts';
import type { ProcessDefinition } from '#shared/definition/process.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { problem } from '#shared/kernel/errors.ts';

/** A small declaration with every kind of field, for tests of what must hold for any declaration. */

const work = anyRole('work', 'work tickets', 'analyst');
const manage = anyRole('manage', 'manage tickets', 'processOwner');
const everyone = { name: 'everyone', label: 'use this', givenBy: 'nobody', allows: () => true };

export const ticket: RecordType = {
  name: 'ticket',
  label: 'Ticket',
  plural: 'Tickets',
  prefix: 'TIC',
  help: '',
  process: 'TST',
  sections: [{ name: 'main', label: 'Main' }],
  fields: {
    title: { kind: 'text', label: 'Title', required: true },
    details: { kind: 'longText', label: 'Details' },
    impact: { kind: 'choice', label: 'Impact', choices: choices('1', '2', '3'), default: '3' },
    urgency: { kind: 'choice', label: 'Urgency', choices: choices('1', '2', '3'), default: '3' },
    effort: { kind: 'integer', label: 'Effort', min: 0, max: 1000, unit: 'h' },
    cost: { kind: 'number', label: 'Cost' },
    urgent: { kind: 'boolean', label: 'Urgent' },
    due: { kind: 'date', label: 'Due' },
    seenAt: { kind: 'instant', label: 'Seen at' },
    window: { kind: 'duration', label: 'Window' },
    tags: { kind: 'tags', label: 'Tags' },
    parent: { kind: 'reference', label: 'Parent', to: ['ticket'], inverse: 'Children', acyclic: true },
    related: { kind: 'references', label: 'Related', to: ['ticket'] },
    service: { kind: 'reference', label: 'Service', to: ['ticket'] },
    organisation: { kind: 'reference', label: 'Organisation', to: ['ticket'] },
    lines: {
      kind: 'table',
      label: 'Lines',
      columns: {
        what: { kind: 'text', label: 'What', required: true },
        count: { kind: 'integer', label: 'Count' },
        ticket: { kind: 'reference', label: 'Ticket', to: ['ticket'] },
      },
      maxRows: 20,
    },
    waitReason: { kind: 'choice', label: 'Wait reason', choices: choices('user', 'vendor'), readOnly: true },
    outcome: { kind: 'text', label: 'Outcome', readOnly: true },
    becameTicket: { kind: 'reference', label: 'Became', to: ['ticket'], readOnly: true },
    secret: { kind: 'text', label: 'Secret', visibleTo: manage },
  },
  lifecycle: {
    initial: 'new',
    states: {
      new: { label: 'New', class: 'open' },
      working: { label: 'Working', class: 'open' },
      waiting: { label: 'Waiting', class: 'waiting' },
      done: { label: 'Done', class: 'done' },
      closed: { label: 'Closed', class: 'done', final: true },
      dropped: { label: 'Dropped', class: 'refused', final: true },
    },
    transitions: [
      { action: 'start', label: 'Start', from: ['new'], to: 'working', permit: work, primary: true },
      {
        action: 'await',
        label: 'Wait',
        from: ['working', 'waiting'],
        to: 'waiting',
        permit: work,
        needs: ['waitReason'],
      },
      {
        action: 'resume',
        label: 'Resume',
        from: ['waiting'],
        to: 'working',
        permit: work,
        effects: ({ record }) => [{ kind: 'set', record: record.id, fields: { waitReason: null } }],
      },
      {
        action: 'touch',
        label: 'Touch',
        from: ['new', 'working'],
        to: 'same',
        permit: work,
        offers: ['effort'],
      },
      {
        action: 'finish',
        label: 'Finish',
        from: ['new', 'working', 'waiting'],
        to: 'done',
        permit: work,
        needs: ['outcome'],
        touches: { children: { type: 'ticket', by: 'parent' } },
        guard: ({ record }) =>
          record.fields['urgent'] === true
            ? problem('OUT-LIF-003', { action: 'Finish', reason: 'it is urgent.' })
            : undefined,
        effects: ({ related, record }) =>
          related('children')
            .filter(({ state }) => ['new', 'working', 'waiting'].includes(state))
            .flatMap((child) => [
              {
                kind: 'act',
                record: child.id,
                action: 'finish',
                inputs: { outcome: `With ${record.number}` },
              },
              { kind: 'note', record: child.id, text: 'Finished with its parent.', audience: 'requester' },
            ]),
      },
      { action: 'close', label: 'Close', from: ['done'], to: 'closed', permit: work, primary: true },
      { action: 'reopen', label: 'Reopen', from: ['done', 'closed'], to: 'working', permit: manage },
      {
        action: 'convert',
        label: 'Convert',
        from: ['new', 'working'],
        to: 'dropped',
        permit: work,
        effects: ({ record }) => [
          {
            kind: 'create',
            type: 'ticket',
            fields: { title: `From ${record.number}` },
            linkFrom: 'becameTicket',
            carryNotes: true,
          },
        ],
      },
      {
        action: 'drop',
        label: 'Drop',
        from: ['new', 'working', 'waiting'],
        to: 'dropped',
        permit: manage,
        effects: () => [{ kind: 'create', type: 'ticket', fields: {} }],
      },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'title'],
    sort: [],
    filters: [],
    board: 'state',
    quick: ['title'],
    title: 'title',
  },
  create: work,
  edit: work,
  see: {
    ...everyone,
    allows: (actor, record) => record?.fields['secret'] !== 'hidden' || actor.roles.includes('processOwner'),
  },
  note: work,
  check: ({ fields }) =>
    typeof fields['effort'] === 'number' && fields['effort'] > 500 && fields['urgent'] === true
      ? [{ field: 'effort', says: 'urgent work cannot take that long' }]
      : [],
  migrations: [],
};

function choices(...values: readonly string[]): readonly { value: string; label: string }[] {
  return values.map((value) => ({ value, label: `Label ${value}` }));
}

export const sampleProcess: ProcessDefinition = {
  code: 'TST',
  name: 'Testing',
  domain: 'SO',
  section: '1',
  isoClauses: [],
  purpose: 'To test.',
  scope: 'Tests.',
  outcomes: ['It is tested'],
  activities: [],
  roles: [],
  policies: [],
  metrics: [],
  recordTypes: [ticket],
  seed: [],
};

export const sampleCatalogue = buildCatalogue([sampleProcess]);

export function actorWith(id: string, ...roles: readonly Role[]): Actor {
  return { id, roles, teams: [] };
}

export const analyst = actorWith('analyst', 'analyst');
export const manager = actorWith('manager', 'analyst', 'processOwner');
