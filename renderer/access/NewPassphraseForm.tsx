import { useState } from 'react';
import { useAccess, useData, useRecords } from '#renderer/data/data.ts';
import { actorOf } from '#renderer/session/actor.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { administrators, mostAdministrators } from './administrators.ts';
import { setPassphrase } from './set-passphrase.ts';
import { agreedPassphrase, noPassphrase, PassphrasePair } from './PassphrasePair.tsx';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

/** Opened with the recovery code: an administrator gets a new passphrase, and goes on from there. */
export function NewPassphraseForm() {
  const data = useData();
  const { access, accounts } = useAccess();
  const records = useRecords([administrators], mostAdministrators) ?? [];
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState(noPassphrase);
  const actors = records.map((person) => actorOf(person, data.config, data.now()));
  const offered = accounts.filter(({ id }) => actors.some((actor) => actor.id === id));
  const account = offered.find(({ id }) => id === chosen) ?? offered[0];
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    const actor = actors.find(({ id }) => id === account?.id);
    if (!account || !actor) return;
    const passphrase = agreedPassphrase(typed);
    data.setActor(actor);
    await setPassphrase(data, account, passphrase);
    // It may be lost with the passphrase; the recovery code stands above both.
    await access.removeFactor(account.id, passphrase);
    await access.signIn(account.id, passphrase);
  });
  return (
    <form className={styles.card} onSubmit={onSubmit} aria-label="Passphrase of an administrator">
      <h1>New passphrase for an administrator</h1>
      <p>
        The recovery code opened this laptop. Give an administrator a new passphrase; other people’s are
        changed under Settings, Accounts.
      </p>
      {problem && <ProblemAlert problems={[problem]} />}
      <Select
        label="Administrator"
        value={account?.id ?? ''}
        onChange={setChosen}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PassphrasePair value={typed} onChange={setTyped} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          Set passphrase
        </Button>
      </div>
    </form>
  );
}
