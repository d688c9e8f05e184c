import { useState } from 'react';
import { useAccess } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

/** The unit's records have come to this laptop: somebody of the unit signs in, and its people open it from then on. */
export function ClaimForm() {
  const { access, accounts } = useAccess();
  const [chosen, setChosen] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    if (account) await access.claim(account, passphrase);
  });
  return (
    <form className={styles.card} onSubmit={onSubmit} aria-label="First sign-in">
      <h1>Sign in</h1>
      <p>The unit’s records are here. From now on the accounts of the unit open this laptop.</p>
      {problem && <ProblemAlert problems={[problem]} />}
      <Select
        label="Name"
        value={account?.id ?? ''}
        onChange={setChosen}
        options={accounts
          .map(({ id, name }) => ({ value: id, label: name }))
          .sort((a, b) => a.label.localeCompare(b.label))}
      />
      <TextInput
        label="Passphrase"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        required
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          Sign in
        </Button>
      </div>
    </form>
  );
}
