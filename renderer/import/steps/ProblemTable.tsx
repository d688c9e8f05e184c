import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { mostListed } from '#shared/import/tally.ts';
import { reportLine } from '../report.ts';
import styles from '../import.module.css';

const shown = mostListed;

interface ProblemTableProps {
  readonly caption: string;
  readonly problems: readonly Problem[];
  readonly total: number;
}

/** Line, column, value and reason of each problem; the report holds those beyond the first. */
export function ProblemTable({ caption, problems, total }: ProblemTableProps) {
  return (
    <>
      <DataTable caption={caption}>
        <thead>
          <tr>
            <th scope="col" data-number>
              Line
            </th>
            <th scope="col">Column</th>
            <th scope="col">Value</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, shown).map((found, index) => {
            const { line, column, value, reason, next, code } = reportLine(found);
            return (
              // One line may have the same problem twice.
              <tr key={index}>
                <td data-number>{line}</td>
                <td>{column}</td>
                <td className={styles.cell}>{value}</td>
                <td className={styles.reason}>
                  {reason} <span className={styles.muted}>{`${next} ${code}`}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      {total > shown && (
        <p className={styles.muted}>The first {shown} are shown; the report lists them all.</p>
      )}
    </>
  );
}
