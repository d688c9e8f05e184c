import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { LibraryProcess, LibraryRole, ReferenceModel, Responsibility } from '#shared/library/model.ts';
import { everybodyIn } from '#shared/library/responsibility.ts';
import { Parties } from './Parties.tsx';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

const letters = [
  ['accountable', 'A'],
  ['responsible', 'R'],
  ['consulted', 'C'],
  ['informed', 'I'],
] as const;

function lettersOf(raci: Responsibility, role: string): string {
  return letters
    .filter(([part]) => raci[part].includes(role))
    .map(([, letter]) => letter)
    .join(' ');
}

/** Roles that the activities of a process name: its owner, manager and developer first, then its own. */
function rolesOf(model: ReferenceModel, { activities, roles }: LibraryProcess): readonly LibraryRole[] {
  const named = new Set(activities.flatMap(({ raci }) => everybodyIn(raci)));
  return [...model.roles.filter(({ code }) => named.has(code)), ...roles];
}

/** Who answers for what: roles by activity, organisations for the process as a whole. */
export function GuideRaci({ process }: { readonly process: LibraryProcess }) {
  const { model } = useShownModel();
  const roles = rolesOf(model, process);
  return (
    <Section title="Responsibilities">
      {process.activities.length > 0 && (
        <>
          <DataTable caption={`Roles and activities of ${process.name}`} className={styles.raci ?? ''}>
            <thead>
              <tr>
                <th scope="col">Activity</th>
                {roles.map(({ code, name }) => (
                  <th key={code} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {process.activities.map(({ code, name, raci }) => (
                <tr key={code}>
                  <th scope="row">
                    {code} {name}
                  </th>
                  {roles.map((role) => (
                    <td key={role.code} className={styles.letter}>
                      {lettersOf(raci, role.code)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p className={styles.muted}>
            A accountable, exactly one · R responsible, does the work · C consulted before · I informed after
          </p>
        </>
      )}
      <dl className={styles.pairs}>
        {roles.map(({ code, name, does }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      {process.parties && <Parties parties={process.parties} />}
    </Section>
  );
}
