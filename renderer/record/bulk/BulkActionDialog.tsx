import { useCallback, useId, useMemo } from 'react';
import { FormFields } from '../form/FormFields.tsx';
import { FormNotices } from '../form/FormNotices.tsx';
import { layOutNamed } from '../form/form-layout.ts';
import type { FormValues } from '../form/resolver.ts';
import { useFieldsForm } from '../form/use-fields-form.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { isEmpty, type FieldValues } from '#shared/definition/values.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

interface BulkActionDialogProps {
  readonly type: RecordType;
  readonly transition: Transition;
  /** One of the records, for the functions of the declaration to look at. */
  readonly example: RecordView;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

const none: readonly string[] = [];

/** Does one action with many records, with the same inputs. What is left empty stays as each record has it. */
export function BulkActionDialog({ type, transition, example, ids, onClose }: BulkActionDialogProps) {
  const idBase = useId();
  const { needs = none, offers = none } = transition;
  const names = useMemo(() => [...new Set([...needs, ...offers])], [needs, offers]);
  const start = useMemo<FormValues>(() => Object.fromEntries(names.map((name) => [name, null])), [names]);
  const asRecord = useCallback(
    (values: FieldValues) => ({ ...example, fields: { ...example.fields, ...filled(values) } }),
    [example],
  );
  const draftKey = `bulk:${type.name}:${transition.action}`;
  const fieldsForm = useFieldsForm({ type, names, needs, start, asRecord, draftKey });
  const fields = layOutNamed(type, fieldsForm.record, names, needs);
  return (
    <BulkDialog
      type={type}
      title={transition.label}
      confirmLabel={transition.label}
      ids={ids}
      check={async () => fieldsForm.form.trigger()}
      commandFor={(record) => ({
        kind: 'act',
        record,
        action: transition.action,
        inputs: filled(fieldsForm.values),
      })}
      onDone={fieldsForm.startOver}
      onClose={onClose}
    >
      {transition.confirm && <p>{transition.confirm}</p>}
      <FormNotices type={type} idBase={idBase} form={fieldsForm} />
      <FormFields idBase={idBase} fields={fields} form={fieldsForm.form} focus={fields[0]?.name} />
    </BulkDialog>
  );
}

function filled(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
