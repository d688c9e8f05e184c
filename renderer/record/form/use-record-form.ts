import { useCallback, useMemo, useState } from 'react';
import { useCommand } from '#renderer/session/use-command.ts';
import { useKnownActor } from '../known-actor.ts';
import { draftRecord, filledValues, initialValues } from './draft-record.ts';
import type { FormValues } from './resolver.ts';
import { useFieldsForm, type FieldsForm } from './use-fields-form.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { FieldValues } from '#shared/definition/values.ts';

export interface RecordForm extends Omit<FieldsForm, 'submit'> {
  /** Gives the new record's id, or nothing where something is wrong. */
  readonly submit: () => Promise<string | undefined>;
}

/**
 * The form that makes a record.
 * @param draftKey different for each place that a form of the type can stand in.
 */
export function useRecordForm(type: RecordType, given: FieldValues, draftKey: string): RecordForm {
  const { id: actor } = useKnownActor();
  const run = useCommand();
  const [openedAt] = useState(() => Date.now());

  const start = useMemo<FormValues>(
    () => ({ ...initialValues(type, given, { actor, now: openedAt }) }),
    [type, given, actor, openedAt],
  );
  const asRecord = useCallback(
    (values: FieldValues) => draftRecord(type, values, actor, openedAt),
    [type, actor, openedAt],
  );
  const fieldsForm = useFieldsForm({ type, start, fixed: given, asRecord, draftKey });
  const { submit: send } = fieldsForm;

  const submit = useCallback(async () => {
    const done = await send((values) =>
      run({ kind: 'create', type: type.name, fields: filledValues(type, values) }),
    );
    return done?.record;
  }, [send, run, type]);

  return { ...fieldsForm, submit };
}
