import { useState } from 'react';
import { useAccess, useData, useRecords } from '#renderer/data/data.ts';
import { actorOf } from '#renderer/session/actor.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { textOf } from '#shared/definition/record.ts';
import { administrators, mostAdministrators } from './administrators.ts';
import { closeUnit } from './close-unit.ts';
import { agreedPassphrase, noPassphrase, PassphrasePair } from './PassphrasePair.tsx';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

/** A unit that was set up before there were accounts: its administrator makes the first, and what is here is encrypted. */
export function NewAccountForm() {
  const data = useData();
  const { access } = useAccess();
  const records = useRecords([administrators], mostAdministrators) ?? [];
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState(noPassphrase);
  const person = records.find(({ id }) => id === chosen) ?? records[0];
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    if (!person) return;
    const passphrase = agreedPassphrase(typed);
    data.setActor(actorOf(person, data.config, data.now()));
    await closeUnit(data, access, { id: person.id, name: textOf(person, 'name') }, passphrase);
  });
  return (
    <form className={styles.card} onSubmit={onSubmit} aria-label="First account">
      <h1>Protect this unit</h1>
      <p>
        What this laptop keeps is now encrypted, and people sign in. An administrator of the unit makes the
        first account here; the others’ are made under Settings, Accounts.
      </p>
      {problem && <ProblemAlert problems={[problem]} />}
      <Select
        label="Administrator"
        value={person?.id ?? ''}
        onChange={setChosen}
        options={records.map((one) => ({ value: one.id, label: textOf(one, 'name') }))}
      />
      <PassphrasePair value={typed} onChange={setTyped} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          Make account
        </Button>
      </div>
    </form>
  );
}
