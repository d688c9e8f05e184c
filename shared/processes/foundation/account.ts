import type { Rule } from '../../definition/permission.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf } from '../../definition/record.ts';
import { reference, secretText, text } from '../support/fields.ts';
import { inUseOrRetired } from '../support/reference-lifecycle.ts';
import { administer, everyone } from '../support/rights.ts';
import { detailsSection, referenceViews } from '../support/views.ts';

/** Administrators, and whose account it is: everybody changes their own passphrase. */
const administerOrOwn: Rule = {
  ...administer,
  name: 'administerOrOwn',
  label: 'administer this unit; the passphrase of your own account is yours to change',
  allows: (actor, record) =>
    administer.allows(actor, record) || (record !== undefined && textOf(record, 'person') === actor.id),
};

/** Lets a person sign in on the devices of the unit. */
export const account: RecordType = {
  name: 'account',
  label: 'Account',
  plural: 'Accounts',
  prefix: 'ACC',
  help: 'Lets a person sign in. Accounts are made, and passphrases changed, under Settings, Accounts.',
  process: 'FND',
  config: true,
  fields: {
    name: text('Name', { required: true, boost: 3, help: 'As it stands on the sign-in page.' }),
    person: reference('Person', 'person', { required: true, inverse: 'Accounts', changedBy: administer }),
    credential: secretText('Credential'),
  },
  sections: detailsSection,
  lifecycle: inUseOrRetired('account', administer),
  derived: {},
  clocks: [],
  views: referenceViews('name', ['name', 'person', 'createdAt'], ['name', 'person']),
  create: administer,
  edit: administerOrOwn,
  see: everyone,
  note: administer,
  migrations: [],
};
