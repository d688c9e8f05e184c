import { useTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { paths } from '../navigation.ts';
import type { BulkOutcome } from './run-bulk.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import styles from '../form/form.module.css';

/** More refusals than anybody reads; the count says how many there are. */
const mostListed = 200;

interface BulkResultsProps {
  readonly outcomes: readonly BulkOutcome[];
  readonly total: number;
  readonly problems: readonly Problem[];
}

/** What became of each record: the refused ones by name with the reason. */
export function BulkResults({ outcomes, total, problems }: BulkResultsProps) {
  const refused = outcomes.filter((outcome) => outcome.problems.length > 0);
  const listed = refused.slice(0, mostListed);
  const labels = useTitles(listed.map(({ record }) => record));
  const done = outcomes.length - refused.length;
  const left = total - outcomes.length;
  return (
    <div className={styles.quick}>
      <Notice tone={refused.length > 0 || left > 0 ? 'warning' : 'success'} role="status">
        {`${done.toLocaleString('en-GB')} done`}
        {refused.length > 0 && `, ${refused.length.toLocaleString('en-GB')} refused`}
        {left > 0 && `, ${left.toLocaleString('en-GB')} not begun, because it was cancelled`}.
      </Notice>
      <ProblemAlert problems={problems} />
      {listed.length > 0 && (
        <DataTable caption="Refused">
          <thead>
            <tr>
              <th scope="col">Record</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((outcome) => (
              <tr key={outcome.record}>
                <td>
                  <AppLink href={paths.record(outcome.record)}>{labels.get(outcome.record) ?? '…'}</AppLink>
                </td>
                <td>{outcome.problems.map(({ message }) => message).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </div>
  );
}
