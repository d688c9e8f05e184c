import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Answers, Question, QuestionGroup } from './answers.ts';
import styles from './request.module.css';

interface QuestionFieldsProps {
  readonly group: QuestionGroup;
  readonly answers: Answers;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (key: string, answer: string) => void;
}

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** The questions of one catalogue item, each with the input that its kind asks for. */
export function QuestionFields({ group, answers, faults, onChange }: QuestionFieldsProps) {
  return (
    <fieldset className={styles.questions}>
      <legend className={styles.legend}>{group.name}</legend>
      {group.questions.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          answer={answers[question.key] ?? ''}
          fault={faults[question.key]}
          onChange={(answer) => onChange(question.key, answer)}
        />
      ))}
    </fieldset>
  );
}

interface QuestionFieldProps {
  readonly question: Question;
  readonly answer: string;
  readonly fault: string | undefined;
  readonly onChange: (answer: string) => void;
}

function QuestionField({
  question: { label, kind, isRequired },
  answer,
  fault,
  onChange,
}: QuestionFieldProps) {
  if (kind === 'yesNo') {
    return (
      <Select
        label={label}
        required={isRequired}
        error={fault}
        value={answer === 'yes' || answer === 'no' ? answer : ''}
        options={yesOrNo}
        emptyLabel="–"
        onChange={onChange}
      />
    );
  }
  return (
    <TextInput
      label={label}
      required={isRequired}
      error={fault}
      type={kind === 'date' ? 'date' : 'text'}
      value={answer}
      maxLength={2000}
      onChange={onChange}
    />
  );
}
