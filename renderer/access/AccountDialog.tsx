import { useId, useState } from 'react';
import { useAccess, useData, type Account } from '#renderer/data/data.ts';
import { ReferencePicker } from '#renderer/record/fields/ReferencePicker.tsx';
import { announce } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { textOf } from '#shared/definition/record.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { mustDo } from './must-do.ts';
import { agreedPassphrase, noPassphrase, PassphrasePair } from './PassphrasePair.tsx';
import { setPassphrase } from './set-passphrase.ts';
import { useAccessForm } from './use-access-form.ts';
import styles from './access.module.css';

interface AccountDialogProps {
  /** Whose passphrase is set anew; absent: somebody gets an account. */
  readonly account?: Account;
  readonly onClose: () => void;
}

/** Gives somebody an account, or an account another passphrase. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const data = useData();
  const { accounts } = useAccess();
  const id = useId();
  const [person, setPerson] = useState('');
  const [typed, setTyped] = useState(noPassphrase);
  const addAccount = async (passphrase: string) => {
    const record = person ? await data.load(person) : undefined;
    if (!record) throw new ProblemError(problem('OUT-VAL-001', { field: 'Person' }));
    const made = await data.access.makeCredential(passphrase);
    const credential = JSON.stringify(made.credential);
    const fields = { name: textOf(record, 'name'), person, credential };
    await mustDo(data, { kind: 'create', type: 'account', fields });
    await data.access.follow();
  };
  const form = useAccessForm(async () => {
    const passphrase = agreedPassphrase(typed);
    if (account) await setPassphrase(data, account, passphrase);
    else await addAccount(passphrase);
    announce(account ? `${account.name} has a new passphrase` : 'The account is made');
    onClose();
  });
  return (
    <Dialog
      open
      title={account ? `New passphrase for ${account.name}` : 'Add account'}
      onClose={onClose}
      width="small"
      busy={form.isBusy}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={`${id}-form`} variant="primary" busy={form.isBusy}>
            {account ? 'Set passphrase' : 'Add account'}
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={form.onSubmit}>
        {form.problem && <ProblemAlert problems={[form.problem]} />}
        {!account && (
          <ReferencePicker
            id={`${id}-person`}
            label="Person"
            required
            to={['person']}
            value={person}
            onChange={(value) => setPerson(typeof value === 'string' ? value : '')}
            exclude={accounts.map((one) => one.id)}
          />
        )}
        <p className={styles.muted}>
          Let the person type it themselves, or tell it by voice and have it changed at the first sign-in.
        </p>
        <PassphrasePair value={typed} onChange={setTyped} />
      </form>
    </Dialog>
  );
}
