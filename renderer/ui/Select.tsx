import MenuItem from '@mui/material/MenuItem';
import MuiSelect from '@mui/material/Select';
import { useId } from 'react';
import { describedBy, FieldFrame, type FieldTexts } from './FieldFrame.tsx';
import styles from './Select.module.css';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly help?: string | undefined;
}

interface SelectProps<V extends string> extends FieldTexts {
  readonly id?: string | undefined;
  readonly value: V | '';
  readonly onChange: (value: V) => void;
  readonly options: readonly SelectOption<V>[];
  /** Adds a first option that stands for nothing chosen, value ''. */
  readonly emptyLabel?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export function Select<V extends string>(props: SelectProps<V>) {
  const { label, required, help, error, hideLabel, value, onChange, options, emptyLabel } = props;
  const made = useId();
  const id = props.id ?? made;
  const chosen = options.find((option) => option.value === value);
  return (
    <FieldFrame {...{ id, label, required, help, error, hideLabel }}>
      <MuiSelect
        id={id}
        labelId={`${id}-label`}
        value={chosen ? value : ''}
        onChange={(event) => onChange(event.target.value as V)}
        renderValue={() => chosen?.label ?? <span className={styles.empty}>{emptyLabel ?? 'Choose'}</span>}
        displayEmpty
        fullWidth
        error={Boolean(error)}
        disabled={props.disabled ?? false}
        SelectDisplayProps={{
          'aria-describedby': describedBy(id, { help, error }),
          'aria-required': required,
        }}
        MenuProps={{ transitionDuration: 0, slotProps: { list: { 'aria-label': label } } }}
      >
        {emptyLabel !== undefined && <MenuItem value="">{emptyLabel}</MenuItem>}
        {options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            <span className={styles.option}>
              {option.label}
              {option.help && <span className={styles.help}>{option.help}</span>}
            </span>
          </MenuItem>
        ))}
      </MuiSelect>
    </FieldFrame>
  );
}
