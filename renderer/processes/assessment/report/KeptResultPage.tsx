import { useData, useRecord } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { markingOf } from '#shared/engine/marking.ts';
import { keptInComparison } from '#shared/processes/improvement/kept-result.ts';
import { ProfileChart } from '../result/ProfileChart.tsx';
import { ReportBody } from './ReportBody.tsx';
import { SaveReport } from './SaveReport.tsx';
import { useKept } from './use-kept.ts';

/** A result from elsewhere, read from the file that it came in. */
export function KeptResultPage() {
  const { record, isMissing } = useRecord(useAddressPart('id'));
  if (isMissing || (record && record.type !== 'assessment-result')) {
    return (
      <>
        <PageHeader title="Result from elsewhere" />
        <EmptyState title="There is no such result" text="It is not on this device, or you may not see it." />
      </>
    );
  }
  return record ? <Kept record={record} /> : null;
}

function Kept({ record }: { readonly record: RecordView }) {
  const data = useData();
  const { taken, fault } = useKept(record);
  const isReady = usePaper({
    ids: [record.id],
    markings: [markingOf(record, data.config), ...(taken ? [taken.report.cover.marking] : [])],
    isComplete: taken !== undefined,
  });
  const { unit } = keptInComparison(record);
  return (
    <PrintFrame
      title={`Result of ${unit}`}
      name={`Result ${record.number}`}
      subtitle="Capability assessment of another unit"
      asOf={taken?.followUp.asOf ?? data.now()}
      landscape
      isWide
      isReady={isReady}
      actions={
        <>
          {taken && <SaveReport signed={taken} />}
          <LinkButton href={paths.record(record.id)}>{record.number}</LinkButton>
        </>
      }
    >
      {fault && <WithoutFile record={record} fault={fault} />}
      {taken && taken.hash !== textOf(record, 'hash') && (
        <Notice tone="danger">
          The file is not the one that {record.number} says was taken in. Ask whoever sent it which one is
          right.
        </Notice>
      )}
      {taken && <ReportBody signed={taken} isOwn={false} />}
      {!taken && !fault && <ProgressBar label="Reading the file of the result" />}
    </PrintFrame>
  );
}

/** The profile stands in the record itself. */
function WithoutFile({
  record,
  fault,
}: {
  readonly record: RecordView;
  readonly fault: Parameters<typeof ProblemAlert>[0]['problems'][0];
}) {
  return (
    <>
      <ProblemAlert problems={[fault]} />
      <ProfileChart assessment={undefined} profile={keptInComparison(record).profile} changes={new Map()} />
    </>
  );
}
