import { useState } from 'react';
import { useAccess, useData, type Account } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { agreedPassphrase, noPassphrase, PassphrasePair } from './PassphrasePair.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';
import { setPassphrase } from './set-passphrase.ts';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

/** Changes the passphrase of whoever is at the desk. */
export function MyPassphraseSection({ account }: { readonly account: Account }) {
  const data = useData();
  const { access } = useAccess();
  const [present, setPresent] = useState('');
  const [typed, setTyped] = useState(noPassphrase);
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    const passphrase = agreedPassphrase(typed);
    await access.signIn(account.id, present);
    await setPassphrase(data, account, passphrase);
    setPresent('');
    setTyped(noPassphrase);
    announce('Your passphrase is changed');
  });
  return (
    <div className={styles.panel}>
      <Section title="Your passphrase">
        <p className={styles.muted}>
          Other devices of the unit take the new one with their next exchange; until then the present one
          opens them.
        </p>
        {problem && <ProblemAlert problems={[problem]} />}
        <form className={styles.row} onSubmit={onSubmit} aria-label="Your passphrase">
          <PassphraseInput
            label="Present passphrase"
            value={present}
            onChange={setPresent}
            autoFocus={false}
          />
          <PassphrasePair value={typed} onChange={setTyped} />
          <Button type="submit" busy={isBusy}>
            Change
          </Button>
        </form>
      </Section>
    </div>
  );
}
