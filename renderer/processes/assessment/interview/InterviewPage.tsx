import { useState } from 'react';
import { useRecord } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { TabPanel, Tabs } from '#renderer/ui/Tabs.tsx';
import { questionsOf } from '#shared/assessment/interview.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { endedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { AssessmentHeader, withAssessment, type AssessmentContent } from '../AssessmentPage.tsx';
import { assessmentPaths } from '../places.ts';
import { useMayAssess } from '../use-may-assess.ts';
import { QuestionRow } from './QuestionRow.tsx';
import { asksAbout } from './asks-about.ts';
import { useInterview } from './use-interview.ts';
import styles from './interview.module.css';

/** The sheet of one interview or workshop: questions, and room for what was said. */
export const InterviewPage = withAssessment('Interview', FindSession);

function FindSession(content: AssessmentContent) {
  const { record, isMissing } = useRecord(useAddressPart('session'));
  const { assessment } = content;
  if (record && textOf(record, 'assessment') === assessment.id && record.type === 'assessment-session')
    return <Sheet {...content} session={record} />;
  if (!record && !isMissing) return <div aria-busy="true" />;
  return (
    <>
      <AssessmentHeader assessment={assessment} title="Interview" />
      <EmptyState
        title="This assessment has no such session"
        text="It is not on this device, or you may not see it. The schedule lists those that there are."
        action={<LinkButton href={assessmentPaths.plan(assessment.id)}>Schedule</LinkButton>}
      />
    </>
  );
}

function Sheet({ assessment, source, parts, session }: AssessmentContent & { readonly session: RecordView }) {
  const processes = asksAbout(session, parts.plan);
  const [chosen, setChosen] = useState('');
  const process = processes.includes(chosen) ? chosen : (processes[0] ?? '');
  const questions = processes.flatMap((one) => questionsOf(parts.plan, source, one));
  const interview = useInterview(assessment, session, questions, parts.evidence);
  const canWrite = useMayAssess() && !endedStates.includes(assessment.state);
  const people = [textOf(session, 'lead'), ...listOf(session, 'participants')].filter(Boolean);
  const labels = useTitles([session.id, ...people]);
  const { unsaved, isBusy, problems, save } = interview;
  return (
    <>
      <AssessmentHeader assessment={assessment} title="Interview">
        <p className={styles.hint}>
          {labels.get(session.id) ?? '…'}. {people.map((person) => labels.get(person) ?? '…').join('; ')}
        </p>
      </AssessmentHeader>
      <div className={styles.page}>
        {processes.length === 0 ? (
          <EmptyState
            title="No process is in scope"
            text="Questions come from the outcomes of the processes in scope; choose them on the plan."
            action={<LinkButton href={assessmentPaths.plan(assessment.id)}>Choose processes</LinkButton>}
          />
        ) : (
          <>
            <div className={styles.bar}>
              {canWrite && (
                <Button variant="primary" busy={isBusy} disabled={unsaved === 0} onClick={() => void save()}>
                  {unsaved === 0
                    ? 'All answers are saved'
                    : `Save ${unsaved === 1 ? '1 answer' : `${unsaved} answers`} as evidence`}
                </Button>
              )}
              <LinkButton href={assessmentPaths.printInterview(assessment.id, session.id)}>
                Print the sheet
              </LinkButton>
              <span className={styles.hint}>What you type is kept as a draft until it is saved.</span>
            </div>
            <ProblemAlert problems={problems} />
            <Tabs
              label="Process"
              value={process}
              onChange={setChosen}
              items={processes.map((code) => ({ value: code, label: code }))}
            />
            <TabPanel value={process} current={process}>
              <ol className={styles.questions}>
                {questions
                  .filter((question) => question.process === process)
                  .map((question) => (
                    <QuestionRow
                      key={question.outcome}
                      question={question}
                      answer={interview.answerOf(question)}
                      record={interview.recordOf(question)}
                      canWrite={canWrite}
                      onChange={(answer) => interview.change(question, answer)}
                    />
                  ))}
              </ol>
            </TabPanel>
          </>
        )}
      </div>
    </>
  );
}
