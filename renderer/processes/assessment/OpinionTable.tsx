import { useConfig } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { latenessOf } from './late.ts';
import { shortOf } from './RatingRow.tsx';
import styles from './workbook.module.css';

interface OpinionTableProps {
  readonly assessment: RecordView;
  readonly ratings: readonly RecordView[];
}

/** What each assessor said of a line, side by side: rating, comment, evidence. */
export function OpinionTable({ assessment, ratings }: OpinionTableProps) {
  const config = useConfig();
  const labels = useTitles(
    ratings.flatMap((rating) => [textOf(rating, 'assessor'), ...listOf(rating, 'evidence')]),
  );
  if (ratings.length === 0) return <p className={styles.hint}>No assessor rated this line.</p>;
  const nameOf = (id: string) => labels.get(id) ?? config.get(id)?.number ?? '…';
  return (
    <table className={styles.sides} aria-label="What each assessor said">
      <thead>
        <tr>
          <th scope="col">Assessor</th>
          <th scope="col">Rating</th>
          <th scope="col">Comment</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {ratings.map((rating) => (
          <tr key={rating.id}>
            <th scope="row">
              {nameOf(textOf(rating, 'assessor'))}
              <Lateness text={latenessOf(rating, assessment)} />
            </th>
            <td>
              <AppLink href={paths.record(rating.id)}>
                {shortOf(textOf(rating, 'value'))}
                {typeof rating.fields['percent'] === 'number' && ` ${rating.fields['percent']} %`}
              </AppLink>
            </td>
            <td>{textOf(rating, 'comment')}</td>
            <td>
              {listOf(rating, 'evidence').map((id) => (
                <span key={id} className={styles.proof}>
                  <AppLink href={paths.record(id)}>{nameOf(id)}</AppLink>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lateness({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <span className={styles.late}>{text}</span>;
}
