import { useAccess } from '#renderer/data/data.ts';
import { MarkingBanner } from '#renderer/shell/MarkingBanner.tsx';
import { ClaimForm } from './ClaimForm.tsx';
import { NewAccountForm } from './NewAccountForm.tsx';
import { NewPassphraseForm } from './NewPassphraseForm.tsx';
import { RecoveryCodeCard } from './RecoveryCodeCard.tsx';
import { useRecoveryCode } from './recovery-code.ts';
import styles from './access.module.css';

/** What stands between the unit's records and the workbench until somebody of the unit is at the desk. */
export function AccessPages() {
  const { stage, accounts } = useAccess();
  const code = useRecoveryCode((state) => state.code);
  return (
    <main className={styles.framed}>
      <title>Sign in · Outpost</title>
      <MarkingBanner edge="top" />
      <div className={styles.middle}>
        {code !== undefined ? (
          <RecoveryCodeCard code={code} />
        ) : stage === 'closed' ? (
          <NewPassphraseForm />
        ) : accounts.length > 0 ? (
          <ClaimForm />
        ) : (
          <NewAccountForm />
        )}
      </div>
      <MarkingBanner edge="bottom" />
    </main>
  );
}
