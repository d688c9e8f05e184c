import { useCallback, useState } from 'react';
import { useConfig } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { formProblems } from '../form/resolver.ts';
import { isEmpty, type FieldValue, type FieldValues } from '#shared/definition/values.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

/** Unsaved values of a record's fields, kept as one draft. */
export type FieldDrafts = Readonly<Record<string, FieldValue>>;

export interface InlineEdit {
  readonly value: FieldValue;
  readonly error: string | undefined;
  readonly isSaving: boolean;
  readonly change: (value: FieldValue) => void;
  /** Saves the given or the present value; true when there is nothing left to save. */
  readonly save: (value?: FieldValue) => Promise<boolean>;
}

/**
 * Editing one field where it stands. The value is kept as a draft with every change, so neither Escape nor a crash loses it.
 * @param keep puts the draft of the field away, or forgets it.
 */
export function useInlineEdit(
  type: RecordType,
  record: RecordView,
  name: string,
  draft: FieldValue | undefined,
  keep: (name: string, value: FieldValue | undefined) => void,
): InlineEdit {
  const config = useConfig();
  const run = useCommand();
  const saved = record.fields[name] ?? null;
  const [value, setValue] = useState<FieldValue>(draft === undefined ? saved : draft);
  const [error, setError] = useState<string>();
  const [isSaving, setSaving] = useState(false);

  const change = useCallback(
    (next: FieldValue) => {
      setValue(next);
      setError(undefined);
      keep(name, next);
    },
    [keep, name],
  );

  const save = useCallback(
    async (chosen: FieldValue = value) => {
      if (isSame(chosen, saved)) {
        keep(name, undefined);
        return true;
      }
      const asRecord = (values: FieldValues): RecordView => ({
        ...record,
        fields: { ...record.fields, ...values },
      });
      const [fault] = formProblems(type, { [name]: chosen }, asRecord, config, [name]);
      if (fault) {
        setError(fault.message);
        return false;
      }
      setSaving(true);
      const result = await run(
        { kind: 'edit', record: record.id, fields: { [name]: chosen } },
        { quiet: true },
      );
      setSaving(false);
      if (!result.ok) {
        setError(result.error.map(({ message, next }) => `${message} ${next ?? ''}`).join(' '));
        return false;
      }
      keep(name, undefined);
      return true;
    },
    [value, saved, keep, name, record, type, config, run],
  );
  return { value, error, isSaving, change, save };
}

export function isSame(a: FieldValue, b: FieldValue): boolean {
  return (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);
}
