import type { Audience } from '#shared/definition/lifecycle.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

type Labels = Readonly<Record<Audience, string>>;

export const noteLabels: Labels = {
  internal: 'Internal note',
  requester: 'For the requester',
  stakeholders: 'Stakeholder update',
};

export const fileLabels: Labels = {
  internal: 'Internal',
  requester: 'For the requester',
  stakeholders: 'For stakeholders',
};

/** Whom a note or a file of a record can be for, as options to choose from. */
export function audienceOptions(type: RecordType, record: RecordView, labels: Labels) {
  const values: readonly Audience[] = [
    'internal',
    ...(type.fields['requester'] ? (['requester'] as const) : []),
    ...(record.lastStakeholderUpdateAt === undefined ? [] : (['stakeholders'] as const)),
  ];
  return values.map((value) => ({ value, label: labels[value] }));
}
