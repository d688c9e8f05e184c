import { useState } from 'react';
import { OtherProof, ProofInput } from '#renderer/access/ProofInput.tsx';
import { useAccessForm } from '#renderer/access/use-access-form.ts';
import { useProof } from '#renderer/access/use-proof.ts';
import { useAccess, type Account } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PickList } from '#renderer/ui/PickList.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { lockDevice } from '#renderer/session/lock-device.ts';
import { closeOverlay } from './shell-store.ts';
import styles from './PersonDialog.module.css';

/** Another person takes the desk, with their passphrase. */
export function PersonDialog() {
  const { access, person, accounts } = useAccess();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Account>();
  const sought = text.trim().toLocaleLowerCase();
  const found = accounts
    .filter(({ name }) => name.toLocaleLowerCase().includes(sought))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Dialog
      open
      title="Who is at the desk?"
      onClose={closeOverlay}
      width="small"
      actions={
        <Button variant="quiet" onClick={() => void lockDevice(access)}>
          Lock this device
        </Button>
      }
    >
      <div className={styles.body}>
        {chosen ? (
          <PassphraseForm account={chosen} onBack={() => setChosen(undefined)} />
        ) : (
          <>
            <p className={styles.text}>The name goes on everything that is written from now on.</p>
            <PickList
              label="Search people"
              placeholder="Name"
              value={text}
              onChange={setText}
              items={found}
              onPick={setChosen}
              empty={
                <EmptyState
                  compact
                  title="No account under this name. An administrator makes accounts under Settings, Accounts."
                />
              }
              render={({ id, name }) => (
                <span className={styles.row}>
                  <span className={styles.name}>
                    {name}
                    {id === person && <span className={styles.now}> now at the desk</span>}
                  </span>
                </span>
              )}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function PassphraseForm({ account, onBack }: { readonly account: Account; readonly onBack: () => void }) {
  const { access } = useAccess();
  const proof = useProof(access.pins, account.id);
  const { problem, isBusy, onSubmit } = useAccessForm(async () => {
    const { id, name } = account;
    try {
      await (proof.isPin ? access.signInWithPin(id, name, proof.text) : access.signIn(id, proof.text));
    } catch (error) {
      proof.failed();
      throw error;
    }
    announce(`${account.name} is at the desk.`);
    closeOverlay();
  });
  return (
    <form className={styles.form} onSubmit={onSubmit} aria-label={`Sign in as ${account.name}`}>
      {problem && <ProblemAlert problems={[problem]} />}
      <ProofInput proof={proof} name={account.name} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isBusy}>
          Sign in
        </Button>
        <OtherProof proof={proof} />
        <Button onClick={onBack}>Somebody else</Button>
      </div>
    </form>
  );
}
