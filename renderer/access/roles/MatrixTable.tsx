import { Fragment } from 'react';
import { Section } from '#renderer/ui/Section.tsx';
import type { Role } from '#shared/definition/roles.ts';
import type { MatrixRow, Permission } from '#shared/engine/permission-matrix.ts';
import styles from './matrix.module.css';

const marks: Readonly<Record<Permission, { readonly mark: string; readonly says: string }>> = {
  yes: { mark: '●', says: 'always' },
  filtered: { mark: '◐', says: 'for some records' },
  no: { mark: '', says: 'never' },
};

interface MatrixTableProps {
  readonly title: string;
  readonly rows: readonly MatrixRow[];
  readonly roles: readonly { readonly role: Role; readonly label: string }[];
}

/** One process: a row for each thing that can be done, a column for each role. */
export function MatrixTable({ title, rows, roles }: MatrixTableProps) {
  return (
    <Section title={title}>
      <table className={styles.matrix}>
        <caption className={styles.caption}>{`Permissions: ${title}`}</caption>
        <thead>
          <tr>
            <th scope="col">To do</th>
            {roles.map(({ role, label }) => (
              <th key={role} scope="col" className={styles.role}>
                <span>{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={`${row.type.name} ${row.what} ${index}`}>
              {row.what === 'create' && (
                <tr>
                  <th scope="rowgroup" colSpan={roles.length + 1} className={styles.type}>
                    {row.type.plural}
                  </th>
                </tr>
              )}
              <tr>
                <th scope="row">{row.label}</th>
                {roles.map(({ role }) => {
                  const { mark, says } = marks[row.byRole[role] ?? 'no'];
                  return (
                    <td key={role}>
                      <span aria-hidden>{mark}</span>
                      <span className={styles.caption}>{says}</span>
                    </td>
                  );
                })}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
