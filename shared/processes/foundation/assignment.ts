import { hasRole, type Rule } from '../../definition/permission.ts';
import { allRoles, isRole, roleFacts, roles, type RoleScope } from '../../definition/roles.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { clear } from '../support/effects.ts';
import { choice, instant, longText, reference, text } from '../support/fields.ts';
import { administer, everyone } from '../support/rights.ts';
import { processChoices } from '../support/process-choices.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

const scopeChoices: readonly { readonly value: RoleScope; readonly label: string }[] = [
  { value: 'workspace', label: 'Whole unit' },
  { value: 'process', label: 'One process' },
  { value: 'service', label: 'One service' },
  { value: 'team', label: 'One team' },
];

const scopeIs = (scope: RoleScope) => (record: RecordView) => textOf(record, 'scope') === scope;

/** Owners, whose work must go on while they are away. */
const delegable = allRoles.filter((role) => roleFacts(role).oneFor !== undefined);

/** Administrators, and owners for a role of their own. */
const delegateRole: Rule = {
  ...administer,
  name: 'delegateRole',
  label: 'delegate this role',
  allows: (actor, record) => {
    if (administer.allows(actor, record)) return true;
    const role = record ? textOf(record, 'role') : '';
    return (
      record !== undefined &&
      isRole(role) &&
      delegable.includes(role) &&
      textOf(record, 'person') === actor.id &&
      hasRole(actor, role, { [textOf(record, 'scope')]: textOf(record, textOf(record, 'scope')) })
    );
  },
};

/** Who holds a role, for which part of the unit, from when until when (PER-2xx). */
export const assignment: RecordType = {
  name: 'assignment',
  label: 'Role assignment',
  plural: 'Role assignments',
  prefix: 'ROL',
  help: 'Gives a person a role for the whole unit, a process, a service or a team, for a time. Roles and owners stand under Roles.',
  process: 'FND',
  config: true,
  fields: {
    name: text('Title', {
      required: true,
      boost: 3,
      help: 'As the order or letter calls it: Process owner, incident management.',
    }),
    role: choice(
      'Role',
      allRoles.map((value) => ({ value, label: roles[value].label, help: roles[value].does })),
      { required: true },
    ),
    person: reference('Person', 'person', { required: true, inverse: 'Roles held' }),
    scope: choice('For', scopeChoices, { required: true, default: 'workspace' }),
    process: choice('Process', processChoices, {
      required: scopeIs('process'),
      shown: scopeIs('process'),
    }),
    service: reference('Service', 'service', {
      required: scopeIs('service'),
      shown: scopeIs('service'),
      inverse: 'Roles',
    }),
    team: reference('Team', 'team', { required: scopeIs('team'), shown: scopeIs('team'), inverse: 'Roles' }),
    from: instant('From', { required: true, default: ({ now }) => now }),
    until: instant('Until', { help: 'The role ends at this instant. Empty: it goes on until it is ended.' }),
    delegate: reference('Delegated to', 'person', {
      readOnly: true,
      inverse: 'Roles held for others',
      help: 'Has the same rights for that time. Who delegates stays accountable.',
    }),
    delegateFrom: instant('Delegated from', { readOnly: true }),
    delegateUntil: instant('Delegated until', { readOnly: true }),
    reason: longText('Reason', { maxLength: 1000, help: 'Order, appointment letter, absence.' }),
  },
  sections: detailsSection,
  lifecycle: {
    initial: 'active',
    states: {
      active: { label: 'In use', class: 'open', help: 'Counts between its dates.' },
      ended: {
        label: 'Ended',
        class: 'done',
        final: true,
        help: 'Gives no right any more; kept as a record.',
      },
    },
    transitions: [
      {
        action: 'delegate',
        label: 'Delegate role',
        from: ['active'],
        to: 'same',
        permit: delegateRole,
        needs: ['delegate', 'delegateUntil'],
        offers: ['delegateFrom'],
        activity: 'FND2',
      },
      {
        action: 'takeBack',
        label: 'Take role back',
        from: ['active'],
        to: 'same',
        permit: delegateRole,
        activity: 'FND2',
        shown: (record) => textOf(record, 'delegate') !== '',
        effects: ({ record }) => clear(record, 'delegate', 'delegateFrom', 'delegateUntil'),
      },
      {
        action: 'end',
        label: 'End assignment',
        from: ['active'],
        to: 'ended',
        permit: administer,
        offers: ['reason'],
        confirm: 'The person loses the rights that this gives, at once. End it?',
        activity: 'FND2',
      },
    ],
  },
  derived: {},
  clocks: [],
  views: referenceViews(
    'name',
    ['name', 'role', 'person', 'scope', 'from', 'until'],
    ['name', 'role', 'person', 'scope', 'process', 'service', 'team', 'from', 'until', 'reason'],
    {
      subtitle: ['person'],
      filters: [
        { id: 'active', label: 'In use', query: { where: [{ column: 'state', in: ['active'] }] } },
        { id: 'delegated', label: 'Delegated', query: { where: [{ column: 'delegate', empty: false }] } },
        { id: 'ended', label: 'Ended', query: { where: [{ column: 'state', in: ['ended'] }] } },
        { id: 'all', label: 'All', query: { where: [] } },
      ],
    },
  ),
  create: administer,
  edit: administer,
  see: everyone,
  note: administer,
  check: (record) => [...checkScope(record), ...checkTimes(record)],
  migrations: [],
};

interface Fault {
  readonly field: string;
  readonly says: string;
}

function checkScope(record: RecordView): readonly Fault[] {
  const role = textOf(record, 'role');
  if (!isRole(role)) return [];
  const { scopes, label } = roleFacts(role);
  const scope = textOf(record, 'scope');
  if (scopes.some((one) => one === scope)) return [];
  const labels = scopeChoices
    .filter(({ value }) => scopes.includes(value))
    .map((one) => one.label.toLowerCase());
  return [{ field: 'scope', says: `${label} is given for ${labels.join(' or ')}` }];
}

function checkTimes(record: RecordView): readonly Fault[] {
  const before = (from: string, until: string): boolean => {
    const [start, end] = [record.fields[from], record.fields[until]];
    return typeof start === 'number' && typeof end === 'number' && end < start;
  };
  const delegate = textOf(record, 'delegate');
  return [
    ...(before('from', 'until') ? [{ field: 'until', says: 'it ends before it begins' }] : []),
    ...(before('delegateFrom', 'delegateUntil')
      ? [{ field: 'delegateUntil', says: 'it ends before it begins' }]
      : []),
    ...(delegate !== '' && delegate === textOf(record, 'person')
      ? [{ field: 'delegate', says: 'that person holds the role already' }]
      : []),
  ];
}
