import { useCallback, useMemo } from 'react';
import { useCommand } from '#renderer/session/use-command.ts';
import { landing } from '#shared/engine/lifecycle.ts';
import { useFieldsForm, type FieldsForm } from '../form/use-fields-form.ts';
import type { FormValues } from '../form/resolver.ts';
import { isEmpty, type FieldValues } from '#shared/definition/values.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

export interface ActionForm extends Omit<FieldsForm, 'submit'> {
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  /** True when it was done. */
  readonly submit: () => Promise<boolean>;
}

const none: readonly string[] = [];

/** The form of an action: the fields it needs and offers, filled with what the record holds. */
export function useActionForm(type: RecordType, record: RecordView, transition: Transition): ActionForm {
  const run = useCommand();
  const needs = transition.needs ?? none;
  const offers = transition.offers ?? none;
  const names = useMemo(() => [...new Set([...needs, ...offers])], [needs, offers]);
  const start = useMemo<FormValues>(
    () => Object.fromEntries(names.map((name) => [name, record.fields[name] ?? null])),
    [names, record],
  );
  const asRecord = useCallback(
    (values: FieldValues): RecordView => ({
      ...record,
      state: landing(transition, record.state),
      fields: { ...record.fields, ...values },
    }),
    [record, transition],
  );
  const draftKey = `act:${record.id}:${transition.action}`;
  const fieldsForm = useFieldsForm({ type, names, needs, start, asRecord, draftKey });
  const { submit: send } = fieldsForm;

  const submit = useCallback(async () => {
    const done = await send((values) =>
      run({
        kind: 'act',
        record: record.id,
        action: transition.action,
        inputs: inputsOf(transition, start, values),
      }),
    );
    return done !== undefined;
  }, [send, run, record.id, transition, start]);

  return { ...fieldsForm, needs, offers, submit };
}

/** What the action needs goes along always; what it offers, only where it was filled or changed. */
export function inputsOf(transition: Transition, start: FieldValues, values: FieldValues): FieldValues {
  const needs = transition.needs ?? none;
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      if (needs.includes(name)) return true;
      const before = start[name] ?? null;
      return isEmpty(value) ? !isEmpty(before) : JSON.stringify(value) !== JSON.stringify(before);
    }),
  );
}

/** Whether the action has to ask anything before it is done. */
export function asksFirst(transition: Transition, record: RecordView): boolean {
  const isMissing = (transition.needs ?? none).some((name) => isEmpty(record.fields[name]));
  return isMissing || transition.confirm !== undefined || (transition.offers ?? none).length > 0;
}
