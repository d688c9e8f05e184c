import { useState } from 'react';
import type { Account } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

interface NameAndPassphraseProps {
  /** What the form is called where it is read out. */
  readonly label: string;
  readonly text: string;
  readonly accounts: readonly Account[];
  /** Record id of the person who is offered first. */
  readonly person?: string | undefined;
  readonly onSubmit: (account: Account, passphrase: string) => Promise<void>;
}

/** One of the people who have an account proves to be it. */
export function NameAndPassphrase({ label, text, accounts, person, onSubmit }: NameAndPassphraseProps) {
  const [chosen, setChosen] = useState(person ?? '');
  const [passphrase, setPassphrase] = useState('');
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  const form = useAccessForm(async () => {
    if (account) await onSubmit(account, passphrase);
  });
  return (
    <form className={styles.card} onSubmit={form.onSubmit} aria-label={label}>
      <h1>Sign in</h1>
      <p>{text}</p>
      {form.problem && <ProblemAlert problems={[form.problem]} />}
      <Select
        label="Name"
        value={account?.id ?? ''}
        onChange={setChosen}
        options={accounts
          .map(({ id, name }) => ({ value: id, label: name }))
          .sort((a, b) => a.label.localeCompare(b.label))}
      />
      <PassphraseInput value={passphrase} onChange={setPassphrase} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={form.isBusy}>
          Sign in
        </Button>
      </div>
    </form>
  );
}
