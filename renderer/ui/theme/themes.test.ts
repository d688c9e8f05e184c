import { describe, expect, test } from 'vitest';
import { contrast, rgb } from './contrast.ts';
import { cssVariables } from './css-variables.ts';
import { themes } from './themes.ts';
import { themeNames } from './tokens.ts';

describe.each(themeNames)('%s theme', (name) => {
  const tokens = themes[name];
  const grounds = ['page', 'surface', 'sunken', 'raised', 'hover', 'selected', 'accentSoft'] as const;
  const inks = ['text', 'muted', 'accent', 'danger', 'success', 'warning', 'info'] as const;

  test.each(inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))(
    '%s is readable on %s',
    (ink, ground) => {
      expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  const pairs = [
    ...Object.entries(tokens.state),
    ...Object.entries(tokens.priority),
    ...Object.entries(tokens.clock),
    ['accent', { fg: tokens.onAccent, bg: tokens.accent }] as const,
    ['danger', { fg: tokens.onDanger, bg: tokens.danger }] as const,
    ['mark', { fg: tokens.text, bg: tokens.mark }] as const,
  ];
  test.each(pairs)('chip %s is readable', (_, { fg, bg }) => {
    expect(contrast(fg, bg)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['page', 'surface', 'sunken', 'raised'] as const)('edges and focus stand out on %s', (ground) => {
    expect(contrast(tokens.borderStrong, tokens[ground])).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens.focus, tokens[ground])).toBeGreaterThanOrEqual(3);
  });

  test('chart colours stand out on the surface', () => {
    for (const colour of tokens.chart) expect(contrast(colour, tokens.surface)).toBeGreaterThanOrEqual(3);
  });
});

test('the night theme has reds and greys only', () => {
  for (const [variable, value] of cssVariables(themes.night)) {
    const [red, green, blue] = rgb(value);
    expect(red >= green && red >= blue && Math.abs(green - blue) <= 16, `${variable} ${value}`).toBe(true);
  }
});

test('every theme sets the same variables', () => {
  const names = themeNames.map((name) => [...cssVariables(themes[name]).keys()]);
  for (const other of names) expect(other).toEqual(names[0]);
  expect(names[0]).toContain('--op-state-waiting-bg');
  expect(names[0]).toContain('--op-border-strong');
});
