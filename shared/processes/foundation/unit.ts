import { covers } from '../../definition/marking.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { externalReference, longText, reference, secretText, text } from '../support/fields.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { administer, everyone } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

/** The workspace itself: its name, zone, marking and default hours. One record. */
export const unit: RecordType = {
  name: 'unit',
  label: 'Unit',
  plural: 'Units',
  prefix: 'UNT',
  help: 'The unit that this workspace belongs to. Its zone sets the local times, its marking stands on every page and print.',
  process: 'FND',
  config: true,
  fields: {
    name: text('Name', { required: true, boost: 3 }),
    shortName: text('Short name', {
      required: true,
      maxLength: 40,
      help: 'As it stands in the top bar: 51st Signal Bn.',
    }),
    shortCode: text('Unit code', {
      maxLength: 12,
      pattern: { regex: /^[A-Z0-9-]+$/, says: 'capital letters, digits and hyphens only' },
      help: 'Short sign that other units know it by.',
    }),
    zone: text('Time zone', {
      required: true,
      format: 'zone',
      default: 'UTC',
      help: 'Zone of the local times shown next to Zulu, for example Europe/Berlin.',
    }),
    marking: text('Marking', {
      required: true,
      maxLength: 120,
      default: 'UNCLASSIFIED',
      format: 'marking',
      help: 'Stands at the top and bottom of every page and print. Never keep records here above this marking.',
    }),
    recordMarking: text('Marking of records without one', {
      maxLength: 120,
      format: 'marking',
      help: 'What a record carries that nobody marked. Empty: the marking of the unit.',
    }),
    markingNote: longText('Marking note', {
      maxLength: 1000,
      help: 'Handling words that the marking calls for, such as the designation indicator of CUI.',
    }),
    defaultCalendar: reference('Default hours', 'service-calendar', {
      help: 'Service hours that count where an agreement names none.',
    }),
    recoveryKey: secretText('Key of the recovery code'),
    /** What the holder of the code signs with (Ed25519, base64url); absent beside a code that an earlier version made. */
    recoverySign: secretText('Signing key of the recovery code'),
    /** How often an administrator has asked all devices for new keys: 1, 2, 3 … */
    keyRound: secretText('Round of new keys'),
    externalReference: externalReference(),
  },
  sections: detailsSection,
  lifecycle: inUseOrRetired('unit', administer),
  derived: {},
  clocks: [],
  views: referenceViews(
    'name',
    ['name', 'shortName', 'zone', 'marking'],
    ['name', 'shortName', 'zone', 'marking'],
  ),
  create: administer,
  edit: administer,
  see: everyone,
  note: administer,
  check: recordsBelowUnit,
  migrations: [],
};

function recordsBelowUnit(record: RecordView): readonly { readonly field: string; readonly says: string }[] {
  const marking = textOf(record, 'recordMarking');
  return marking === '' || covers(textOf(record, 'marking'), marking)
    ? []
    : [{ field: 'recordMarking', says: 'no record is above the marking of its unit' }];
}
