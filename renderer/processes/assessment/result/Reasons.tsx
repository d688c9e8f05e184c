import type { ProcessResult } from '#shared/assessment/workbook.ts';
import styles from './result.module.css';

/** Why each process has the level that it has, and the rule by which its attributes were rated. */
export function Reasons({ profile }: { readonly profile: readonly ProcessResult[] }) {
  return (
    <ul className={styles.reasons}>
      {profile.map(({ process, capability, attributes }) => (
        <li key={process}>
          <strong>{process}</strong> {capability.reason}{' '}
          <span className={styles.rule}>{attributes[0]?.rule}</span>
        </li>
      ))}
    </ul>
  );
}
