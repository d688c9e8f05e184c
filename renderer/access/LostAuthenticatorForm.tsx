import { useState } from 'react';
import { useAccess, type Account } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

interface LostAuthenticatorFormProps {
  readonly people: readonly Account[];
  readonly onRemoved: () => void;
}

/** Somebody lost an authenticator: on a device that another person has opened their passphrase removes it. */
export function LostAuthenticatorForm({ people, onRemoved }: LostAuthenticatorFormProps) {
  const { access } = useAccess();
  const [chosen, setChosen] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const person = people.find(({ id }) => id === chosen) ?? people[0];
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    if (!person) return;
    await access.removeFactor(person.id, passphrase);
    setPassphrase('');
    announce(`The passphrase of ${person.name} alone opens this device`);
    onRemoved();
  });
  return (
    <form className={styles.row} onSubmit={onSubmit} aria-label="Lost authenticator">
      {problem && <ProblemAlert problems={[problem]} />}
      <Select
        label="Authenticator that was lost"
        value={person?.id ?? ''}
        onChange={setChosen}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PassphraseInput
        label="Passphrase of that person"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus={false}
      />
      <Button type="submit" busy={isBusy}>
        Remove authenticator
      </Button>
    </form>
  );
}
