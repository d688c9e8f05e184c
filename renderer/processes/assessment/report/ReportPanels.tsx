import { useCounts } from '#renderer/data/data.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { textOf } from '#shared/definition/record.ts';
import { Panel } from '../../support/Panel.tsx';
import panel from '../../support/panel.module.css';

/** From an assessment to its report. */
export function ReportPanel({ record }: SlotProps) {
  const [signed] = useCounts([
    { type: 'report-signature', where: [{ column: 'assessment', in: [record.id] }] },
  ]);
  const isReported = record.state === 'reported';
  return (
    <Panel
      title="Report"
      actions={<LinkButton href={`/assessment/${record.id}/report`}>Open report</LinkButton>}
    >
      <p className={panel.muted}>
        {isReported
          ? `Signatures: ${signed ?? '…'}.`
          : 'A draft until the assessment is closed with its report.'}
      </p>
    </Panel>
  );
}

/** From the record of a result to the whole of it. */
export function KeptResultPanel({ record }: SlotProps) {
  return (
    <Panel
      title={`Result of ${textOf(record, 'unit')}`}
      actions={
        <LinkButton variant="primary" href={`/assessment/kept/${record.id}`}>
          Open result
        </LinkButton>
      }
    >
      <p className={panel.muted}>Read from the file that it came in, which is attached.</p>
    </Panel>
  );
}

/** From a signature to the report, where it is checked. */
export function SignaturePanel({ record }: SlotProps) {
  return (
    <Panel
      title="Is the report still what was signed?"
      actions={
        <LinkButton variant="primary" href={`/assessment/${textOf(record, 'assessment')}/report`}>
          Open report
        </LinkButton>
      }
    >
      <p className={panel.muted}>The page of the report checks it, and names what changed since.</p>
    </Panel>
  );
}
