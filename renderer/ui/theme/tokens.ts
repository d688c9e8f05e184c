/** A text colour and the ground it stands on; their contrast is at least 4.5:1 in every theme. */
export interface Pair {
  readonly fg: string;
  readonly bg: string;
}

/** Everything that has a colour. Values are six-digit hex. */
export interface ThemeTokens {
  readonly mode: 'light' | 'dark';
  readonly page: string;
  readonly surface: string;
  readonly sunken: string;
  readonly raised: string;
  readonly border: string;
  /** Edge of inputs and buttons: 3:1 against the surface. */
  readonly borderStrong: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly accentSoft: string;
  readonly hover: string;
  readonly selected: string;
  readonly focus: string;
  readonly danger: string;
  readonly onDanger: string;
  readonly success: string;
  readonly warning: string;
  readonly info: string;
  /** Ground of found words. */
  readonly mark: string;
  readonly shadow: string;
  readonly state: Readonly<Record<'open' | 'waiting' | 'done' | 'refused', Pair>>;
  readonly priority: Readonly<Record<'1' | '2' | '3' | '4' | '5', Pair>>;
  readonly clock: Readonly<Record<'fine' | 'warning' | 'breached' | 'paused', Pair>>;
  readonly chart: readonly [string, string, string, string, string, string];
}

export const themeNames = ['light', 'dark', 'high-contrast', 'night'] as const;

export type ThemeName = (typeof themeNames)[number];

export const themeLabels: Readonly<Record<ThemeName, string>> = {
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'High contrast',
  night: 'Red night vision',
};
