import { paths } from '#renderer/record/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { ReportButton } from './ReportButton.tsx';
import type { StepProps } from './step-props.ts';
import { TallyFigures } from './TallyFigures.tsx';
import styles from '../import.module.css';

/** What was written, and the way to it. */
export function ResultStep({ state, actions, type }: StepProps) {
  const { done, file = '' } = state;
  if (!done || !type) return <EmptyState title="Nothing has been imported" />;
  const { tally, report } = done;
  const key = state.template?.key?.field;
  const where = key !== undefined && type.fields[key] ? [{ column: key, empty: false }] : [];
  return (
    <>
      <Notice tone="success" role="status">
        {file} is imported and saved on this device.
      </Notice>
      <TallyFigures tally={tally} type={type} />
      <div className={styles.line}>
        <LinkButton variant="primary" href={paths.list({ type: type.name, where })}>
          Show {type.plural.toLowerCase()}
        </LinkButton>
        <Button onClick={actions.restart}>Import another file</Button>
        {tally.noticeCount > 0 && <ReportButton file={file} report={report} />}
      </div>
      {tally.noticeCount > 0 && (
        <Section title={`To know (${tally.noticeCount.toLocaleString('en-GB')})`}>
          <ProblemTable caption="Notes" problems={tally.notices} total={tally.noticeCount} />
        </Section>
      )}
    </>
  );
}
