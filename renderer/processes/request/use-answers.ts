import { useCallback, useMemo, useState } from 'react';
import { useConfig, useDraft } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { rowsOf } from '#shared/processes/support/rows.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { TableRow } from '#shared/definition/values.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import {
  checkAnswers,
  openQuestions,
  questionsOf,
  readAnswers,
  strayRows,
  writeAnswers,
  type Answers,
  type QuestionGroup,
} from './answers.ts';

export interface AnswersView {
  readonly groups: readonly QuestionGroup[];
  readonly saved: Answers;
  /** Answers that no present item asks for. */
  readonly strays: readonly TableRow[];
  /** Required questions without a saved answer. */
  readonly open: number;
  readonly canEdit: boolean;
  readonly isEditing: boolean;
  /** Something was typed and not saved. */
  readonly hasDraft: boolean;
  readonly typed: Answers;
  readonly faults: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly isSaving: boolean;
  readonly edit: () => void;
  readonly leave: () => void;
  readonly change: (key: string, answer: string) => void;
  readonly save: () => Promise<void>;
}

const none: Answers = {};

/** The questions of a request's items and their answers; changes are drafts until they are saved. */
export function useAnswers(type: RecordType, record: RecordView): AnswersView {
  const config = useConfig();
  const actor = useKnownActor();
  const run = useCommand();
  const { draft, save: keep, discard } = useDraft<Answers>(`answers:${record.id}`);
  const [changed, setChanged] = useState<Answers>();
  const [isEditing, setEditing] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>(none);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSaving, setSaving] = useState(false);

  const rows = rowsOf(record, 'answers');
  const groups = useMemo(() => questionsOf(record, config), [record, config]);
  const saved = useMemo(() => readAnswers(groups, rowsOf(record, 'answers')), [groups, record]);
  const unsaved = changed ?? draft;
  const typed = useMemo(() => ({ ...saved, ...unsaved }), [saved, unsaved]);
  const isFinal = type.lifecycle.states[record.state]?.final === true;

  const change = useCallback(
    (key: string, answer: string) => {
      const next = { ...unsaved, [key]: answer };
      setChanged(next);
      setFaults(none);
      keep(next);
    },
    [unsaved, keep],
  );
  const save = useCallback(async () => {
    // A part of the answers may be saved: who submits the request is told what is still open.
    const found = checkAnswers(groups, typed, false);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    const answers = writeAnswers(groups, typed, rows);
    const result = await run({ kind: 'edit', record: record.id, fields: { answers } });
    setSaving(false);
    setProblems(result.ok ? [] : result.error);
    if (!result.ok) return;
    setChanged(none);
    setEditing(false);
    await discard();
  }, [groups, typed, rows, run, record.id, discard]);

  return {
    groups,
    saved,
    strays: strayRows(groups, rows),
    open: openQuestions(groups, saved),
    canEdit: !isFinal && groups.length > 0 && type.edit.allows(actor, record),
    isEditing,
    hasDraft: Object.entries(unsaved ?? none).some(([key, answer]) => answer !== (saved[key] ?? '')),
    typed,
    faults,
    problems,
    isSaving,
    edit: () => setEditing(true),
    leave: () => setEditing(false),
    change,
    save,
  };
}
