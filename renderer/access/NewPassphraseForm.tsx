import { useAccess, useData } from '#renderer/data/data.ts';
import { AdministratorForm } from './AdministratorForm.tsx';
import { setPassphrase } from './set-passphrase.ts';
import { useHolders } from '#renderer/session/use-holders.ts';

const text =
  'The recovery code opened this laptop. Give an administrator a new passphrase; other people’s are changed under Settings, Accounts.';
const ofEarlierVersion =
  'The code was made by an earlier version of Outpost. Where the unit has a hub, choose an administrator who has signed in on this laptop before: hubs do not believe this code for others.';

/** Opened with the recovery code: an administrator gets a new passphrase, and goes on from there. */
export function NewPassphraseForm() {
  const data = useData();
  const { access, accounts } = useAccess();
  const accountOf = (person: string) => accounts.find(({ id }) => id === person);
  const administrators = useHolders('administrator').filter(({ id }) => accountOf(id));
  return (
    <AdministratorForm
      label="Passphrase of an administrator"
      title="New passphrase for an administrator"
      text={access.recoverySign === undefined ? `${text} ${ofEarlierVersion}` : text}
      verb="Set passphrase"
      administrators={administrators}
      onSubmit={async ({ id, actor }, passphrase) => {
        const account = accountOf(id);
        if (!account) return;
        data.setActor(actor);
        await setPassphrase(data, account, passphrase);
        // It may be lost with the passphrase; the recovery code stands above both.
        await access.removeFactor(id, passphrase);
        await access.signIn(id, passphrase);
      }}
    />
  );
}
