import type { Lifecycle } from '../../definition/lifecycle.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { listOf, textOf, type RecordView } from '../../definition/record.ts';
import { isEmpty, type TableRow } from '../../definition/values.ts';
import type { Problem } from '../../kernel/errors.ts';
import { refuse } from '../support/refuse.ts';
import { everyone, manageConfiguration, ownProcess } from '../support/rights.ts';
import { agreementFields, agreementSections } from './agreement-fields.ts';

/** Levels that the provider sets on its own, for whoever has no agreement. */
function hasNoOtherSide(record: RecordView): boolean {
  return textOf(record, 'kind') === 'sla' && listOf(record, 'organisations').length === 0;
}

function withTargets(action: string, record: RecordView): Problem | undefined {
  return isEmpty(record.fields['targets'])
    ? refuse(action, 'It has no targets, so no clock could follow it.')
    : undefined;
}

const lifecycle: Lifecycle = {
  initial: 'draft',
  states: {
    draft: { label: 'Draft', class: 'open' },
    negotiated: {
      label: 'Negotiated',
      class: 'waiting',
      help: 'The wording stands; signatures are missing.',
    },
    agreed: { label: 'Agreed', class: 'waiting', help: 'Signed by both sides, not yet in force.' },
    inForce: { label: 'In force', class: 'open', help: 'Its targets drive the clocks.' },
    underReview: { label: 'Under review', class: 'open', help: 'Still in force while it is looked at.' },
    archived: { label: 'Archived', class: 'done', final: true },
  },
  transitions: [
    {
      action: 'negotiate',
      label: 'Record as negotiated',
      from: ['draft'],
      to: 'negotiated',
      permit: manageConfiguration,
      primary: true,
      activity: 'SLM5',
    },
    {
      action: 'rework',
      label: 'Back to draft',
      from: ['negotiated', 'agreed'],
      to: 'draft',
      permit: manageConfiguration,
      activity: 'SLM2',
    },
    {
      action: 'agree',
      label: 'Record as agreed',
      from: ['negotiated'],
      to: 'agreed',
      permit: ownProcess,
      needs: ['authorisedCustomer', 'authorisedProvider'],
      primary: true,
      activity: 'SLM5',
      guard: ({ record }) =>
        textOf(record, 'authorisedCustomer') === textOf(record, 'authorisedProvider')
          ? refuse('Record as agreed', 'One person cannot authorise it for both sides.')
          : undefined,
    },
    {
      action: 'putInForce',
      label: 'Put in force',
      from: ['agreed'],
      to: 'inForce',
      permit: ownProcess,
      needs: ['validFrom'],
      offers: ['nextReview'],
      primary: true,
      activity: 'SLM5',
      guard: ({ record }) => withTargets('Put in force', record),
    },
    {
      action: 'adopt',
      label: 'Set as standard levels',
      from: ['draft'],
      to: 'inForce',
      permit: ownProcess,
      offers: ['validFrom', 'nextReview'],
      activity: 'SLM5',
      confirm: 'These targets will count for everything that has no agreement of its own. Set them?',
      shown: hasNoOtherSide,
      guard: ({ record }) =>
        hasNoOtherSide(record)
          ? withTargets('Set as standard levels', record)
          : refuse(
              'Set as standard levels',
              'It names customers or a supplier, so both sides must agree to it.',
            ),
    },
    {
      action: 'review',
      label: 'Begin review',
      from: ['inForce'],
      to: 'underReview',
      permit: manageConfiguration,
      primary: true,
      activity: 'SLM7',
    },
    {
      action: 'confirm',
      label: 'End review, keep in force',
      from: ['underReview'],
      to: 'inForce',
      permit: ownProcess,
      needs: ['nextReview'],
      primary: true,
      activity: 'SLM7',
    },
    {
      action: 'renegotiate',
      label: 'Negotiate again',
      from: ['underReview'],
      to: 'negotiated',
      permit: ownProcess,
      confirm: 'It will not drive any clock until it is in force again. Negotiate it again?',
      activity: 'SLM5',
    },
    {
      action: 'archive',
      label: 'Archive agreement',
      from: ['draft', 'negotiated', 'agreed', 'inForce', 'underReview'],
      to: 'archived',
      permit: ownProcess,
      needs: ['archiveReason'],
      confirm: 'Records that follow it will take the next agreement that fits. Archive it?',
      activity: 'SLM5',
    },
  ],
};

/** SLA, OLA or underpinning contract, with the targets that clocks follow. */
export const agreement: RecordType = {
  name: 'agreement',
  label: 'Agreement',
  plural: 'Agreements',
  prefix: 'AGR',
  help: 'What was promised to whom (SLA), between teams (OLA) or by a supplier (UC). Counts while in force or under review.',
  process: 'SLM',
  config: true,
  fields: agreementFields,
  sections: agreementSections,
  lifecycle,
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'kind', 'services', 'organisations', 'calendar', 'nextReview'],
    sort: [{ column: 'name' }],
    filters: [
      {
        id: 'inForce',
        label: 'In force',
        query: { where: [{ column: 'state', in: ['inForce', 'underReview'] }] },
      },
      {
        id: 'reviewDue',
        label: 'Review due in 30 days',
        query: {
          where: [
            { column: 'state', in: ['inForce'] },
            { column: 'nextReview', below: { symbol: 'day', offset: 30 } },
          ],
        },
      },
      {
        id: 'preparing',
        label: 'In preparation',
        query: { where: [{ column: 'state', in: ['draft', 'negotiated', 'agreed'] }] },
      },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    board: 'state',
    quick: ['name', 'kind', 'services', 'organisations', 'calendar', 'targets'],
    title: 'name',
    subtitle: ['kind'],
  },
  create: manageConfiguration,
  edit: manageConfiguration,
  see: everyone,
  note: manageConfiguration,
  check: (record) => [...periodFaults(record), ...targetFaults(record)],
  migrations: [],
};

type Fault = { readonly field: string; readonly says: string };

function periodFaults(record: RecordView): readonly Fault[] {
  const from = textOf(record, 'validFrom');
  const until = textOf(record, 'validUntil');
  return from && until && until < from
    ? [{ field: 'validUntil', says: `the start (${from}) lies after it` }]
    : [];
}

function targetFaults(record: RecordView): readonly Fault[] {
  const value = record.fields['targets'];
  const rows = Array.isArray(value) ? (value as readonly TableRow[]) : [];
  const key = (row: TableRow): string =>
    [row['recordType'], row['measure'], row['priority']].map((part) => part ?? '').join(' ');
  return rows.flatMap((row, index): Fault[] => {
    const first = rows.findIndex((other) => key(other) === key(row));
    return first === index
      ? []
      : [{ field: 'targets', says: `lines ${first + 1} and ${index + 1} set the same target twice` }];
  });
}
