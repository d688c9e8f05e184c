import { resolveTheme, usePreferences } from '#renderer/session/preferences.ts';
import type { ThemeName } from '#renderer/ui/theme/tokens.ts';

const darkQuery = '(prefers-color-scheme: dark)';
const contrastQuery = '(prefers-contrast: more)';

/** Calls the listener when the device changes its mind about colours. */
export function subscribeToDevice(listener: () => void): () => void {
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
