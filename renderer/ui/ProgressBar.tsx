import LinearProgress from '@mui/material/LinearProgress';
import { useId } from 'react';
import { Button } from './Button.tsx';
import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; absent where the end is not known. */
  readonly value?: number | undefined;
  readonly detail?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
}

export function ProgressBar({ label, value, detail, onCancel }: ProgressBarProps) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span id={id}>{label}</span>
        <span className={styles.detail}>
          {detail ?? (value === undefined ? '' : `${Math.floor(value * 100)} %`)}
        </span>
      </div>
      <LinearProgress
        aria-labelledby={id}
        variant={value === undefined ? 'indeterminate' : 'determinate'}
        {...(value === undefined ? {} : { value: value * 100 })}
      />
      {onCancel && (
        <div className={styles.cancel}>
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      )}
    </div>
  );
}
