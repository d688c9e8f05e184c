import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { showRecoveryCode } from './recovery-code.ts';
import styles from './access.module.css';

/** Shows a recovery code, once. */
export function RecoveryCodeCard({ code }: { readonly code: string }) {
  const [isKept, setKept] = useState(false);
  return (
    <section className={styles.card} aria-labelledby="recovery-code">
      <h1 id="recovery-code">Write down the recovery code</h1>
      <p>
        It opens every laptop of this unit when nobody’s passphrase does. Keep it on paper, away from the
        laptops, where only those who answer for the unit reach it. It is shown this once.
      </p>
      <p className={styles.code}>{code}</p>
      <Checkbox label="It is written down and kept apart" checked={isKept} onChange={setKept} />
      <div className={styles.buttons}>
        <Button variant="primary" disabled={!isKept} onClick={() => showRecoveryCode(undefined)}>
          Go on
        </Button>
      </div>
    </section>
  );
}
