import { useMemo } from 'react';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { isProvisional } from '#shared/processes/improvement/profile.ts';
import { assessmentPaths } from '../places.ts';
import { ProcessModels } from '../process-models.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { useAssessments, useCompared } from './use-compared.ts';
import styles from './compare.module.css';

const none: readonly RecordView[] = [];

/** An assessment beside all others of its unit that were reported. */
export function UnitComparison({ assessment }: { readonly assessment: RecordView }) {
  const unit = textOf(assessment, 'unit');
  const ofUnit = useMemo(
    () => [unit === '' ? { column: 'unit', empty: true } : { column: 'unit', in: [unit] }],
    [unit],
  );
  const ofIt = useAssessments(ofUnit);
  const assessments = useMemo(
    () => ofIt?.filter((one) => one.id === assessment.id || !isProvisional(one)),
    [ofIt, assessment.id],
  );
  const { results, models } = useCompared(assessments ?? none);
  if (!assessments || !results) return <div aria-busy="true" />;
  const choose = (
    <LinkButton href={assessmentPaths.compare({ of: results.map(({ id }) => id) })}>
      Choose what is compared
    </LinkButton>
  );
  if (results.length < 2) {
    return (
      <EmptyState
        title="This is the only assessment of its unit"
        text="The next one will stand beside it. Those of other units can be chosen on the page of comparisons."
        action={choose}
      />
    );
  }
  return (
    <div className={styles.stack}>
      <div>{choose}</div>
      <ProcessModels models={models}>
        <ComparisonView results={results} />
      </ProcessModels>
    </div>
  );
}
