import MuiCheckbox from '@mui/material/Checkbox';
import styles from './FieldFrame.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly indeterminate?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
}

export function Checkbox({
  label,
  checked,
  indeterminate = false,
  onChange,
  hideLabel = false,
  disabled = false,
}: CheckboxProps) {
  return (
    <label className={styles.check}>
      <MuiCheckbox
        checked={checked}
        indeterminate={indeterminate}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={hideLabel ? styles.hidden : undefined}>{label}</span>
    </label>
  );
}
