import { allRoles, isRole } from '../../definition/roles.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { listOf } from '../../definition/record.ts';
import { externalReference, reference, references, tags, text, yesNo } from '../support/fields.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { administer, everyone, manageReference } from '../support/rights.ts';
import { activeFilters, referenceViews } from '../support/views.ts';

/** Somebody who asks for service, gives it or approves it. */
export const person: RecordType = {
  name: 'person',
  label: 'Person',
  plural: 'People',
  prefix: 'PER',
  help: 'Everybody the desk deals with: users, analysts, managers, suppliers’ contacts.',
  process: 'FND',
  fields: {
    name: text('Name', {
      required: true,
      boost: 3,
      help: 'As the unit writes it, for example Alvarez, Maria.',
    }),
    rank: text('Rank or grade', { maxLength: 30 }),
    jobTitle: text('Position', { maxLength: 120 }),
    email: text('E-mail', { format: 'email', section: 'contact' }),
    phone: text('Phone', { format: 'phone', section: 'contact', boost: 1 }),
    mobile: text('Mobile', { format: 'phone', section: 'contact' }),
    callSign: text('Call sign', { section: 'contact', maxLength: 40, help: 'How to reach them by radio.' }),
    organisation: reference('Organisation', 'organisation', { inverse: 'People', section: 'place' }),
    location: reference('Location', 'location', { inverse: 'People', section: 'place' }),
    manager: reference('Manager', 'person', { inverse: 'Reports', acyclic: true, section: 'place' }),
    teams: references('Teams', 'team', { inverse: 'Members', section: 'work' }),
    roles: tags('Roles in Outpost', {
      section: 'work',
      help: `Roles for the whole unit, any of: ${allRoles.join(', ')}. A role gives the rights to act; roles with dates or for a part of the unit are role assignments.`,
      changedBy: administer,
    }),
    vip: yesNo('Priority user', {
      section: 'work',
      default: false,
      help: 'Commander, watch officer or another person whose work must not wait. Shown next to their records.',
    }),
    externalReference: externalReference(),
  },
  sections: [
    { name: 'details', label: 'Person' },
    { name: 'contact', label: 'How to reach them' },
    { name: 'place', label: 'Where they belong' },
    { name: 'work', label: 'Work' },
  ],
  lifecycle: inUseOrRetired('person', manageReference),
  derived: {},
  clocks: [],
  views: referenceViews(
    'name',
    ['name', 'rank', 'jobTitle', 'organisation', 'location', 'phone'],
    ['name', 'rank', 'email', 'phone', 'organisation', 'location'],
    {
      subtitle: ['rank', 'organisation'],
      filters: [
        ...activeFilters,
        { id: 'staff', label: 'Desk and technicians', query: { where: [{ column: 'teams', empty: false }] } },
        { id: 'vip', label: 'Priority users', query: { where: [{ column: 'vip', in: [true] }] } },
      ],
    },
  ),
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  check: (record) =>
    listOf(record, 'roles')
      .filter((role) => !isRole(role))
      .map((role) => ({
        field: 'roles',
        says: `“${role}” is no role; the roles are ${allRoles.join(', ')}`,
      })),
  migrations: [],
};
