import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { toast } from '#renderer/session/toasts.ts';
import { useTemplates } from '../templates.ts';
import { useOncePerTemplate } from '../use-once-per-template.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { ReportButton } from './ReportButton.tsx';
import type { StepProps } from './step-props.ts';
import { TallyFigures } from './TallyFigures.tsx';
import styles from '../import.module.css';

/** The dry run: what would be written, and every line that cannot be. */
export function CheckStep({ state, actions, type }: StepProps) {
  const { template, checked, busy } = state;
  useOncePerTemplate(template, checked !== undefined || busy !== undefined, () => void actions.check());
  if (!template || !type) return <EmptyState title="Choose a file first" />;
  if (!checked) {
    return busy ? null : (
      <EmptyState
        compact
        title="The file has not been checked"
        action={<Button onClick={() => void actions.check()}>Check file</Button>}
      />
    );
  }
  const { tally, report } = checked;
  const { problems, notices, problemCount, noticeCount, refusedLines } = tally;
  const count = (value: number) => value.toLocaleString('en-GB');
  return (
    <>
      {problemCount > 0 ? (
        <Notice tone="danger" role="alert" action={<ReportButton file={state.file ?? ''} report={report} />}>
          {count(refusedLines)} {refusedLines === 1 ? 'line is' : 'lines are'} refused. A file is imported
          whole or not at all: mend the lines in the file, or change the mapping, and check again.
        </Notice>
      ) : (
        <Notice tone="success" role="status">
          Every line can be imported.
        </Notice>
      )}
      <Section title="What would be written">
        <TallyFigures tally={tally} type={type} />
      </Section>
      {problemCount > 0 && (
        <Section title={`Refused (${count(problemCount)})`}>
          <ProblemTable caption="Refused lines" problems={problems} total={problemCount} />
        </Section>
      )}
      {noticeCount > 0 && (
        <Section title={`To know (${count(noticeCount)})`}>
          <ProblemTable caption="Notes" problems={notices} total={noticeCount} />
        </Section>
      )}
      {tally.previews.length > 0 && (
        <Section title="First records as they would look">
          <PreviewTable previews={tally.previews} type={type} />
        </Section>
      )}
      <SaveTemplate state={state} actions={actions} type={type} />
    </>
  );
}

function SaveTemplate({ state, actions }: StepProps) {
  const { template, inspection } = state;
  const { save } = useTemplates(inspection?.headings ?? []);
  const [name, setName] = useState(template?.name ?? '');
  if (!template) return null;
  const keep = () => {
    const named = { ...template, name: name.trim() };
    save(named);
    actions.edit(named);
    toast({ text: `Template “${named.name}” saved on this device.`, tone: 'success' });
  };
  return (
    <Section title="Remember this mapping">
      <div className={styles.line}>
        <TextInput label="Name of the template" value={name} onChange={setName} maxLength={80} />
        <Button onClick={keep} disabled={name.trim() === ''}>
          Save template
        </Button>
      </div>
    </Section>
  );
}
