import { useTally } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import styles from './workbook.module.css';

interface TeamProgressProps {
  readonly assessment: RecordView;
  /** Lines that each of the team rates, where it is known. */
  readonly total?: number;
}

/** How many lines each assessor has rated, as far as it came to this laptop. Counts only: what they said stays hidden. */
export function TeamProgress({ assessment, total }: TeamProgressProps) {
  const counts = useTally(
    {
      type: 'rating',
      where: [
        { column: 'assessment', in: [assessment.id] },
        { column: 'value', empty: false },
      ],
    },
    'assessor',
  );
  const lead = textOf(assessment, 'leadAssessor');
  const assessors = listOf(assessment, 'assessors');
  const team = [...new Set([...assessors, ...((counts?.get(lead) ?? 0) > 0 ? [lead] : [])])];
  const labels = useTitles(team);
  if (!counts || team.length === 0) return null;
  return (
    <table className={styles.progress}>
      <caption>Lines rated, as far as known here</caption>
      <tbody>
        {team.map((person) => {
          const count = counts.get(person) ?? 0;
          return (
            <tr key={person}>
              <th scope="row">{labels.get(person) ?? '…'}</th>
              <td>
                {count}
                {total !== undefined && ` of ${total}`}
                {count === 0 && ' · nothing here yet'}
                {total !== undefined && count >= total && ' · done'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
