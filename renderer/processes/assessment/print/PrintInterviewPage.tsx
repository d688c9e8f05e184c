import { useData, useRecord } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { NotFoundPage } from '#renderer/shell/pages/NotFoundPage.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { questionsOf } from '#shared/assessment/interview.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { interviewEvidenceId } from '#shared/processes/improvement/interview-answers.ts';
import { withAssessment, type AssessmentContent } from '../AssessmentPage.tsx';
import { asksAbout } from '../interview/asks-about.ts';
import styles from './print.module.css';

/** The sheet of an interview on paper: what was said already, and lines for the rest. */
export const PrintInterviewPage = withAssessment('Interview', FindSession);

function FindSession(content: AssessmentContent) {
  const { record, isMissing } = useRecord(useAddressPart('session'));
  if (!record && !isMissing) return <div aria-busy="true" />;
  return record?.type === 'assessment-session' && textOf(record, 'assessment') === content.assessment.id ? (
    <Paper {...content} session={record} />
  ) : (
    <NotFoundPage />
  );
}

function Paper({ assessment, source, parts, session }: AssessmentContent & { readonly session: RecordView }) {
  const data = useData();
  const people = [textOf(session, 'lead'), ...listOf(session, 'participants')].filter(Boolean);
  const labels = useTitles([session.id, ...people]);
  const name = (id: string) => labels.get(id) ?? '…';
  const records = new Map(parts.evidence.map((record) => [record.id, record]));
  const asked = asksAbout(session, parts.plan).map((process) => ({
    process,
    questions: questionsOf(parts.plan, source, process).map((question) => {
      const record = records.get(interviewEvidenceId(session.id, question.process, question.outcome));
      return { ...question, record, answer: record ? textOf(record, 'content') : '' };
    }),
  }));
  const answers = asked.flatMap(({ questions }) => questions.flatMap(({ record }) => record?.id ?? []));
  const isReady = usePaper({ ids: [assessment.id, session.id, ...people, ...answers], isComplete: true });
  const from = session.fields['from'];
  return (
    <PrintFrame
      name={`Interview ${session.number}`}
      title={`Interview: ${name(session.id)}`}
      subtitle={`Capability assessment ${assessment.number}`}
      asOf={data.now()}
      isReady={isReady}
    >
      <p>
        {typeof from === 'number' && <Time at={from} mode="absolute" />}
        {textOf(session, 'place') && `, ${textOf(session, 'place')}`}
        {people.length > 0 && `. ${people.map(name).join('; ')}`}
      </p>
      {asked.map(({ process, questions }) => (
        <Section key={process} title={process}>
          <ol className={styles.lines}>
            {questions.map(({ outcome, asks, look, answer }) => (
              <li key={outcome} className={styles.question}>
                <strong>{outcome}</strong> {asks}
                {look !== '' && <span className={styles.small}> Let yourself be shown: {look}</span>}
                {answer === '' ? (
                  <>
                    <div className={styles.rule} />
                    <div className={styles.rule} />
                  </>
                ) : (
                  <p className={styles.text}>{answer}</p>
                )}
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </PrintFrame>
  );
}
