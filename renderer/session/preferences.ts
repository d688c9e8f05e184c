import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { themeNames, type ThemeName } from '#renderer/ui/theme/tokens.ts';

export type ThemeChoice = ThemeName | 'system';
export type PaperSize = 'A4' | 'Letter';

interface Preferences {
  readonly theme: ThemeChoice;
  readonly isRailOpen: boolean;
  /** Single-key shortcuts (j, k, c …); people who use speech input need to turn them off. */
  readonly hasLetterKeys: boolean;
  readonly hasSystemNotices: boolean;
  readonly paper: PaperSize;
  /** Minutes without a touch until this device locks itself. */
  readonly lockAfter: number;
  /** Names of navigation sections that are folded. */
  readonly folded: readonly string[];
}

const defaults: Preferences = {
  theme: 'system',
  isRailOpen: true,
  hasLetterKeys: true,
  hasSystemNotices: true,
  paper: 'A4',
  lockAfter: 15,
  folded: [],
};

/** How this person likes the page on this device; nothing here is a record. */
export const usePreferences = create<Preferences>()(
  persist(() => defaults, { name: 'outpost.preferences', version: 1 }),
);

export function setPreference<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  usePreferences.setState({ [name]: value });
}

export function toggleFolded(section: string): void {
  usePreferences.setState(({ folded }) => ({
    folded: folded.includes(section) ? folded.filter((name) => name !== section) : [...folded, section],
  }));
}

/** The theme to show for a choice; 'system', and one that this version does not know, follows the device. */
export function resolveTheme(
  choice: string,
  device: { readonly dark: boolean; readonly contrast: boolean },
): ThemeName {
  const chosen = themeNames.find((name) => name === choice);
  if (chosen) return chosen;
  if (device.contrast) return 'high-contrast';
  return device.dark ? 'dark' : 'light';
}
