import { Button } from '#renderer/ui/Button.tsx';
import { ErrorSummary } from '#renderer/ui/ErrorSummary.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { useNow } from '#renderer/data/data.ts';
import { fieldId } from './FormFields.tsx';
import type { FieldsForm } from './use-fields-form.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

interface FormNoticesProps {
  readonly type: RecordType;
  readonly idBase: string;
  readonly form: Omit<FieldsForm, 'submit'>;
}

/** What stands above a form: the draft it came back with, and what is wrong. */
export function FormNotices({
  type,
  idBase,
  form: { form, restoredFrom, problems, startOver },
}: FormNoticesProps) {
  const now = useNow();
  const { errors, submitCount } = form.formState;
  const wrong = Object.entries(errors).flatMap(([name, error]) => {
    const message = typeof error?.message === 'string' ? error.message : undefined;
    return message === undefined
      ? []
      : [{ field: type.fields[name]?.label ?? name, id: fieldId(idBase, name), message }];
  });
  return (
    <>
      {restoredFrom !== undefined && (
        <Notice
          tone="info"
          role="status"
          action={
            <Button size="small" onClick={startOver}>
              Start over
            </Button>
          }
        >
          What you had typed <Time at={restoredFrom} now={now} /> is back. Nothing of it is saved as a record
          yet.
        </Notice>
      )}
      {submitCount > 0 && <ErrorSummary key={submitCount} errors={wrong} />}
      <ProblemAlert problems={problems} />
    </>
  );
}
