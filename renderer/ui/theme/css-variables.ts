import type { Pair, ThemeName, ThemeTokens } from './tokens.ts';
import { themes } from './themes.ts';

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function pairs(group: string, values: Readonly<Record<string, Pair>>): [string, string][] {
  return Object.entries(values).flatMap(([name, { fg, bg }]): [string, string][] => [
    [`--op-${group}-${name}-fg`, fg],
    [`--op-${group}-${name}-bg`, bg],
  ]);
}

/** The theme as custom properties, which the style sheets read: `--op-text`, `--op-state-open-fg`, `--op-chart-1`. */
export function cssVariables(tokens: ThemeTokens): ReadonlyMap<string, string> {
  const { state, priority, clock, chart } = tokens;
  const plain = Object.entries(tokens).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'mode',
  );
  return new Map([
    ...plain.map(([name, value]): [string, string] => [`--op-${kebab(name)}`, value]),
    ...pairs('state', state),
    ...pairs('priority', priority),
    ...pairs('clock', clock),
    ...chart.map((value, index): [string, string] => [`--op-chart-${index + 1}`, value]),
  ]);
}

/** Puts the theme on the page at once, without waiting for React. */
export function applyTheme(name: ThemeName, root: HTMLElement = document.documentElement): void {
  const tokens = themes[name];
  root.dataset['theme'] = name;
  root.style.colorScheme = tokens.mode;
  for (const [variable, value] of cssVariables(tokens)) root.style.setProperty(variable, value);
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', tokens.surface);
}
