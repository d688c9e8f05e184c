import { useCallback, useEffect, useState } from 'react';
import { authenticatorRefusal, makeFactor, useAccess, type Account } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { LostAuthenticatorForm } from './LostAuthenticatorForm.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

/** Whether whoever is at the desk is asked for an authenticator besides the passphrase, on this device. */
export function AuthenticatorSection({ account }: { readonly account: Account }) {
  const { access, accounts } = useAccess();
  const [passphrase, setPassphrase] = useState('');
  const [asked, setAsked] = useState<readonly string[]>([]);
  const look = useCallback(() => access.withFactor().then(setAsked, () => undefined), [access]);
  useEffect(() => void look(), [look]);
  const isAsked = asked.includes(account.id);
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    if (isAsked) await access.removeFactor(account.id, passphrase);
    else await access.addFactor(account, passphrase, makeFactor);
    await look();
    setPassphrase('');
    announce(
      isAsked ? 'The passphrase alone opens this device' : 'Your authenticator is asked for from now on',
    );
  });
  const refusal = authenticatorRefusal();
  const others = accounts.filter(({ id }) => id !== account.id && asked.includes(id));
  return (
    <div className={styles.panel}>
      <Section title="Authenticator">
        <p className={styles.muted}>
          {isAsked
            ? 'Your way in on this device asks for your authenticator after the passphrase.'
            : 'A security key, or the one that is built into this computer, can be asked for besides the passphrase, on this device. Other people and the recovery code open it as before.'}
          {!isAsked && refusal && ` ${refusal}`}
        </p>
        {problem && <ProblemAlert problems={[problem]} />}
        {(isAsked || !refusal) && (
          <form className={styles.row} onSubmit={onSubmit} aria-label="Authenticator">
            <PassphraseInput
              label="Passphrase that you have now"
              value={passphrase}
              onChange={setPassphrase}
              autoFocus={false}
            />
            <Button type="submit" busy={isBusy}>
              {isAsked ? 'Do not ask for it any more' : 'Ask for my authenticator too'}
            </Button>
          </form>
        )}
        {others.length > 0 && <LostAuthenticatorForm people={others} onRemoved={() => void look()} />}
      </Section>
    </div>
  );
}
