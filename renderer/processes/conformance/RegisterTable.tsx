import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { textOf } from '#shared/definition/record.ts';
import { changesOf, type RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import { ExceptionCell } from './ExceptionCell.tsx';
import { NextCell } from './NextCell.tsx';
import { PartsCell } from './PartsCell.tsx';
import { StatementCell } from './StatementCell.tsx';
import styles from './conformance.module.css';

interface RegisterTableProps {
  readonly rows: readonly RegisterRow[];
  readonly year: number;
  /** On paper nobody has to do anything. */
  readonly isReport?: boolean;
}

/** Services of a year, with what table 1 asks of each and what of it is there. */
export function RegisterTable({ rows, year, isReport = false }: RegisterTableProps) {
  const ids = rows.flatMap(({ service, component }) => [textOf(service, 'owner'), component]);
  const names = useTitles(ids.filter((id) => id !== ''));
  return (
    <DataTable caption={`Conformance of services in ${String(year)}`} className={styles.register ?? ''}>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Type and phase</th>
          <th scope="col">Statement {year}</th>
          <th scope="col">What table 1 asks for</th>
          <th scope="col">Exception</th>
          <th scope="col">Since {year - 1}</th>
          {!isReport && <th scope="col">Next step</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.service.id}>
            <th scope="row">
              <AppLink href={paths.record(row.service.id)}>{textOf(row.service, 'name')}</AppLink>
              {row.component !== '' && <div className={styles.small}>{names.get(row.component) ?? '…'}</div>}
            </th>
            <td>
              {row.cell ? (
                <>
                  {row.cell.kind === 'enterprise' ? 'Enterprise or shared' : 'Single component'}
                  <div className={styles.small}>Phase {row.cell.phase}</div>
                </>
              ) : (
                <span className={styles.small}>Not set</span>
              )}
            </td>
            <td>
              <StatementCell row={row} />
            </td>
            <td>
              <PartsCell row={row} />
            </td>
            <td>
              <ExceptionCell row={row} />
            </td>
            <td>
              <Since row={row} />
            </td>
            {!isReport && (
              <td>
                <NextCell row={row} owner={names.get(textOf(row.service, 'owner')) ?? ''} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Since({ row }: { readonly row: RegisterRow }) {
  const changes = changesOf(row);
  if (!row.before) return <span className={styles.small}>{changes.join('. ') || 'None'}</span>;
  return (
    <>
      <AppLink href={paths.record(row.before.id)} className={styles.number}>
        {row.before.number}
      </AppLink>
      <div className={styles.small}>{changes.length === 0 ? 'Unchanged' : changes.join('. ')}</div>
    </>
  );
}
