import { useData } from '#renderer/data/data.ts';
import { FieldEditor } from '#renderer/record/fields/FieldEditor.tsx';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Question } from '#shared/assessment/interview.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { Answer } from './use-interview.ts';
import styles from './interview.module.css';

interface QuestionRowProps {
  readonly question: Question;
  readonly answer: Answer;
  /** The evidence that it became. */
  readonly record: RecordView | undefined;
  readonly canWrite: boolean;
  readonly onChange: (answer: Answer) => void;
}

/** A question, what to look at, and what was said. Evidence that was judged does not change any more. */
export function QuestionRow({ question, answer, record, canWrite, onChange }: QuestionRowProps) {
  const type = useData().catalogue.type('evidence');
  const state = record && type?.lifecycle.states[record.state];
  const isFixed = !canWrite || state?.final === true;
  const outcomes = type?.fields['outcomes'];
  return (
    <li className={styles.question}>
      <div className={styles.asks}>
        <span className={styles.code}>{question.outcome}</span>
        <span>
          {question.asks}
          {question.look !== '' && (
            <span className={styles.look}>Let yourself be shown: {question.look}</span>
          )}
        </span>
        {record && (
          <span className={styles.record}>
            <AppLink href={paths.record(record.id)}>{record.number}</AppLink>{' '}
            {state && <StateChip stateClass={state.class} label={state.label} />}
          </span>
        )}
      </div>
      <div className={styles.answer}>
        <TextInput
          label={`Answer to ${question.outcome}`}
          hideLabel
          multiline
          rows={1}
          placeholder={isFixed ? 'No answer' : 'What was said'}
          value={answer.text}
          readOnly={isFixed}
          onChange={(text) => onChange({ ...answer, text })}
        />
        {isFixed && <span className={styles.look}>{answer.outcomes.join(', ')}</span>}
        {!isFixed && outcomes && answer.text !== '' && (
          <FieldEditor
            id={`outcomes-${question.process}-${question.outcome}`}
            field={outcomes}
            label={`Outcomes that the answer to ${question.outcome} tells of`}
            hideLabel
            value={answer.outcomes}
            onChange={(value) =>
              onChange({
                ...answer,
                outcomes: Array.isArray(value)
                  ? value.filter((one): one is string => typeof one === 'string')
                  : [],
              })
            }
          />
        )}
      </div>
    </li>
  );
}
