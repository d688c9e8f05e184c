import { ThemeProvider } from '@mui/material/styles';
import { useLayoutEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { usePreferences } from '#renderer/session/preferences.ts';
import { applyTheme } from '#renderer/ui/theme/css-variables.ts';
import { buildTheme } from '#renderer/ui/theme/mui-theme.ts';
import { currentTheme, subscribeToDevice } from './current-theme.ts';

/** Puts the theme on the page and hands it to MUI; follows the choice and the device. */
export function AppTheme({ children }: { readonly children: ReactNode }) {
  usePreferences((state) => state.theme);
  const name = useSyncExternalStore(subscribeToDevice, currentTheme);
  const theme = useMemo(() => buildTheme(name), [name]);
  useLayoutEffect(() => applyTheme(name), [name]);
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
}
