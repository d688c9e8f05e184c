import { useAccess } from '#renderer/data/data.ts';
import { NameAndPassphrase } from './NameAndPassphrase.tsx';

/** The unit's records have come to this laptop: somebody of the unit signs in, and its people open it from then on. */
export function ClaimForm() {
  const { access, accounts } = useAccess();
  return (
    <NameAndPassphrase
      label="First sign-in"
      text="The unit’s records are here. From now on the accounts of the unit open this laptop."
      accounts={accounts}
      pins={access.pins}
      onSubmit={(account, passphrase) => access.claim(account, passphrase)}
    />
  );
}
