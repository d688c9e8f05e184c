import { DataTable } from '#renderer/ui/DataTable.tsx';
import { useTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { allRoles, roleFacts } from '#shared/definition/roles.ts';
import type { RoleFacts } from '#shared/engine/role-faults.ts';
import { holdersOf, type Holder } from './holders.ts';
import { PersonLinks } from './PersonLinks.tsx';
import styles from '../access.module.css';

/** Every role: what it does, where it is described, who has it now. */
export function HoldersSection({ facts }: { readonly facts: RoleFacts }) {
  return (
    <div className={styles.panel}>
      <Section title="Roles and who has them">
        <DataTable caption="Roles and who has them">
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">What it does</th>
              <th scope="col">Held now by</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {allRoles.map((role) => {
              const { label, does, source } = roleFacts(role);
              const held = role === 'requester' ? [] : holdersOf(role, facts);
              return (
                <tr key={role}>
                  <th scope="row">{label}</th>
                  <td>{does}</td>
                  <td>
                    {role === 'requester' ? 'Everybody' : held.length === 0 && 'Nobody'}
                    {held.map((one) => (
                      <HolderLine key={`${one.person} ${one.assignment ?? ''}`} holder={one} facts={facts} />
                    ))}
                  </td>
                  <td className={styles.muted}>{source ?? 'Outpost'}</td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      </Section>
    </div>
  );
}

function HolderLine({ holder, facts }: { readonly holder: Holder; readonly facts: RoleFacts }) {
  const zone = useZone();
  const { person, part, until, delegate, assignment } = holder;
  const process = facts.processes.find(({ code }) => code === part)?.name;
  const titles = useTitles(process === undefined && part !== '' ? [part] : []);
  return (
    <div>
      <PersonLinks ids={[person]} facts={facts} />
      {assignment !== undefined && (
        <>
          {' · '}
          <AppLink href={`/record/${assignment}`}>
            {part === '' ? 'Whole unit' : (process ?? titles.get(part) ?? '…')}
          </AppLink>
        </>
      )}
      {until !== undefined && ` · until ${formatAbsolute(until, zone)}`}
      {delegate !== undefined && (
        <>
          {' · delegated to '}
          <PersonLinks ids={[delegate]} facts={facts} />
        </>
      )}
    </div>
  );
}
