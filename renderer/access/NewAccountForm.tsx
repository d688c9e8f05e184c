import { useAccess, useData } from '#renderer/data/data.ts';
import { AdministratorForm } from './AdministratorForm.tsx';
import { closeUnit } from './close-unit.ts';
import { useHolders } from '#renderer/session/use-holders.ts';

/** A unit that was set up before there were accounts: its administrator makes the first, and what is here is encrypted. */
export function NewAccountForm() {
  const data = useData();
  const { access } = useAccess();
  const administrators = useHolders('administrator');
  return (
    <AdministratorForm
      label="First account"
      title="Protect this unit"
      text="What this laptop keeps is now encrypted, and people sign in. An administrator of the unit makes the first account here; the others’ are made under Settings, Accounts."
      verb="Make account"
      administrators={administrators}
      onSubmit={async ({ actor, id, name }, passphrase) => {
        data.setActor(actor);
        await closeUnit(data, access, { id, name }, passphrase);
      }}
    />
  );
}
