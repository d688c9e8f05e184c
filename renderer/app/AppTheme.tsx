import { ThemeProvider } from '@mui/material/styles';
import { useLayoutEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { resolveTheme, usePreferences } from '#renderer/session/preferences.ts';
import { applyTheme } from '#renderer/ui/theme/css-variables.ts';
import { buildTheme } from '#renderer/ui/theme/mui-theme.ts';
import type { ThemeName } from '#renderer/ui/theme/tokens.ts';

const darkQuery = '(prefers-color-scheme: dark)';
const contrastQuery = '(prefers-contrast: more)';

function subscribe(listener: () => void): () => void {
  const queries = [darkQuery, contrastQuery].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

/** The theme that the person chose, or the device's. */
export function currentTheme(): ThemeName {
  return resolveTheme(usePreferences.getState().theme, {
    dark: window.matchMedia(darkQuery).matches,
    contrast: window.matchMedia(contrastQuery).matches,
  });
}

/** Puts the theme on the page and hands it to MUI; follows the choice and the device. */
export function AppTheme({ children }: { readonly children: ReactNode }) {
  usePreferences((state) => state.theme);
  const name = useSyncExternalStore(subscribe, currentTheme);
  const theme = useMemo(() => buildTheme(name), [name]);
  useLayoutEffect(() => applyTheme(name), [name]);
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
}
