import type { KeyboardEvent } from 'react';
import type { FieldSlotProps } from '#renderer/record/slots.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { answerText } from './answers.ts';
import { QuestionFields } from './QuestionFields.tsx';
import { useAnswers, type AnswersView } from './use-answers.ts';
import { Facts } from '../support/Panel.tsx';
import panel from '../support/panel.module.css';
import styles from './request.module.css';

/** What the items ask and what was answered; edited question by question, not as a table. */
export function AnswersField({ type, record }: FieldSlotProps) {
  const view = useAnswers(type, record);
  const { groups, strays, open, canEdit, isEditing } = view;
  if (groups.length === 0 && strays.length === 0) {
    return (
      <div className={styles.wide}>
        <EmptyState compact title="Its items ask no questions." />
      </div>
    );
  }
  return (
    <div className={styles.wide} data-field="answers">
      <Section
        title="Answers"
        level={3}
        actions={
          <>
            {open > 0 && (
              <Chip tone="state-waiting">{open === 1 ? '1 question open' : `${open} questions open`}</Chip>
            )}
            {view.hasDraft && !isEditing && <Chip tone="outline">Not saved yet</Chip>}
            {canEdit && !isEditing && (
              <Button size="small" variant="quiet" onClick={view.edit}>
                {open > 0 ? 'Answer questions' : 'Change answers'}
              </Button>
            )}
          </>
        }
      >
        {isEditing ? <AnswersForm view={view} /> : <AnswersList view={view} />}
      </Section>
    </div>
  );
}

function AnswersList({ view: { groups, saved, strays } }: { readonly view: AnswersView }) {
  return (
    <>
      {groups.map((group) => (
        <div key={group.item}>
          <div className={styles.legend}>{group.name}</div>
          <Facts
            facts={group.questions.map(({ key, label, kind, isRequired }) => [
              label,
              saved[key] ? (
                <span className={panel.text}>{answerText(kind, saved[key])}</span>
              ) : (
                <span className={panel.muted}>{isRequired ? 'Not answered; needed' : 'Not answered'}</span>
              ),
            ])}
          />
        </div>
      ))}
      {strays.length > 0 && (
        <div>
          <div className={styles.legend}>No longer asked</div>
          <Facts facts={strays.map((row) => [String(row['question'] ?? ''), String(row['answer'] ?? '')])} />
        </div>
      )}
    </>
  );
}

function AnswersForm({ view }: { readonly view: AnswersView }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      view.leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void view.save();
    }
  };
  return (
    <form
      className={panel.form}
      aria-label="Answers"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void view.save();
      }}
    >
      {view.groups.map((group) => (
        <QuestionFields
          key={group.item}
          group={group}
          answers={view.typed}
          faults={view.faults}
          onChange={view.change}
        />
      ))}
      <ProblemAlert problems={view.problems} />
      <div className={panel.actions}>
        <Button type="submit" size="small" variant="primary" busy={view.isSaving} title="Ctrl+Enter">
          Save answers
        </Button>
        <Button size="small" variant="quiet" onClick={view.leave} title="Esc">
          Leave, keep draft
        </Button>
      </div>
    </form>
  );
}
