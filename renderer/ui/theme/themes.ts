import { dark } from './dark.ts';
import { highContrast } from './high-contrast.ts';
import { light } from './light.ts';
import { night } from './night.ts';
import type { ThemeName, ThemeTokens } from './tokens.ts';

export const themes: Readonly<Record<ThemeName, ThemeTokens>> = {
  light,
  dark,
  'high-contrast': highContrast,
  night,
};
