import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { FaultsSection } from './FaultsSection.tsx';
import { HoldersSection } from './HoldersSection.tsx';
import { OwnersSection } from './OwnersSection.tsx';
import { useRoles } from './use-roles.ts';
import { useActor } from '#renderer/session/session.tsx';
import { paths } from '#renderer/record/navigation.ts';
import styles from '../access.module.css';

/** Who answers for what, who has which role until when, and what is missing or given twice. */
export function RolesPage() {
  const known = useRoles();
  const isAdministrator = useActor()?.roles.includes('administrator') ?? false;
  return (
    <>
      <PageHeader
        title="Roles"
        actions={
          <>
            <LinkButton href="/permissions">Permissions</LinkButton>
            <LinkButton href={paths.list({ type: 'assignment', where: [] })}>All assignments</LinkButton>
            {isAdministrator && (
              <LinkButton variant="primary" href={paths.create('assignment')}>
                Assign role
              </LinkButton>
            )}
          </>
        }
      />
      <div className={styles.page} aria-busy={known === undefined}>
        {known && (
          <>
            <FaultsSection faults={known.faults} />
            <OwnersSection facts={known.facts} />
            <HoldersSection facts={known.facts} />
          </>
        )}
      </div>
    </>
  );
}
