import type { RecordView } from '../../definition/record.ts';
import { isEmpty, type FieldValues } from '../../definition/values.ts';

const sharedFields = [
  'title',
  'description',
  'requester',
  'onBehalfOf',
  'contactType',
  'organisation',
  'location',
  'category',
  'service',
  'offering',
  'impact',
  'urgency',
  'tags',
  'externalReference',
];

/** The fields that incident and request share and that a conversion carries over (INC-19, REQ-16). */
export function carried(record: RecordView): FieldValues {
  return Object.fromEntries(
    sharedFields.flatMap((name) => {
      const value = record.fields[name];
      return isEmpty(value) || value === undefined ? [] : [[name, value]];
    }),
  );
}
