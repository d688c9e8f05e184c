import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import { Tooltip } from './Tooltip.tsx';
import { shortcutText } from './Kbd.tsx';
import styles from './Button.module.css';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does: its name for screen readers and its tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function IconButton({ label, shortcut, pressed, children, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip title={shortcut ? `${label} (${shortcutText(shortcut)})` : label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classes(styles.icon, className)}
      >
        {children}
      </button>
    </Tooltip>
  );
}
