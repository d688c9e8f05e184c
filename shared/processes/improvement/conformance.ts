import {
  mayConform,
  partLabels,
  partsAsked,
  type Part,
  type Phase,
  type ServiceKind,
} from '../../conformance/asked.ts';
import type { Config } from '../../definition/config.ts';
import type { LongTextField } from '../../definition/field.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { choice, date, decimal, integer, longText, reference, text, yesNo } from '../support/fields.ts';
import { everyone, manageReference, ownProcess } from '../support/rights.ts';

const kinds = [
  { value: 'enterprise', label: 'Enterprise or shared service' },
  { value: 'component', label: 'Service for a single component' },
];
const phases = [
  { value: '1', label: 'Phase 1' },
  { value: '2', label: 'Phase 2' },
  { value: '3', label: 'Phase 3' },
];
const verdicts = [
  { value: 'conforms', label: 'Conforms' },
  { value: 'departs', label: 'Does not conform' },
];

function isKind(value: string): value is ServiceKind {
  return value === 'enterprise' || value === 'component';
}

function cellOf(record: RecordView): { readonly kind: ServiceKind; readonly phase: Phase } | undefined {
  const kind = textOf(record, 'kind');
  const phase = ([1, 2, 3] as const).find((one) => String(one) === textOf(record, 'phase'));
  return isKind(kind) && phase ? { kind, phase } : undefined;
}

/** Whether the table asks for a part of the statement. */
const asks =
  (part: Part) =>
  (record: RecordView): boolean => {
    const cell = cellOf(record);
    return (
      cell !== undefined &&
      partsAsked(cell.kind, cell.phase, textOf(record, 'verdict') !== 'departs').includes(part)
    );
  };

const isAskedVerdict = (record: RecordView): boolean => {
  const cell = cellOf(record);
  return cell === undefined || mayConform(cell.kind, cell.phase);
};

function part(name: Part, more: Partial<LongTextField> = {}): LongTextField {
  return longText(partLabels[name], { section: 'parts', shown: asks(name), required: asks(name), ...more });
}

/** What a provider states of one service for one year: exactly what table 1 of DoDI 8440.01 asks in its cell. */
export const conformanceStatement: RecordType = {
  name: 'conformance-statement',
  label: 'Conformance statement',
  plural: 'Conformance statements',
  prefix: 'CFS',
  help: 'States for one year whether a service and its processes conform to the framework, with what its type and phase ask for.',
  process: 'CSI',
  fields: {
    name: text('Title', { required: true, boost: 3 }),
    service: reference('Service', 'service', { required: true, inverse: 'Conformance statements' }),
    year: integer('Year', { required: true, min: 2015, max: 2100 }),
    kind: choice('Service type', kinds, { required: true }),
    phase: choice('Phase', phases, { required: true }),
    verdict: choice('Services and processes', verdicts, { required: isAskedVerdict, shown: isAskedVerdict }),
    explanation: part('explanation'),
    evaluation: part('evaluation'),
    exception: reference(partLabels.exception, 'conformance-exception', {
      section: 'parts',
      shown: asks('exception'),
      required: asks('exception'),
      inverse: 'Statements',
    }),
    plan: part('plan'),
    levelDescription: part('levelDescription'),
    recommendation: part('recommendation'),
    agreement: yesNo(partLabels.agreement, { section: 'parts', shown: asks('agreement') }),
    serviceQuality: decimal(partLabels.serviceQuality, {
      section: 'parts',
      min: 0,
      max: 100,
      unit: '%',
      shown: asks('serviceQuality'),
      required: asks('serviceQuality'),
    }),
    managementCapability: reference(partLabels.managementCapability, 'assessment', {
      section: 'parts',
      shown: asks('managementCapability'),
      required: asks('managementCapability'),
      inverse: 'Conformance statements',
    }),
    returnReason: text('Reason for returning', { section: 'parts', readOnly: true }),
  },
  sections: [
    { name: 'statement', label: 'Statement' },
    { name: 'parts', label: 'What the table asks for' },
  ],
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', class: 'open' },
      submitted: { label: 'Submitted', class: 'waiting' },
      accepted: { label: 'Accepted', class: 'done', final: true },
      superseded: { label: 'Superseded', class: 'refused', final: true },
    },
    transitions: [
      {
        action: 'submit',
        label: 'Submit statement',
        from: ['draft'],
        to: 'submitted',
        permit: manageReference,
        primary: true,
      },
      {
        action: 'accept',
        label: 'Accept statement',
        from: ['submitted'],
        to: 'accepted',
        permit: ownProcess,
        primary: true,
        notBy: { createdBy: 'wrote it' },
      },
      {
        action: 'return',
        label: 'Return for work',
        from: ['submitted'],
        to: 'draft',
        permit: ownProcess,
        needs: ['returnReason'],
      },
      {
        action: 'supersede',
        label: 'Mark as superseded',
        from: ['draft', 'submitted', 'accepted'],
        to: 'superseded',
        permit: ownProcess,
        confirm: 'Another statement takes its place in the register. Go on?',
      },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'service', 'year', 'kind', 'phase', 'verdict'],
    sort: [{ column: 'year', descending: true }],
    filters: [
      { id: 'current', label: 'Current', query: { where: [{ column: 'state', notIn: ['superseded'] }] } },
      {
        id: 'departing',
        label: 'Not conforming',
        query: { where: [{ column: 'verdict', in: ['departs'] }] },
      },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'service', 'year', 'kind', 'phase', 'verdict'],
    title: 'name',
    subtitle: ['year'],
  },
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  check: (record, config) => [...exceptionFaults(record, config), ...agreementFaults(record)],
  migrations: [],
};

