import { DataTable } from '#renderer/ui/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { isInForce } from '#shared/engine/assignments.ts';
import { ownersOf, type RoleFacts } from '#shared/engine/role-faults.ts';
import { PersonLinks } from './PersonLinks.tsx';
import styles from '../access.module.css';

/** Who answers for each process. */
export function OwnersSection({ facts }: { readonly facts: RoleFacts }) {
  const managersOf = (code: string): readonly string[] =>
    facts.assignments
      .filter(({ role, of }) => role === 'processManager' && of === code)
      .filter((one) => isInForce(one, facts.now))
      .map(({ person }) => person);
  return (
    <div className={styles.panel}>
      <Section title="Processes">
        <DataTable caption="Who answers for each process">
          <thead>
            <tr>
              <th scope="col">Process</th>
              <th scope="col">Owner</th>
              <th scope="col">Managers</th>
              <th scope="col">Accountable by the framework</th>
            </tr>
          </thead>
          <tbody>
            {facts.processes.map(({ code, name, activities }) => (
              <tr key={code}>
                <th scope="row">
                  <AppLink href={`/process/${code}`}>
                    {code} {name}
                  </AppLink>
                </th>
                <td>
                  <PersonLinks ids={ownersOf(code, facts)} facts={facts} />
                </td>
                <td>
                  <PersonLinks ids={managersOf(code)} facts={facts} />
                </td>
                <td>{[...new Set(activities.map(({ raci }) => raci.accountable))].join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Section>
    </div>
  );
}
