import type { Change } from '#shared/assessment/change.ts';
import { changeWords } from './words.ts';
import styles from './result.module.css';

/** How a level changed, as sign and words. */
export function ChangeMark({ change }: { readonly change: Change }) {
  const { sign, words } = changeWords(change);
  return (
    <span className={styles.change} data-direction={change.direction}>
      <span aria-hidden="true">{sign}</span> {words}
    </span>
  );
}
