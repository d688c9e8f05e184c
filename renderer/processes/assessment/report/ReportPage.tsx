import { useData, useRecord } from '#renderer/data/data.ts';
import { ModelMissing } from '#renderer/library/ModelMissing.tsx';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import { seesWork } from '#shared/processes/support/rights.ts';
import { NoAssessment } from '../NoAssessment.tsx';
import { ProcessModel } from '../process-models.tsx';
import { useAssessmentModel, useItemSource } from '../use-item-source.ts';
import { HiddenReport } from './HiddenReport.tsx';
import { NumberLinks } from './NumberLink.tsx';
import { ReportBody } from './ReportBody.tsx';
import { SaveReport } from './SaveReport.tsx';
import { SignPanel } from './SignPanel.tsx';
import { TakeUpPanel } from './TakeUpPanel.tsx';
import { useReport } from './use-report.ts';
import styles from './report.module.css';

/** The report of an assessment as its sponsor receives it: to read, sign, print and save. */
export function ReportPage() {
  const { record, isMissing } = useRecord(useAddressPart('id'));
  const actor = useKnownActor();
  if (isMissing || (record && record.type !== 'assessment')) {
    return <NoAssessment title="Report" />;
  }
  if (!seesWork(actor)) return <HiddenReport />;
  return record ? <Report assessment={record} /> : null;
}

/** The same for an assessment that is there. */
export function Report({ assessment }: { readonly assessment: RecordView }) {
  const data = useData();
  const model = useAssessmentModel(assessment);
  const own = useReport(assessment, useItemSource(assessment));
  const isReady = usePaper({
    ids: [assessment.id],
    markings: own ? [own.report.cover.marking] : [],
    isComplete: own !== undefined || (model.kind !== 'ready' && model.kind !== 'reading'),
  });
  return (
    <PrintFrame
      title={`Report ${assessment.number}`}
      name={`Report ${assessment.number}`}
      subtitle="Capability assessment"
      asOf={own?.followUp.asOf ?? data.now()}
      landscape
      isWide
      isReady={isReady}
      actions={own && model.kind === 'ready' && <SaveReport signed={own} />}
    >
      {model.kind !== 'ready' ? (
        <ModelMissing state={model} />
      ) : own ? (
        <ProcessModel model={model.model}>
          <NumberLinks value={own.ids}>
            <div className={styles.screenOnly}>
              <SignPanel own={own} />
              <TakeUpPanel assessment={assessment.id} />
            </div>
            <ReportBody signed={own} isOwn />
          </NumberLinks>
        </ProcessModel>
      ) : (
        <ProgressBar label="Reading the records of the report" />
      )}
    </PrintFrame>
  );
}
