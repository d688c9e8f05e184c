import EditIcon from '@mui/icons-material/EditOutlined';
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { FieldDisplay } from '../fields/FieldDisplay.tsx';
import { FieldEditor } from '../fields/FieldEditor.tsx';
import type { LaidOutField } from '../form/form-layout.ts';
import { useKnownActor } from '../known-actor.ts';
import { ConflictChooser } from './ConflictChooser.tsx';
import { useInlineEdit } from './use-inline-edit.ts';
import { isChangeable } from '#shared/engine/writable.ts';
import { isEmpty, type FieldValue } from '#shared/definition/values.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import styles from './fields-pane.module.css';

export interface InlineFieldProps {
  readonly type: RecordType;
  readonly record: RecordView;
  readonly laidOut: LaidOutField;
  readonly canEdit: boolean;
  readonly draft: FieldValue | undefined;
  readonly keep: (name: string, value: FieldValue | undefined) => void;
}

/** A field that is read, and edited where it stands. */
export function InlineField(props: InlineFieldProps) {
  const { record, laidOut, canEdit, draft } = props;
  const { name, field, isWide } = laidOut;
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const actor = useKnownActor();
  const canChange = canEdit && isChangeable(field, actor, record);
  const conflict = record.conflicts.find((one) => one.field === name);

  const stop = (isFocusKept: boolean) => {
    setEditing(false);
    // The editor goes with its focus: give it back to the field.
    if (isFocusKept) requestAnimationFrame(() => button.current?.focus());
  };
  const onClick = (event: MouseEvent) => {
    // A link in the value is followed, a marked text is being copied.
    if (event.target instanceof Element && event.target.closest('a, button')) return;
    if (window.getSelection()?.toString()) return;
    setEditing(true);
  };
  return (
    <div
      className={classes(styles.field, isWide && styles.wide, (isEditing || conflict) && styles.stacked)}
      data-field={name}
    >
      {isEditing ? (
        <InlineEditor {...props} onStop={stop} />
      ) : (
        <>
          <div className={styles.label}>
            {field.label}
            {laidOut.isRequired && isEmpty(record.fields[name] ?? null) && (
              <span className={styles.required}> *</span>
            )}
          </div>
          <div
            className={classes(styles.value, canChange && styles.editable)}
            onClick={canChange ? onClick : undefined}
          >
            <span className={styles.text}>
              <FieldDisplay field={field} value={record.fields[name]} />
            </span>
            {draft !== undefined && canChange && <span className={styles.unsaved}>Not saved yet</span>}
            {canChange && (
              <button
                ref={button}
                type="button"
                className={styles.edit}
                aria-label={`Edit ${field.label}`}
                data-edit-field
                onClick={() => setEditing(true)}
              >
                <EditIcon />
              </button>
            )}
          </div>
        </>
      )}
      {conflict && <ConflictChooser record={record} field={field} conflict={conflict} />}
    </div>
  );
}

interface InlineEditorProps extends InlineFieldProps {
  readonly onStop: (isFocusKept: boolean) => void;
}

function InlineEditor({ type, record, laidOut, draft, keep, onStop }: InlineEditorProps) {
  const { name, field, isRequired } = laidOut;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const edit = useInlineEdit(type, record, name, draft, keep);
  /** What is picked from a list needs no further word. */
  const savesAtOnce = field.kind === 'choice' || field.kind === 'boolean' || field.kind === 'reference';
  const needsButtons = field.kind === 'table' || field.kind === 'longText';

  const save = async (value?: FieldValue, isFocusKept = true) => {
    if (await edit.save(value)) onStop(isFocusKept);
  };
  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (box.current?.contains(next) || !document.hasFocus()) return;
    // Menus and dialogs of the editor stand outside of it.
    if (next instanceof Element && next.closest('.MuiModal-root, .MuiPopper-root')) return;
    void save(undefined, false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onStop(true);
    } else if (
      event.key === 'Enter' &&
      (event.ctrlKey ||
        (!needsButtons && !event.shiftKey && field.kind !== 'tags' && field.kind !== 'references'))
    ) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <div ref={box} onBlur={onBlur} onKeyDown={onKeyDown}>
      <FieldEditor
        id={id}
        field={field}
        record={record.id}
        label={field.label}
        help={field.help}
        required={isRequired}
        error={edit.error}
        value={edit.value}
        autoFocus
        onChange={(value) => {
          edit.change(value);
          if (savesAtOnce) void save(value);
        }}
      />
      {needsButtons && (
        <div className={styles.buttons}>
          <Button
            size="small"
            variant="primary"
            busy={edit.isSaving}
            onClick={() => void save()}
            title="Ctrl+Enter"
          >
            Save
          </Button>
          <Button size="small" variant="quiet" onClick={() => onStop(true)} title="Esc">
            Leave, keep draft
          </Button>
        </div>
      )}
    </div>
  );
}