type Fault = { readonly field: string; readonly says: string };

/** An exception counts for its own service, and while it is approved. */
function exceptionFaults(record: RecordView, config: Config): readonly Fault[] {
  const exception = asks('exception')(record) ? config.get(textOf(record, 'exception')) : undefined;
  if (!exception) return [];
  const year = record.fields['year'];
  const until = textOf(exception, 'until');
  const faults: readonly (readonly [boolean, string])[] = [
    [textOf(exception, 'service') !== textOf(record, 'service'), 'it was given for another service'],
    [exception.state !== 'approved', 'it is not approved'],
    [
      typeof year === 'number' && until !== '' && until < `${year}-01-01`,
      `it ended on ${until}, before the year began`,
    ],
  ];
  return faults.flatMap(([isFault, says]) => (isFault ? [{ field: 'exception', says }] : []));
}

function agreementFaults(record: RecordView): readonly Fault[] {
  return asks('agreement')(record) && record.fields['agreement'] !== true
    ? [{ field: 'agreement', says: 'without it the exception does not count in this phase' }]
    : [];
}

/** Leave not to conform, for a time. */
export const conformanceException: RecordType = {
  name: 'conformance-exception',
  label: 'Conformance exception',
  plural: 'Conformance exceptions',
  prefix: 'CFX',
  help: 'Leave for a service not to conform until a day, with who approved it and why.',
  process: 'CSI',
  config: true,
  fields: {
    name: text('Title', { required: true, boost: 3 }),
    service: reference('Service', 'service', { required: true, inverse: 'Conformance exceptions' }),
    reason: longText('Reason', { required: true }),
    mitigation: longText('What is done instead'),
    until: date('Until', { help: 'Last day on which it counts.' }),
    authority: text('Approving authority', {
      help: 'Office that approved it: the DoD CIO for enterprise services.',
    }),
    decision: text('Decision', { readOnly: true, help: 'Number or date of the letter.' }),
    refusalReason: text('Reason for refusing', { readOnly: true }),
  },
  sections: [{ name: 'details', label: 'Exception' }],
  lifecycle: {
    initial: 'requested',
    states: {
      requested: { label: 'Requested', class: 'waiting' },
      approved: { label: 'Approved', class: 'open' },
      refused: { label: 'Refused', class: 'refused', final: true },
      ended: { label: 'Ended', class: 'done', final: true },
    },
    transitions: [
      {
        action: 'approve',
        label: 'Record approval',
        from: ['requested', 'ended'],
        to: 'approved',
        permit: ownProcess,
        needs: ['authority', 'until', 'decision'],
        primary: ['requested'],
        notBy: { createdBy: 'asked for it' },
      },
      {
        action: 'refuse',
        label: 'Record refusal',
        from: ['requested'],
        to: 'refused',
        permit: ownProcess,
        needs: ['refusalReason'],
      },
      { action: 'end', label: 'End exception', from: ['approved'], to: 'ended', permit: ownProcess },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'service', 'authority', 'until'],
    sort: [{ column: 'until' }],
    filters: [
      { id: 'inForce', label: 'Approved', query: { where: [{ column: 'state', in: ['approved'] }] } },
      { id: 'requested', label: 'Requested', query: { where: [{ column: 'state', in: ['requested'] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'service', 'reason', 'mitigation', 'until', 'authority'],
    title: 'name',
    subtitle: ['until'],
  },
  create: manageReference,
  edit: manageReference,
  see: everyone,
  note: manageReference,
  migrations: [],
};
