import { useId, useMemo, type KeyboardEvent } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { FormFields } from '../form/FormFields.tsx';
import { FormNotices } from '../form/FormNotices.tsx';
import { layOutNamed } from '../form/form-layout.ts';
import { useActionForm } from './use-action-form.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import styles from '../form/form.module.css';

interface ActionDialogProps {
  readonly type: RecordType;
  readonly record: RecordView;
  readonly transition: Transition;
  /** `done` says whether the action was done. */
  readonly onClose: (done: boolean) => void;
}

/** Asks what an action needs and offers, and says why it is refused. */
export function ActionDialog({ type, record, transition, onClose }: ActionDialogProps) {
  const idBase = useId();
  const actionForm = useActionForm(type, record, transition);
  const { form, needs, offers, isSaving, submit } = actionForm;
  const asIt = actionForm.record;
  const fields = useMemo(
    () => layOutNamed(type, asIt, [...new Set([...needs, ...offers])], needs),
    [type, needs, offers, asIt],
  );

  const act = async () => {
    if (await submit()) onClose(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void act();
  };
  return (
    <Dialog
      open
      title={`${transition.label}: ${record.number}`}
      width={fields.length > 3 ? 'medium' : 'small'}
      busy={isSaving}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)} disabled={isSaving}>
            Leave as it is
          </Button>
          <Button
            variant="primary"
            busy={isSaving}
            onClick={() => void act()}
            autoFocus={fields.length === 0}
          >
            {transition.label}
          </Button>
        </>
      }
    >
      <form
        className={styles.quick}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void act();
        }}
      >
        {transition.confirm && <p>{transition.confirm}</p>}
        <FormNotices type={type} idBase={idBase} form={actionForm} />
        <FormFields idBase={idBase} fields={fields} form={form} focus={fields[0]?.name} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
