import { useRecord } from '#renderer/data/data.ts';
import { ModelMissing } from '#renderer/library/ModelMissing.tsx';
import { paths } from '#renderer/record/navigation.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { NoAssessment } from './NoAssessment.tsx';
import { assessmentPaths } from './places.ts';
import { ProcessModel } from './process-models.tsx';
import { ProvisionalNotice } from './result/ProvisionalNotice.tsx';
import { ResultTabs } from './result/ResultTabs.tsx';
import { useAssessmentModel, useItemSource } from './use-item-source.ts';
import { useResult } from './use-result.ts';
import styles from './result/result.module.css';

/** What an assessment came to, to work with; its report is the same on paper. */
export function ResultPage() {
  const { record, isMissing } = useRecord(useAddressPart('id'));
  if (isMissing || (record && record.type !== 'assessment')) return <NoAssessment title="Result" />;
  if (!record) return <PageHeader title="Result" />;
  return <Result assessment={record} />;
}

function Result({ assessment }: { readonly assessment: RecordView }) {
  const source = useItemSource(assessment);
  const model = useAssessmentModel(assessment);
  const result = useResult(assessment, source);
  const reached = result?.profile.filter(({ gap }) => gap === 0).length ?? 0;
  return (
    <>
      <PageHeader
        title={`Result ${assessment.number}`}
        before={<AppLink href={paths.record(assessment.id)}>{textOf(assessment, 'name')}</AppLink>}
        meta={result && `${String(reached)} of ${String(result.profile.length)} processes at their target`}
        actions={
          <>
            <LinkButton href={assessmentPaths.workbook(assessment.id)}>Workbook</LinkButton>
            <LinkButton variant="primary" href={assessmentPaths.report(assessment.id)}>
              Report
            </LinkButton>
          </>
        }
      />
      {model.kind !== 'ready' ? (
        <ModelMissing state={model} />
      ) : result ? (
        <ProcessModel model={model.model}>
          <div className={styles.notice}>
            <ProvisionalNotice assessment={assessment} progress={result.progress} />
          </div>
          <ResultTabs assessment={assessment} result={result} />
        </ProcessModel>
      ) : (
        <div aria-busy="true" />
      )}
    </>
  );
}
