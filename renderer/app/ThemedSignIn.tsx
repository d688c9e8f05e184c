import type { ComponentProps } from 'react';
import { SignInPage } from '#renderer/access/SignInPage.tsx';
import { AppTheme } from './AppTheme.tsx';

/** The sign-in before there is an application around it. */
export function ThemedSignIn(props: ComponentProps<typeof SignInPage>) {
  return (
    <AppTheme>
      <SignInPage {...props} />
    </AppTheme>
  );
}
