import { useAccess, useData } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { mustDo } from './must-do.ts';
import { showRecoveryCode } from './recovery-code.ts';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

/** Replaces the recovery code of the unit. */
export function RecoverySection() {
  const data = useData();
  const { access } = useAccess();
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    const { unit } = data;
    if (!unit) return;
    const { code, fields } = access.makeRecovery();
    await mustDo(data, { kind: 'edit', record: unit.id, fields });
    await access.follow();
    showRecoveryCode(code);
  });
  return (
    <div className={styles.panel}>
      <Section title="Recovery code">
        <p className={styles.muted}>
          Opens the laptops of the unit when nobody’s passphrase does. A new one replaces the one on paper:
          here at once, on other devices with their next exchange.
        </p>
        {access.recoverySign === undefined && (
          <p>
            The code on paper was made by an earlier version of Outpost. It opens laptops, but where the unit
            has a hub, a passphrase that is set with it holds only for who has signed in on that laptop
            before. Make a new one.
          </p>
        )}
        {problem && <ProblemAlert problems={[problem]} />}
        <form onSubmit={onSubmit} aria-label="Recovery code">
          <Button type="submit" busy={isBusy}>
            Make a new recovery code
          </Button>
        </form>
      </Section>
    </div>
  );
}
