import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import { draftFields } from '#shared/processes/improvement/conformance-year.ts';
import { nextWords, whoWords } from './words.ts';
import styles from './conformance.module.css';

/** Who has to do what next, with the way there. */
export function NextCell({ row, owner }: { readonly row: RegisterRow; readonly owner: string }) {
  if (row.next === 'none') return <span className={styles.small}>Nothing</span>;
  return (
    <>
      <AppLink href={hrefOf(row)}>{nextWords(row)}</AppLink>
      <div className={styles.small}>{whoWords(row, owner)}</div>
    </>
  );
}

function hrefOf(row: RegisterRow): string {
  const { next, service, statement, exception, before, year } = row;
  if (next === 'renew' && exception) return paths.record(exception.record.id);
  if (next === 'settle') {
    return paths.list({
      type: 'conformance-statement',
      where: [
        { column: 'service', in: [service.id] },
        { column: 'year', in: [year] },
        { column: 'state', notIn: ['superseded'] },
      ],
    });
  }
  if (statement) return paths.record(statement.id);
  const fields = draftFields({ service, year, cycle: '', before, exception: exception?.record });
  return fields ? paths.create('conformance-statement', fields) : paths.record(service.id);
}
