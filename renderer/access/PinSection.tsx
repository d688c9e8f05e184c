import { useEffect, useState } from 'react';
import { useAccess, type Account } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

/** A PIN of whoever is at the desk, for this device and this sitting. */
export function PinSection({ account }: { readonly account: Account }) {
  const { access } = useAccess();
  const [pin, setPin] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [isSet, setSet] = useState(false);
  useEffect(() => {
    void access.pins.waiting().then(
      (waiting) => setSet(waiting.some(({ person }) => person === account.id)),
      () => undefined,
    );
  }, [access, account]);
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    await access.setPin(account.id, passphrase, pin);
    setPin('');
    setPassphrase('');
    setSet(true);
    announce('Your PIN opens this device until the sitting is over');
  });
  const remove = async () => {
    await access.pins.remove(account.id);
    setSet(false);
    announce('Your PIN is removed');
  };
  return (
    <div className={styles.panel}>
      <Section
        title="PIN for this sitting"
        actions={
          isSet && (
            <Button size="small" onClick={() => void remove()}>
              Remove PIN
            </Button>
          )
        }
      >
        <p className={styles.muted}>
          Opens this device when it has locked itself. It ends after three wrong tries, after 12 hours and
          with the last window; then the passphrase is asked. It is kept in memory only.
          {isSet && ' Yours waits now.'}
        </p>
        {problem && <ProblemAlert problems={[problem]} />}
        <form className={styles.row} onSubmit={onSubmit} aria-label="PIN for this sitting">
          <PassphraseInput
            label="Your passphrase"
            value={passphrase}
            onChange={setPassphrase}
            autoFocus={false}
          />
          <TextInput
            label="New PIN"
            type="password"
            help="4 to 12 digits."
            value={pin}
            onChange={setPin}
            required
          />
          <Button type="submit" busy={isBusy}>
            {isSet ? 'Change PIN' : 'Set PIN'}
          </Button>
        </form>
      </Section>
    </div>
  );
}
