import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { useConfig, useDraft, type Done } from '#renderer/data/data.ts';
import { picksSettled } from '../fields/pending-picks.ts';
import { declarationResolver, problemsByField, toError, type FormValues } from './resolver.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';

export interface FieldsFormOptions {
  readonly type: RecordType;
  /** Fields that are checked; all of the type if absent. */
  readonly names?: readonly string[] | undefined;
  /** Fields that must be filled here, whatever the declaration says of them. */
  readonly needs?: readonly string[] | undefined;
  readonly start: FormValues;
  /** Values that a draft does not overrule. */
  readonly fixed?: FieldValues | undefined;
  readonly asRecord: (values: FieldValues) => RecordView;
  readonly draftKey: string;
}

export interface FieldsForm {
  readonly form: UseFormReturn<FormValues>;
  readonly values: FormValues;
  /** The record as it would be, for the functions that say what is shown and required. */
  readonly record: RecordView;
  /** When the draft was kept that the form came back with; absent for a fresh form. */
  readonly restoredFrom: number | undefined;
  /** Problems that belong to no field of the form. */
  readonly problems: readonly Problem[];
  readonly isSaving: boolean;
  /** Sends the values if they are sound; gives what was done, or nothing where something is wrong. */
  readonly submit: (send: Send) => Promise<Done | undefined>;
  /** Empties the form and forgets the draft. */
  readonly startOver: () => void;
}

export type Send = (values: FormValues) => Promise<Result<Done, readonly Problem[]>>;

/** A form over fields of a declaration. Whatever is typed is kept as a draft at once and comes back after a crash or Escape. */
export function useFieldsForm(options: FieldsFormOptions): FieldsForm {
  const { type, names, needs, start, fixed, asRecord, draftKey } = options;
  const config = useConfig();
  const { draft, save, discard, savedAt } = useDraft<FormValues>(draftKey);
  const [openedAt] = useState(() => Date.now());
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [restoredFrom, setRestoredFrom] = useState<number>();

  const resolver = useMemo(
    () => declarationResolver(type, asRecord, config, names, needs),
    [type, asRecord, config, names, needs],
  );
  const form = useForm<FormValues>({ defaultValues: start, resolver, shouldFocusError: false });
  const { reset, subscribe, setError, handleSubmit } = form;
  const values = useWatch({ control: form.control }) as FormValues;

  // A draft is read from the database and may arrive after the first key: it never overwrites what was typed.
  const isSettled = useRef(false);
  useEffect(() => {
    if (draft === undefined || isSettled.current) return;
    isSettled.current = true;
    reset({ ...start, ...draft, ...fixed }, { keepDefaultValues: true });
    setRestoredFrom(savedAt ?? openedAt);
  }, [draft, start, fixed, reset, savedAt, openedAt]);

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values: next, name }) => {
          if (name === undefined) return;
          isSettled.current = true;
          save(next);
        },
      }),
    [subscribe, save],
  );

  const startOver = useCallback(() => {
    isSettled.current = true;
    void discard();
    setRestoredFrom(undefined);
    setProblems([]);
    reset(start);
  }, [discard, reset, start]);

  const submit = useCallback(
    async (send: Send) => {
      let done: Done | undefined;
      await picksSettled();
      await handleSubmit(async (filled) => {
        const result = await send(filled);
        if (result.ok) {
          done = result.value;
          startOver();
          return;
        }
        const isOfForm = (name: string) => (names ? names.includes(name) : name in type.fields);
        for (const [name, found] of problemsByField(result.error))
          if (isOfForm(name)) setError(name, toError(found));
        setProblems(result.error.filter((found) => !isOfForm(found.what?.field ?? '')));
      })();
      return done;
    },
    [handleSubmit, startOver, names, type, setError],
  );

  const { isSubmitting } = form.formState;
  return {
    form,
    values,
    record: asRecord(values),
    restoredFrom,
    problems,
    isSaving: isSubmitting,
    submit,
    startOver,
  };
}
