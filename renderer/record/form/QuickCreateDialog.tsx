import { useCallback, useId, useMemo, type KeyboardEvent } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { paths, useNavigation } from '../navigation.ts';
import { draftKeyOf } from './draft-record.ts';
import { FormFields } from './FormFields.tsx';
import { FormNotices } from './FormNotices.tsx';
import { quickFields } from './form-layout.ts';
import { SuggestionsPanel } from './SuggestionsPanel.tsx';
import { useRecordForm } from './use-record-form.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import styles from './form.module.css';

interface QuickCreateDialogProps {
  readonly type: RecordType;
  readonly given: FieldValues;
  /** Made from inside another form, which goes on with the new record: nothing else is opened. */
  readonly isInPlace: boolean;
  /** The id of the new record; undefined when given up. What was typed stays as a draft. */
  readonly onClose: (made: string | undefined) => void;
}

/** The few fields that are needed to log something at once. */
export function QuickCreateDialog({ type, given, isInPlace, onClose }: QuickCreateDialogProps) {
  const idBase = useId();
  const { go } = useNavigation();
  const recordForm = useRecordForm(type, given, isInPlace ? `in-place:${type.name}` : draftKeyOf(type));
  const { form, record, values, submit, isSaving } = recordForm;
  const fields = useMemo(() => quickFields(type, record), [type, record]);
  const label = type.label.toLowerCase();
  const hasSuggestions = (type.suggestions ?? []).length > 0 && !isInPlace;

  const save = useCallback(
    async (then: 'close' | 'another') => {
      const made = await submit();
      if (made !== undefined && then === 'close') onClose(made);
    },
    [submit, onClose],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void save(event.shiftKey && !isInPlace ? 'another' : 'close');
  };

  return (
    <Dialog
      open
      title={`New ${label}`}
      width={hasSuggestions ? 'large' : 'medium'}
      onClose={() => onClose(undefined)}
      busy={isSaving}
      actions={
        <>
          {!isInPlace && (
            <span className={styles.spring}>
              <Button
                variant="quiet"
                onClick={() => {
                  onClose(undefined);
                  go(paths.create(type.name));
                }}
              >
                All fields
              </Button>
            </span>
          )}
          {!isInPlace && (
            <Button busy={isSaving} onClick={() => void save('another')}>
              Create and begin another
            </Button>
          )}
          <Button variant="primary" busy={isSaving} onClick={() => void save('close')}>
            Create {label}
          </Button>
        </>
      }
    >
      <div className={classes(hasSuggestions && styles.quickColumns)}>
        <form
          className={styles.quick}
          aria-label={`New ${label}`}
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            // A form inside a form bubbles its submit through React's tree.
            event.stopPropagation();
            void save('close');
          }}
        >
          <FormNotices type={type} idBase={idBase} form={recordForm} />
          <FormFields idBase={idBase} fields={fields} form={form} focus={fields[0]?.name} />
          <button type="submit" hidden />
        </form>
        {hasSuggestions && (
          <SuggestionsPanel
            type={type}
            values={values}
            onFill={(name, value) => form.setValue(name, value, { shouldDirty: true })}
          />
        )}
      </div>
    </Dialog>
  );
}
