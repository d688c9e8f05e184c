import { daysBeforeEnd } from '../../conformance/standing.ts';
import type { Config } from '../../definition/config.ts';
import type { Rule } from '../../definition/permission.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { unitOf } from '../../engine/unit.ts';
import { startOfLocalDay } from '../../kernel/time.ts';
import { choice, date, longText, reference, text } from '../support/fields.ts';
import { refuse } from '../support/refuse.ts';
import { everyone, manageReference, ownProcess } from '../support/rights.ts';

/** The instant (epoch ms) from which an exception does not count any more: the day after its last one begins in the unit's zone. */
export function endOf(exception: RecordView, config: Config): number | null {
  const until = textOf(exception, 'until');
  if (until === '') return null;
  const unit = unitOf(config);
  const zone = (unit && textOf(unit, 'zone')) || 'UTC';
  // Noon lies on the same day in every zone that a unit is likely to stand in.
  return startOfLocalDay(Date.parse(`${until}T12:00:00Z`), zone, 1);
}

/** Once it is approved, nobody moves its end alone who asked for it: they renew it. */
const editException: Rule = {
  ...manageReference,
  name: 'editException',
  label: 'change an exception that is approved',
  allows: (actor, record) =>
    record?.state === 'approved'
      ? ownProcess.allows(actor, record) && record.createdBy !== actor.id
      : manageReference.allows(actor, record),
};

const isApproved = { column: 'state', in: ['approved'] } as const;
const now = { symbol: 'now', offset: 0 } as const;

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
    authorityKind: choice(
      'Approved by',
      [
        { value: 'dodCio', label: 'DoD CIO', help: 'Needed for enterprise and shared services in phase 2.' },
        {
          value: 'component',
          label: 'The component',
          help: 'Table 1 names nobody for services of a single component in phase 3.',
        },
      ],
      { readOnly: true },
    ),
    authority: text('Approving authority', { help: 'The office and person that approved it.' }),
    approvedOn: date('Approved on', { readOnly: true }),
    decision: text('Decision', { readOnly: true, help: 'Number or date of the letter.' }),
    renews: reference('Renews', 'conformance-exception', {
      readOnly: true,
      inverse: 'Renewed by',
      acyclic: true,
      shown: (record) => textOf(record, 'renews') !== '',
    }),
    refusalReason: text('Reason for refusing', { readOnly: true }),
  },
  sections: [{ name: 'details', label: 'Exception' }],
  lifecycle: {
    initial: 'requested',
    states: {
      requested: { label: 'Requested', class: 'waiting' },
      approved: { label: 'Approved', class: 'open', help: 'Counts up to its last day, and not after it.' },
      refused: { label: 'Refused', class: 'refused', final: true },
      ended: { label: 'Ended', class: 'done', final: true, help: 'Ended before its last day.' },
    },
    transitions: [
      {
        action: 'approve',
        label: 'Record approval',
        from: ['requested'],
        to: 'approved',
        permit: ownProcess,
        needs: ['authorityKind', 'authority', 'approvedOn', 'until', 'decision'],
        primary: true,
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
      {
        action: 'renew',
        label: 'Ask for renewal',
        from: ['approved', 'ended'],
        to: 'same',
        permit: manageReference,
        touches: { renewals: { type: 'conformance-exception', by: 'renews' } },
        guard: ({ related }) => {
          const renewal = related('renewals').find(({ state }) => state !== 'refused');
          return renewal && refuse('Ask for renewal', `${renewal.number} renews it already.`);
        },
        effects: ({ record }) => [
          {
            kind: 'create',
            type: 'conformance-exception',
            fields: {
              name: record.fields['name'] ?? null,
              service: record.fields['service'] ?? null,
              reason: record.fields['reason'] ?? null,
              mitigation: record.fields['mitigation'] ?? null,
              renews: record.id,
            },
          },
        ],
      },
      {
        action: 'end',
        label: 'End exception',
        from: ['approved'],
        to: 'ended',
        permit: ownProcess,
        confirm: 'It does not count from now on, and statements that rest on it are told. End it?',
      },
    ],
  },
  derived: {
    endsAt: {
      label: 'Counts until',
      kind: 'instant',
      help: 'When its last day is over in the unit’s zone.',
      compute: endOf,
    },
  },
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'service', 'authorityKind', 'authority', 'approvedOn', 'until'],
    sort: [{ column: 'until' }],
    filters: [
      { id: 'inForce', label: 'In force', query: { where: [isApproved, { column: 'endsAt', from: now }] } },
      {
        id: 'endsSoon',
        label: `Ends within ${String(daysBeforeEnd)} days`,
        query: {
          where: [
            isApproved,
            { column: 'endsAt', from: now, below: { symbol: 'day', offset: daysBeforeEnd + 1 } },
          ],
        },
      },
      {
        id: 'ended',
        label: 'Ended',
        query: {
          where: [
            {
              any: [
                { column: 'endsAt', below: now },
                { column: 'state', in: ['ended'] },
              ],
            },
          ],
        },
      },
      { id: 'requested', label: 'Requested', query: { where: [{ column: 'state', in: ['requested'] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'service', 'reason', 'mitigation', 'until', 'authority'],
    title: 'name',
    subtitle: ['until'],
  },
  create: manageReference,
  edit: editException,
  see: everyone,
  note: manageReference,
  check: (record) => {
    const [from, until] = [textOf(record, 'approvedOn'), textOf(record, 'until')];
    return from !== '' && until !== '' && until < from
      ? [{ field: 'until', says: `it would end before it was approved (${from})` }]
      : [];
  },
  migrations: [],
};
