import { useMemo, useState } from 'react';
import { useDraft } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { toast } from '#renderer/session/toasts.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { questionKey, type Question } from '#shared/assessment/interview.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { answerFields, interviewEvidenceId } from '#shared/processes/improvement/interview-answers.ts';

/** What somebody said to a question. */
export interface Answer {
  readonly text: string;
  /** Codes of the outcomes that it tells of. */
  readonly outcomes: readonly string[];
}

export interface Interview {
  /** What is typed or saved; undefined where the question was not answered. */
  readonly answerOf: (question: Question) => Answer;
  /** The evidence that an answer became. */
  readonly recordOf: (question: Question) => RecordView | undefined;
  readonly unsaved: number;
  readonly problems: readonly Problem[];
  readonly isBusy: boolean;
  readonly change: (question: Question, answer: Answer) => void;
  readonly save: () => Promise<void>;
}

type Typed = Readonly<Record<string, Answer>>;

/** The answers of one session: typed ones are kept as a draft, and all become evidence in one save. */
export function useInterview(
  assessment: RecordView,
  session: RecordView,
  questions: readonly Question[],
  evidence: readonly RecordView[],
): Interview {
  const actor = useKnownActor();
  const run = useCommand();
  const { draft, save: keep, discard } = useDraft<Typed>(`interview:${session.id}`);
  const [written, setWritten] = useState<Typed>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const records = useMemo(() => new Map(evidence.map((record) => [record.id, record])), [evidence]);
  const typed = written ?? draft ?? {};

  const recordOf = ({ process, outcome }: Question) =>
    records.get(interviewEvidenceId(session.id, process, outcome));
  const savedOf = (question: Question): Answer => {
    const record = recordOf(question);
    return record
      ? { text: textOf(record, 'content'), outcomes: listOf(record, 'outcomes') }
      : { text: '', outcomes: [question.outcome] };
  };
  const answerOf = (question: Question) => typed[questionKey(question)] ?? savedOf(question);
  const changed = questions.filter((question) => {
    const one = typed[questionKey(question)];
    return one !== undefined && JSON.stringify(one) !== JSON.stringify(savedOf(question));
  });

  const set = (next: Typed) => {
    setWritten(next);
    keep(next);
  };
  const change = (question: Question, answer: Answer) => set({ ...typed, [questionKey(question)]: answer });

  const write = async (question: Question): Promise<readonly Problem[]> => {
    const { text, outcomes } = answerOf(question);
    const record = interviewEvidenceId(session.id, question.process, question.outcome);
    if (recordOf(question)) {
      const fields = { content: text, outcomes: [...outcomes] };
      const edited = await run({ kind: 'edit', record, fields }, { quiet: true });
      return edited.ok ? [] : edited.error;
    }
    const fields = answerFields(assessment, session, question, outcomes, actor.id);
    const made = await run({ kind: 'create', type: 'evidence', id: record, fields }, { quiet: true });
    if (!made.ok) return made.error;
    const inputs = { content: text };
    const received = await run({ kind: 'act', record, action: 'receive', inputs }, { quiet: true });
    return received.ok ? [] : received.error;
  };
  const save = async () => {
    setBusy(true);
    let left = typed;
    const refused: Problem[] = [];
    for (const question of changed) {
      const faults = await write(question);
      refused.push(...faults);
      if (faults.length === 0)
        left = Object.fromEntries(Object.entries(left).filter(([key]) => key !== questionKey(question)));
    }
    setProblems(refused);
    setBusy(false);
    if (refused.length > 0) {
      set(left);
      return;
    }
    setWritten({});
    await discard();
    toast({
      text: changed.length === 1 ? '1 answer is evidence now' : `${changed.length} answers are evidence now`,
      tone: 'success',
    });
  };
  return { answerOf, recordOf, unsaved: changed.length, problems, isBusy, change, save };
}
