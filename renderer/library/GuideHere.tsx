import { useConfig, useData, useNow } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { RecordLinks } from '#renderer/shell/pages/RecordLinks.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { roleFacts } from '#shared/definition/roles.ts';
import { assignmentsOf, isInForce } from '#shared/engine/assignments.ts';
import styles from './library.module.css';

/** Who holds a role in a process here, and where its records are. */
export function GuideHere({ code }: { readonly code: string }) {
  const { catalogue } = useData();
  const config = useConfig();
  const now = useNow();
  const process = catalogue.process(code);
  const holders = assignmentsOf(config.all('assignment')).filter(
    (one) => one.scope === 'process' && one.of === code && isInForce(one, now),
  );
  const names = useTitles(holders.map(({ person }) => person));
  return (
    <Section title="In this unit">
      <dl className={styles.pairs}>
        <div>
          <dt>Holders of roles</dt>
          <dd>
            {holders.length === 0 && 'Nobody has a role for this process alone. '}
            {holders.map(({ id, role, person }) => (
              <div key={id} className={styles.holder}>
                {roleFacts(role).label}:{' '}
                <AppLink href={paths.record(person)}>{names.get(person) ?? '…'}</AppLink>
              </div>
            ))}
            <AppLink href="/roles">All roles</AppLink>
          </dd>
        </div>
        <div>
          <dt>Records</dt>
          <dd>
            {process ? (
              <RecordLinks process={process} />
            ) : (
              'Outpost keeps no records of this process in this version.'
            )}
          </dd>
        </div>
      </dl>
    </Section>
  );
}
