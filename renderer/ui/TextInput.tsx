import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, type KeyboardEventHandler, type ReactNode, type Ref } from 'react';
import { describedBy, FieldFrame, type FieldTexts } from './FieldFrame.tsx';

interface TextInputProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  readonly type?:
    | 'text'
    | 'password'
    | 'search'
    | 'date'
    | 'datetime-local'
    | 'number'
    | 'email'
    | 'tel'
    | 'url'
    | 'time'
    | undefined;
  readonly startIcon?: ReactNode;
  readonly end?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement | HTMLTextAreaElement> | undefined;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement | HTMLTextAreaElement> | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** What a keeper of passwords may fill in; nothing if absent. */
  readonly autoComplete?: 'current-password' | 'new-password' | undefined;
  readonly maxLength?: number | undefined;
  /** Id of a datalist with proposals. */
  readonly list?: string | undefined;
}

export function TextInput(props: TextInputProps) {
  const {
    label,
    required,
    help,
    error,
    hideLabel,
    value,
    onChange,
    multiline = false,
    rows,
    startIcon,
    end,
  } = props;
  const made = useId();
  const id = props.id ?? made;
  return (
    <FieldFrame {...{ id, label, required, help, error, hideLabel }}>
      <OutlinedInput
        id={id}
        name={props.name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyDown}
        type={props.type ?? 'text'}
        multiline={multiline}
        {...(multiline ? { minRows: rows ?? 3, maxRows: 18 } : {})}
        error={Boolean(error)}
        required={required ?? false}
        disabled={props.disabled ?? false}
        readOnly={props.readOnly ?? false}
        autoFocus={props.autoFocus ?? false}
        placeholder={props.placeholder}
        inputRef={props.inputRef}
        startAdornment={startIcon}
        endAdornment={end}
        fullWidth
        autoComplete={props.autoComplete ?? 'off'}
        slotProps={{
          input: {
            'aria-describedby': describedBy(id, { help, error }),
            'aria-invalid': error ? true : undefined,
            maxLength: props.maxLength,
            list: props.list,
          },
        }}
      />
    </FieldFrame>
  );
}
