import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: ReactNode;
  /** Work is under way: it keeps its words and cannot be pressed again. */
  readonly busy?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** The class names of a button, for links that look like one. */
export function buttonClasses(
  variant: ButtonVariant = 'secondary',
  size: 'small' | 'medium' = 'medium',
): string {
  return classes(styles.button, styles[variant], size === 'small' && styles.small);
}

export function Button({
  variant,
  size,
  icon,
  busy = false,
  children,
  className,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(buttonClasses(variant, size), busy && styles.busy, className)}
      disabled={disabled ?? false}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : rest.onClick}
    >
      {icon}
      {children}
    </button>
  );
}
