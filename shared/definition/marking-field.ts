import type { TextField } from './field.ts';
import type { ProcessDefinition } from './process.ts';
import type { RecordType } from './record-type.ts';

/** What marks a record by itself. Empty: the unit says what its records carry. */
export const markingField: TextField = {
  kind: 'text',
  format: 'marking',
  label: 'Marking',
  maxLength: 120,
  boost: 0,
  help: 'Only where it differs from what records of this unit carry; never above the unit’s own marking.',
};

export const markingFieldName = 'marking';

/** Do records of the type carry markings of their own? Settings of the unit do not. */
export function isMarked(type: RecordType): boolean {
  const field = type.fields[markingFieldName];
  return type.config !== true && field?.kind === 'text' && field.format === 'marking';
}

/** The process with a marking on all of its records but settings. */
export function withMarkings(process: ProcessDefinition): ProcessDefinition {
  return { ...process, recordTypes: process.recordTypes.map(withMarking) };
}

function withMarking(type: RecordType): RecordType {
  return type.config === true
    ? type
    : { ...type, fields: { ...type.fields, [markingFieldName]: markingField } };
}
