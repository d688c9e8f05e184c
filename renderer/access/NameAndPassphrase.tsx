import { useState } from 'react';
import type { Account, Pins } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { OtherProof, ProofInput } from './ProofInput.tsx';
import { useAccessForm } from './use-access-form.ts';
import { useProof } from './use-proof.ts';
import styles from './access.module.css';

interface NameAndPassphraseProps {
  /** What the form is called where it is read out. */
  readonly label: string;
  readonly text: string;
  readonly accounts: readonly Account[];
  /** Record id of the person who is offered first. */
  readonly person?: string | undefined;
  readonly pins: Pins;
  /** @param isPin `text` is the PIN of this sitting, not the passphrase. */
  readonly onSubmit: (account: Account, text: string, isPin: boolean) => Promise<void>;
}

/** One of the people who have an account proves to be it. */
export function NameAndPassphrase({ label, text, accounts, person, pins, onSubmit }: NameAndPassphraseProps) {
  const [chosen, setChosen] = useState(person ?? '');
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  const proof = useProof(pins, account?.id);
  const form = useAccessForm(async () => {
    if (!account) return;
    try {
      await onSubmit(account, proof.text, proof.isPin);
    } catch (error) {
      proof.failed();
      throw error;
    }
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
      <ProofInput proof={proof} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={form.isBusy}>
          Sign in
        </Button>
        <OtherProof proof={proof} />
      </div>
    </form>
  );
}
