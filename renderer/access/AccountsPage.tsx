import { useAccess } from '#renderer/data/data.ts';
import { useActor } from '#renderer/session/session.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { AuthenticatorSection } from './AuthenticatorSection.tsx';
import { AutoLockSection } from './AutoLockSection.tsx';
import { KeysSection } from './KeysSection.tsx';
import { MyPassphraseSection } from './MyPassphraseSection.tsx';
import { PinSection } from './PinSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { RecoverySection } from './RecoverySection.tsx';
import styles from './access.module.css';

/** Who signs in here, and with what. */
export function AccountsPage() {
  const { accounts, person } = useAccess();
  const isAdministrator = useActor()?.roles.includes('administrator') ?? false;
  const own = accounts.find(({ id }) => id === person);
  return (
    <>
      <PageHeader title="Accounts" />
      <div className={styles.page}>
        {own && <MyPassphraseSection account={own} />}
        {own && <PinSection account={own} />}
        {own && <AuthenticatorSection account={own} />}
        <PeopleSection canChange={isAdministrator} />
        {isAdministrator && <RecoverySection />}
        {isAdministrator && <KeysSection />}
        <AutoLockSection />
      </div>
    </>
  );
}
