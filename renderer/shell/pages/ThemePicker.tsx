import { setPreference, usePreferences, type ThemeChoice } from '#renderer/session/preferences.ts';
import { themes } from '#renderer/ui/theme/themes.ts';
import { themeLabels, themeNames } from '#renderer/ui/theme/tokens.ts';
import styles from './Pages.module.css';

const choices: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: 'system', label: 'As the device' },
  ...themeNames.map((value) => ({ value, label: themeLabels[value] })),
];

/** The four themes with a small picture of each, and the device's own choice. */
export function ThemePicker() {
  const chosen = usePreferences((state) => state.theme);
  return (
    <div className={styles.themes} role="radiogroup" aria-label="Theme">
      {choices.map(({ value, label }) => {
        const { page, text, accent, border } = themes[value === 'system' ? 'light' : value];
        const half =
          value === 'system' ? `linear-gradient(110deg, ${page} 50%, ${themes.dark.page} 50%)` : page;
        return (
          <label key={value} className={styles.theme}>
            <span
              className={styles.sample}
              style={{ background: half, border: `1px solid ${border}` }}
              aria-hidden="true"
            >
              <span className={styles.stroke} style={{ background: text, width: '55%' }} />
              <span className={styles.stroke} style={{ background: accent, width: '35%' }} />
            </span>
            <span className={styles.radio}>
              <input
                type="radio"
                name="theme"
                checked={chosen === value}
                onChange={() => setPreference('theme', value)}
              />
              {label}
            </span>
          </label>
        );
      })}
    </div>
  );
}
