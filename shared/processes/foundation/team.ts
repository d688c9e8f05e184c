import type { RecordType } from '../../definition/record-type.ts';
import { choice, externalReference, longText, reference, text } from '../support/fields.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { everyone, manageReference } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

/** The five functions of DESMF section 10. */
const functionChoices = [
  { value: 'serviceDesk', label: 'Service Desk' },
  { value: 'applicationManagement', label: 'Application Management' },
  { value: 'engineering', label: 'Engineering' },
  { value: 'operations', label: 'IT Operations Management' },
  { value: 'technicalManagement', label: 'Technical Management' },
];

/** A group of people that work is assigned to. */
export const team: RecordType = {
  name: 'team',
  label: 'Team',
  plural: 'Teams',
  prefix: 'TEM',
  help: 'A group that work is assigned to. People join a team on their own record.',
  process: 'FND',
  fields: {
    name: text('Name', { required: true, boost: 3 }),
    description: longText('What it does', { maxLength: 2000 }),
    function: choice('Function', functionChoices, {
      help: 'Which of the five ITSM functions it belongs to.',
    }),
    manager: reference('Manager', 'person', { inverse: 'Manages teams' }),
    hours: reference('Hours', 'service-calendar', { help: 'When somebody of the team is at work.' }),
    email: text('E-mail', { format: 'email' }),
    phone: text('Phone', { format: 'phone' }),
    externalReference: externalReference(),
  },
  sections: detailsSection,
  lifecycle: inUseOrRetired('team', manageReference),
  derived: {},
  clocks: [],
  views: referenceViews(
    'name',
    ['name', 'function', 'manager', 'hours', 'phone'],
    ['name', 'function', 'manager'],
    {
      subtitle: ['function'],
    },
  ),
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  migrations: [],
};
