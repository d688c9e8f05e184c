import type { ReactNode } from 'react';
import { AppLink, type AppLinkProps } from './AppLink.tsx';
import { buttonClasses, type ButtonVariant } from './Button.tsx';
import { classes } from './classes.ts';

interface LinkButtonProps extends AppLinkProps {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: ReactNode;
}

/** A link that looks like a button. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <AppLink {...rest} className={classes(buttonClasses(variant, size), className)}>
      {icon}
      {children}
    </AppLink>
  );
}
