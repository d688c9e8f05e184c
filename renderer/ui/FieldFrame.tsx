import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './FieldFrame.module.css';

export interface FieldTexts {
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

interface FieldFrameProps extends FieldTexts {
  /** Id of the input; help and error get `${id}-help` and `${id}-error`. */
  readonly id: string;
  readonly children: ReactNode;
}

/** The `aria-describedby` of an input inside a frame. */
export function describedBy(
  id: string,
  { help, error }: Pick<FieldTexts, 'help' | 'error'>,
): string | undefined {
  return classes(error && `${id}-error`, help && `${id}-help`) || undefined;
}

/** Label above, help and error below. */
export function FieldFrame({ id, label, required, help, error, hideLabel, children }: FieldFrameProps) {
  return (
    <div className={styles.field}>
      <label id={`${id}-label`} htmlFor={id} className={hideLabel ? styles.hidden : styles.label}>
        {label}
        {required && (
          <span className={styles.required} aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children}
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
      {help && (
        <span id={`${id}-help`} className={styles.help}>
          {help}
        </span>
      )}
    </div>
  );
}
