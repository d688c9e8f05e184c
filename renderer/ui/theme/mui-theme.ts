import { createTheme, type Theme } from '@mui/material/styles';
import { muiComponents } from './mui-components.ts';
import { themes } from './themes.ts';
import type { ThemeName } from './tokens.ts';

export const fontStack =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** MUI's theme from our tokens: compact, square, flat, without ripple. */
export function buildTheme(name: ThemeName): Theme {
  const tokens = themes[name];
  return createTheme({
    palette: {
      mode: tokens.mode,
      primary: { main: tokens.accent, contrastText: tokens.onAccent },
      error: { main: tokens.danger, contrastText: tokens.onDanger },
      warning: { main: tokens.warning, contrastText: tokens.surface },
      success: { main: tokens.success, contrastText: tokens.surface },
      info: { main: tokens.info, contrastText: tokens.surface },
      background: { default: tokens.page, paper: tokens.surface },
      text: { primary: tokens.text, secondary: tokens.muted },
      divider: tokens.border,
      action: {
        hover: tokens.hover,
        selected: tokens.selected,
        focus: tokens.hover,
        active: tokens.muted,
      },
    },
    typography: { fontFamily: fontStack, fontSize: 13, htmlFontSize: 16, button: { textTransform: 'none' } },
    shape: { borderRadius: 4 },
    spacing: 4,
    motion: { reducedMotion: 'system' },
    transitions: {
      duration: {
        shortest: 80,
        shorter: 80,
        short: 100,
        standard: 120,
        complex: 120,
        enteringScreen: 100,
        leavingScreen: 80,
      },
    },
    components: muiComponents,
  });
}
