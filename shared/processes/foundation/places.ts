import type { RecordType } from '../../definition/record-type.ts';
import { choice, externalReference, longText, reference, text, yesNo } from '../support/fields.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { everyone, manageReference } from '../support/rights.ts';
import { activeFilters, detailsSection, referenceViews } from '../support/views.ts';

/** Whom the unit serves or depends on, as a tree. */
export const organisation: RecordType = {
  name: 'organisation',
  label: 'Organisation',
  plural: 'Organisations',
  prefix: 'ORG',
  help: 'A headquarters, unit, mission partner or supplier. Agreements are made with organisations.',
  process: 'FND',
  fields: {
    name: text('Name', { required: true, boost: 3 }),
    shortName: text('Short name', { maxLength: 40, boost: 2 }),
    kind: choice(
      'Kind',
      [
        { value: 'customer', label: 'Customer' },
        { value: 'partner', label: 'Mission partner' },
        { value: 'provider', label: 'Provider (ourselves)' },
        { value: 'supplier', label: 'Supplier' },
      ],
      { default: 'customer' },
    ),
    parent: reference('Part of', 'organisation', { inverse: 'Parts', acyclic: true }),
    contact: reference('Main contact', 'person', { inverse: 'Main contact of' }),
    phone: text('Phone', { format: 'phone' }),
    email: text('E-mail', { format: 'email' }),
    description: longText('Remarks', { maxLength: 4000 }),
    externalReference: externalReference(),
  },
  sections: detailsSection,
  lifecycle: inUseOrRetired('organisation', manageReference),
  derived: {},
  clocks: [],
  views: referenceViews(
    'name',
    ['name', 'shortName', 'kind', 'parent', 'contact'],
    ['name', 'kind', 'parent'],
    {
      subtitle: ['parent'],
      filters: [
        ...activeFilters,
        { id: 'suppliers', label: 'Suppliers', query: { where: [{ column: 'kind', in: ['supplier'] }] } },
      ],
    },
  ),
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  migrations: [],
};

/** Where people, equipment and incidents are, as a tree. */
export const location: RecordType = {
  name: 'location',
  label: 'Location',
  plural: 'Locations',
  prefix: 'LOC',
  help: 'A camp, building, shelter, vehicle or room. Its zone helps to agree times with people there.',
  process: 'FND',
  fields: {
    name: text('Name', { required: true, boost: 3 }),
    kind: choice('Kind', [
      { value: 'site', label: 'Site or camp' },
      { value: 'building', label: 'Building or shelter' },
      { value: 'room', label: 'Room' },
      { value: 'vehicle', label: 'Vehicle' },
    ]),
    parent: reference('Within', 'location', { inverse: 'Contains', acyclic: true }),
    zone: text('Time zone', { format: 'zone' }),
    grid: text('Grid reference', {
      maxLength: 40,
      help: 'Only where the marking of this workspace allows it.',
    }),
    hasPermanentLink: yesNo('Has a lasting network link', { default: true }),
    description: longText('How to get there, access', { maxLength: 4000 }),
    externalReference: externalReference(),
  },
  sections: detailsSection,
  lifecycle: inUseOrRetired('location', manageReference),
  derived: {},
  clocks: [],
  views: referenceViews('name', ['name', 'kind', 'parent', 'zone'], ['name', 'kind', 'parent'], {
    subtitle: ['parent'],
  }),
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  migrations: [],
};
