import { signerRoles } from '../../assessment/report/statement.ts';
import type { Config } from '../../definition/config.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { choice, instant, longText, reference, text } from '../support/fields.ts';
import { everyone } from '../support/rights.ts';
import { detailsSection } from '../support/views.ts';
import { assess, partakersSight } from './assessment-rights.ts';

const isHidden = () => false;

/** Field of the assessment that names who signs in a role. */
export const signerFields = { lead: 'leadAssessor', sponsor: 'sponsor' } as const;

/** That the lead assessor or the sponsor signed the report of an assessment, with what proves it. */
export const reportSignature: RecordType = {
  name: 'report-signature',
  label: 'Report signature',
  plural: 'Report signatures',
  prefix: 'SIG',
  help: 'Says who signed the report of an assessment, when, and which report. Signed on the page of the report.',
  process: 'CSI',
  madeOn: { label: 'Sign on the page of a report' },
  fields: {
    name: text('Title', { required: true, boost: 2 }),
    assessment: reference('Assessment', 'assessment', { required: true, inverse: 'Report signatures' }),
    person: reference('Signed by', 'person', {
      required: true,
      default: ({ actor }) => actor,
      inverse: 'Reports signed',
    }),
    role: choice(
      'As',
      [
        { value: 'lead', label: 'Lead assessor' },
        { value: 'sponsor', label: 'Sponsor' },
      ],
      { required: true, default: 'lead' },
    ),
    signedAt: instant('Signed', { required: true, default: ({ now }) => now }),
    hash: text('Report (SHA-256)', { boost: 0 }),
    // What the signature is made of, as the page of the report reads it.
    statement: longText('Statement', { shown: isHidden, boost: 0 }),
    key: text('Key', { shown: isHidden, boost: 0 }),
    signature: text('Signature', { shown: isHidden, boost: 0 }),
  },
  sections: detailsSection,
  lifecycle: {
    initial: 'given',
    states: {
      given: {
        label: 'Given',
        class: 'done',
        final: true,
        help: 'Whether it still fits stands on the page of the report.',
      },
    },
    transitions: [],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'name', 'assessment', 'person', 'role', 'signedAt'],
    sort: [{ column: 'signedAt', descending: true }],
    filters: [{ id: 'all', label: 'All', query: { where: [] } }],
    quick: ['name', 'assessment', 'person', 'role', 'signedAt'],
    title: 'name',
    subtitle: ['person'],
  },
  create: everyone,
  edit: assess,
  ...partakersSight('person', 'createdBy'),
  note: assess,
  check: signatureFaults,
  migrations: [],
};

/** Whoever is named for the role signs, in their own name, and only what was reported. */
function signatureFaults(record: RecordView, config: Config) {
  if (textOf(record, 'signature') === '') return [];
  const role = textOf(record, 'role') === 'sponsor' ? 'sponsor' : 'lead';
  const person = textOf(record, 'person');
  const assessment = config.get(textOf(record, 'assessment'));
  if (record.createdBy !== person)
    return [{ field: 'signature', says: 'a signature is given by the person whose it is' }];
  if (assessment?.state !== 'reported')
    return [{ field: 'signature', says: 'its assessment is not closed with a report' }];
  return textOf(assessment, signerFields[role]) === person
    ? []
    : [
        {
          field: 'signature',
          says: `${assessment.number} does not name this person as its ${signerRoles[role]}`,
        },
      ];
}
