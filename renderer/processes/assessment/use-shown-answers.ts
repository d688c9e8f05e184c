import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { WorkbookRow } from './workbook-rows.ts';

/** An answer that stands on the page before it is read back. */
interface ShownAnswer {
  readonly key: string;
  readonly fields: FieldValues;
  /** The stored answer when it was given, and when it had been written. */
  readonly before: RecordView | undefined;
  readonly isWritten: boolean;
}

/** Shows answers at once that are still being written: a key is answered before the disk is. */
export function useShownAnswers(
  stored: readonly WorkbookRow[] | undefined,
  type: string,
): {
  readonly rows: readonly WorkbookRow[] | undefined;
  readonly show: (key: string, fields: FieldValues) => ShownAnswer;
  readonly settle: (shown: ShownAnswer, isWritten: boolean) => void;
} {
  const [answers, setAnswers] = useState<readonly ShownAnswer[]>([]);
  const byKey = useMemo(() => new Map(stored?.map(({ key, answer }) => [key, answer])), [stored]);
  const newest = useRef(byKey);
  useEffect(() => {
    newest.current = byKey;
  });

  const show = useCallback((key: string, fields: FieldValues) => {
    const shown = { key, fields, before: newest.current.get(key), isWritten: false };
    setAnswers((old) => [...old, shown]);
    return shown;
  }, []);
  const settle = useCallback((shown: ShownAnswer, isWritten: boolean) => {
    const before = newest.current.get(shown.key);
    setAnswers((old) =>
      old.flatMap((one) => {
        if (one.fields !== shown.fields) return [one];
        return isWritten ? [{ ...one, before, isWritten }] : [];
      }),
    );
  }, []);

  const waiting = useMemo(
    () => answers.filter((one) => !isReadBack(one, byKey.get(one.key))),
    [answers, byKey],
  );
  if (waiting.length < answers.length) setAnswers(waiting);
  const rows = useMemo(() => stored?.map((row) => withShown(row, waiting, type)), [stored, waiting, type]);
  return { rows, show, settle };
}

/** Is it there, or was there something newer since it was written? */
function isReadBack({ fields, before, isWritten }: ShownAnswer, answer: RecordView | undefined): boolean {
  return (answer !== undefined && holds(answer, fields)) || (isWritten && answer !== before);
}

function holds(answer: RecordView, fields: FieldValues): boolean {
  return Object.entries(fields).every(
    ([name, value]) => JSON.stringify(answer.fields[name] ?? null) === JSON.stringify(value),
  );
}

function withShown(row: WorkbookRow, waiting: readonly ShownAnswer[], type: string): WorkbookRow {
  const own = waiting.filter(({ key }) => key === row.key);
  if (own.length === 0) return row;
  const fields = own.reduce<FieldValues>((all, one) => ({ ...all, ...one.fields }), row.answer?.fields ?? {});
  return { ...row, answer: { ...(row.answer ?? unmade(type)), fields } };
}

/** Stands for the record until it is made. */
function unmade(type: string): RecordView {
  return {
    id: '',
    type,
    number: '',
    state: '',
    fields: {},
    life: [],
    conflicts: [],
    overtaken: [],
    createdAt: 0,
    createdBy: '',
    updatedAt: 0,
    updatedBy: '',
    noteCount: 0,
    minutesSpent: 0,
  };
}
