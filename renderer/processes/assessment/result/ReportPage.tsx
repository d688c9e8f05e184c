import { useData, useRecord } from '#renderer/data/data.ts';
import { ModelMissing } from '#renderer/library/ModelMissing.tsx';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { NoAssessment } from '../NoAssessment.tsx';
import { ProcessModel } from '../process-models.tsx';
import { Report } from './Report.tsx';
import { useAssessmentModel, useItemSource } from '../use-item-source.ts';
import { useResult } from '../use-result.ts';

/** What an assessment came to, as it goes to the sponsor. */
export function ReportPage() {
  const { record, isMissing } = useRecord(useAddressPart('id'));
  if (isMissing || (record && record.type !== 'assessment')) {
    return <NoAssessment title="Report" />;
  }
  if (!record) return null;
  return <Result assessment={record} />;
}

function Result({ assessment }: { readonly assessment: RecordView }) {
  const source = useItemSource(assessment);
  const model = useAssessmentModel(assessment);
  const data = useData();
  const result = useResult(assessment, source);
  const shown = result
    ? [...result.agreed, ...result.findings, ...result.recommendations, ...result.evidence]
    : [];
  const isMarked = usePaper({
    ids: [assessment.id, ...shown.map(({ id }) => id)],
    isComplete: result !== undefined && model.kind !== 'reading',
  });
  return (
    <PrintFrame
      title={textOf(assessment, 'name')}
      name={`Assessment ${assessment.number}`}
      subtitle={`Capability assessment ${assessment.number}`}
      asOf={data.now()}
      landscape
      isWide
      isReady={isMarked}
    >
      {model.kind !== 'ready' && <ModelMissing state={model} />}
      {result && model.kind === 'ready' && (
        <ProcessModel model={model.model}>
          <Report assessment={assessment} result={result} />
        </ProcessModel>
      )}
    </PrintFrame>
  );
}
