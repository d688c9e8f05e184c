import type { ThemeOptions } from '@mui/material/styles';

const ring = { outline: '2px solid var(--op-focus)', outlineOffset: 1 };
const insetRing = { outline: '2px solid var(--op-focus)', outlineOffset: -2 };

/** What makes MUI look like Outpost: no ripple, no shadows but on what floats, hairlines, 28–32 px controls. */
export const muiComponents: NonNullable<ThemeOptions['components']> = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': ring } },
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiPopover: {
    styleOverrides: {
      paper: {
        border: '1px solid var(--op-border)',
        boxShadow: '0 6px 20px var(--op-shadow)',
        background: 'var(--op-raised)',
      },
    },
  },
  MuiMenu: { styleOverrides: { list: { padding: '4px' } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        fontSize: 13,
        lineHeight: '20px',
        minHeight: 28,
        padding: '4px 10px',
        borderRadius: 3,
        '&.Mui-focusVisible': { ...insetRing, backgroundColor: 'var(--op-hover)' },
        '&.Mui-selected': { backgroundColor: 'var(--op-selected)' },
        '&.Mui-selected:hover': { backgroundColor: 'var(--op-selected)' },
      },
    },
  },
  MuiDialog: {
    styleOverrides: {
      paper: {
        border: '1px solid var(--op-border)',
        boxShadow: '0 12px 40px var(--op-shadow)',
        borderRadius: 6,
      },
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, enterNextDelay: 200 },
    styleOverrides: {
      tooltip: {
        fontSize: 12,
        fontWeight: 400,
        lineHeight: '16px',
        color: 'var(--op-page)',
        background: 'var(--op-text)',
        padding: '4px 8px',
        maxWidth: 360,
      },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        fontSize: 13,
        background: 'var(--op-surface)',
        '& fieldset': { borderColor: 'var(--op-border-strong)', top: 0 },
        '& legend': { display: 'none' },
        '&:hover fieldset.MuiOutlinedInput-notchedOutline': { borderColor: 'var(--op-muted)' },
        '&.Mui-focused fieldset.MuiOutlinedInput-notchedOutline': {
          borderColor: 'var(--op-focus)',
          borderWidth: 2,
        },
        '&.Mui-disabled': { background: 'var(--op-sunken)' },
      },
      input: {
        padding: '5px 8px',
        lineHeight: '20px',
        '&:not(textarea)': { height: 20 },
        '&::placeholder': { color: 'var(--op-muted)', opacity: 1 },
      },
      multiline: { padding: 0 },
    },
  },
  MuiSelect: { styleOverrides: { select: { minHeight: 20, paddingRight: '28px' } } },
  MuiAutocomplete: {
    styleOverrides: {
      paper: {
        border: '1px solid var(--op-border)',
        boxShadow: '0 6px 20px var(--op-shadow)',
        background: 'var(--op-raised)',
        fontSize: 13,
      },
      listbox: { padding: 4, maxHeight: 320 },
      option: { minHeight: '28px !important', padding: '4px 8px !important', borderRadius: 3 },
      noOptions: { fontSize: 13, padding: '8px 10px' },
      loading: { fontSize: 13, padding: '8px 10px' },
      inputRoot: {
        paddingTop: '0 !important',
        paddingBottom: '0 !important',
        paddingLeft: '0 !important',
        // Crosses of chips in the next row keep their size as targets.
        rowGap: 6,
      },
      input: { padding: '5px 8px !important' },
    },
  },
  MuiTabs: { styleOverrides: { root: { minHeight: 32 }, indicator: { height: 2 } } },
  MuiTab: {
    styleOverrides: {
      root: {
        minHeight: 32,
        minWidth: 0,
        padding: '4px 10px',
        fontSize: 13,
        '&.Mui-focusVisible': insetRing,
      },
    },
  },
  MuiCheckbox: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { padding: 4, color: 'var(--op-border-strong)' } },
  },
  MuiRadio: {
    defaultProps: { size: 'small' },
    styleOverrides: { root: { padding: 4, color: 'var(--op-border-strong)' } },
  },
  MuiFormControlLabel: { styleOverrides: { label: { fontSize: 13 } } },
  MuiSvgIcon: { defaultProps: { fontSize: 'small' }, styleOverrides: { fontSizeSmall: { fontSize: 16 } } },
  MuiLinearProgress: {
    styleOverrides: { root: { height: 6, borderRadius: 3, background: 'var(--op-sunken)' } },
  },
};
