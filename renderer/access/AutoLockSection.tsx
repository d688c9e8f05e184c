import { setPreference, usePreferences } from '#renderer/session/preferences.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import styles from './access.module.css';

const minutes = ['1', '5', '15', '30', '60'] as const;
const options = minutes.map((value) => ({
  value,
  label: value === '1' ? '1 minute' : `${value} minutes`,
}));

/** After how long without a hand on it this device locks itself. */
export function AutoLockSection() {
  const { lockAfter } = usePreferences();
  return (
    <div className={styles.panel}>
      <Section title="Lock by itself">
        <div className={styles.narrow}>
          <Select
            label="After nobody has touched it for"
            value={String(lockAfter)}
            options={options}
            onChange={(value) => setPreference('lockAfter', Number(value))}
          />
        </div>
      </Section>
    </div>
  );
}
