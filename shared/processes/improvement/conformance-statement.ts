import type { ActContext } from '../../definition/lifecycle.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { listOf, type RecordView } from '../../definition/record.ts';
import { locate, problem, type Problem } from '../../kernel/errors.ts';
import { frameworkProcesses } from '../support/process-choices.ts';
import { refuse } from '../support/refuse.ts';
import { everyone, manageReference, ownProcess } from '../support/rights.ts';
import { statementFields, statementSections } from './conformance-fields.ts';
import { asks, statementFaults, type Fault } from './conformance-parts.ts';

const ofService = {
  statements: { type: 'conformance-statement', by: 'service', through: 'service' },
} as const;

/** Another statement of the same service and year that still counts. */
function twinOf({ record, related }: ActContext): RecordView | undefined {
  return related('statements').find(
    (other) =>
      other.id !== record.id &&
      other.state !== 'superseded' &&
      other.fields['year'] === record.fields['year'],
  );
}

function twinFault(context: ActContext): Problem | undefined {
  const twin = twinOf(context);
  return (
    twin &&
    locate(
      problem('OUT-VAL-012', {
        field: 'Service and year',
        value: Number(context.record.fields['year']),
        other: twin.number,
      }),
      { field: 'service' },
    )
  );
}

/** A level counts only once its assessment is reported: until then it may change. */
function submitFault(context: ActContext): Problem | undefined {
  const { record, related } = context;
  const twin = twinOf(context);
  if (twin) {
    return refuse(
      'Submit statement',
      `${twin.number} states the same service for the same year. Mark one of them as superseded.`,
    );
  }
  const open = asks('managementCapability')(record)
    ? related('assessment').find(({ state }) => state !== 'reported')
    : undefined;
  return open && refuse('Submit statement', `Assessment ${open.number} is not reported yet.`);
}

/** What a provider states of one service for one year: exactly what table 1 of DoDI 8440.01 asks in its cell. */
export const conformanceStatement: RecordType = {
  name: 'conformance-statement',
  label: 'Conformance statement',
  plural: 'Conformance statements',
  prefix: 'CFS',
  help: 'States for one year whether a service and its processes conform to the framework, with what its type and phase ask for.',
  process: 'CSI',
  fields: statementFields,
  sections: statementSections,
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
        offers: ['verdict'],
        touches: { ...ofService, assessment: { field: 'managementCapability' } },
        guard: submitFault,
      },
      {
        action: 'accept',
        label: 'Accept statement',
        from: ['submitted'],
        to: 'accepted',
        permit: ownProcess,
        primary: true,
        // Not whoever made it: opening a year makes the drafts of all services.
        notBy: { 'action:submit': 'submitted it' },
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
        confirm: 'It does not count in the register any more. Go on?',
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
        query: {
          where: [
            { column: 'verdict', in: ['departs'] },
            { column: 'state', notIn: ['superseded'] },
          ],
        },
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
  onCreate: { touches: ofService, guard: twinFault },
  check: (record, config) => [...statementFaults(record, config), ...processFaults(record)],
  migrations: [],
};

function processFaults(record: RecordView): readonly Fault[] {
  const unknown = listOf(record, 'processes').filter(
    (code) => !frameworkProcesses.some(({ value }) => value === code),
  );
  return unknown.length === 0
    ? []
    : [{ field: 'processes', says: `${unknown.join(', ')} is no process of the framework` }];
}
