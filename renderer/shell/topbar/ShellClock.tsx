import { useNow } from '#renderer/data/data.ts';
import { useUnit } from '#renderer/session/unit.ts';
import {
  formatAbsolute,
  formatClock,
  formatDay,
  formatZulu,
  zoneSign,
} from '#renderer/ui/time/format-time.ts';
import styles from './TopBar.module.css';

const everySoOften = 5_000;

/** The unit's time above Zulu. */
export function ShellClock() {
  const now = useNow(everySoOften);
  const { zone } = useUnit();
  return (
    <span
      className={styles.clock}
      role="group"
      aria-label="Time"
      title={`${formatAbsolute(now, zone)} (${zone}) · ${formatZulu(now)}`}
    >
      <span className={styles.local}>
        {formatDay(now, zone)} {formatClock(now, zone)} {zoneSign(now, zone)}
      </span>
      <span className={styles.zulu}>{formatZulu(now)}</span>
    </span>
  );
}
