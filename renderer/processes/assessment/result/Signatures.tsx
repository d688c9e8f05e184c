import { useTitles } from '#renderer/record/use-titles.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import styles from './report.module.css';

/** Lines to sign on, on paper. */
export function Signatures({ assessment }: { readonly assessment: RecordView }) {
  const ids = ['leadAssessor', 'sponsor'].map((field) => textOf(assessment, field)).filter((id) => id !== '');
  const labels = useTitles(ids);
  return (
    <div className={styles.signatures}>
      {ids.map((id, index) => (
        <p key={id}>
          {index === 0 ? 'Lead assessor' : 'Sponsor'}: {labels.get(id) ?? '…'}
        </p>
      ))}
    </div>
  );
}
