import EditIcon from '@mui/icons-material/EditOutlined';
import { useState } from 'react';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { ConflictChooser } from './ConflictChooser.tsx';
import { useInlineEdit } from './use-inline-edit.ts';
import { titleOf, type ShownRecord } from './use-record-page.ts';
import styles from './record-page.module.css';

/** The title of a record, edited in the header. */
export function TitleField({ shown }: { readonly shown: ShownRecord }) {
  const { type, record, canEdit } = shown;
  const [isEditing, setEditing] = useState(false);
  const name = type.views.title;
  const field = type.fields[name];
  const conflict = record.conflicts.find((one) => one.field === name);
  const canChange = canEdit && field !== undefined && field.readOnly !== true;
  return (
    <>
      {isEditing ? (
        <TitleEditor shown={shown} onStop={() => setEditing(false)} />
      ) : (
        <div className={styles.titleLine}>
          <h1 className={styles.title} tabIndex={-1}>
            {titleOf(type, record)}
          </h1>
          {canChange && (
            <IconButton
              label={`Edit ${field.label.toLowerCase()}`}
              onClick={() => setEditing(true)}
              className={styles.editTitle}
            >
              <EditIcon />
            </IconButton>
          )}
        </div>
      )}
      {conflict && field && <ConflictChooser record={record} field={field} conflict={conflict} />}
    </>
  );
}

const keepNothing = () => undefined;

function TitleEditor({
  shown: { type, record },
  onStop,
}: {
  readonly shown: ShownRecord;
  readonly onStop: () => void;
}) {
  const name = type.views.title;
  const edit = useInlineEdit(type, record, name, undefined, keepNothing);
  const save = async () => {
    if (await edit.save()) onStop();
  };
  return (
    <TextInput
      label={type.fields[name]?.label ?? name}
      value={typeof edit.value === 'string' ? edit.value : ''}
      error={edit.error}
      onChange={edit.change}
      autoFocus
      onBlur={() => {
        if (document.hasFocus()) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          void save();
        } else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onStop();
        }
      }}
    />
  );
}
