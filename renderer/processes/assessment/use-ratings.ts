import { useCallback, useMemo, useRef, useState } from 'react';
import { useRecords } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { cellKey, cellsOf, type Cell, type ItemSource } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { endedStates, openedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { agreedId, cellFields, cellOf, planOf, ratingId } from '#shared/processes/improvement/plan.ts';

/** Ratings of one process that are read at once: 60 outcomes, 5 instances, 10 assessors. */
const most = 3000;

/** Assessors rate on their own · the team agrees · it has ended, or the reader has no part in it. */
export type WorkbookMode = 'rate' | 'agree' | 'look';

export interface WorkbookRow {
  readonly cell: Cell;
  readonly key: string;
  /** What the reader said, or the team agreed on, as the mode says. */
  readonly answer: RecordView | undefined;
  /** Ratings of all assessors that the reader may see. */
  readonly ratings: readonly RecordView[];
}

export interface WorkbookRows {
  /** Undefined while they are read. */
  readonly rows: readonly WorkbookRow[] | undefined;
  readonly problems: readonly Problem[];
  readonly dismiss: () => void;
  /** Changes the answer of a cell; makes it where there is none. */
  readonly answer: (cell: Cell, fields: FieldValues) => Promise<void>;
}

export function modeOf(assessment: RecordView, actor: string): WorkbookMode {
  if (endedStates.includes(assessment.state)) return 'look';
  const team = assessment.fields['assessors'];
  const isInTeam =
    textOf(assessment, 'leadAssessor') === actor ||
    (Array.isArray(team) && (team as readonly unknown[]).includes(actor));
  if (!isInTeam) return 'look';
  return openedStates.includes(assessment.state) ? 'agree' : 'rate';
}

/** The rows of one process of an assessment, live. */
export function useRatings(
  assessment: RecordView,
  process: string,
  source: ItemSource,
  mode: WorkbookMode,
): WorkbookRows {
  const actor = useKnownActor();
  const run = useCommand();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const where = [
    { column: 'assessment', in: [assessment.id] },
    { column: 'process', in: [process] },
  ];
  const found = useRecords(
    [
      { type: 'rating', where },
      { type: 'agreed-rating', where },
    ],
    most,
  );
  const isOwn = mode === 'rate';
  const rows = useMemo(() => {
    if (!found) return undefined;
    const keyed = found.flatMap((record) => {
      const cell = cellOf(record);
      return cell ? [{ key: cellKey(cell), record }] : [];
    });
    const byKey = groupBy(keyed, ({ key }) => key);
    return cellsOf(planOf(assessment), source)
      .filter((cell) => cell.process === process)
      .map((cell): WorkbookRow => {
        const key = cellKey(cell);
        const all = (byKey.get(key) ?? []).map(({ record }) => record);
        const ratings = all.filter(({ type }) => type === 'rating');
        const answer = isOwn
          ? ratings.find((rating) => textOf(rating, 'assessor') === actor.id)
          : all.find(({ type }) => type === 'agreed-rating');
        return { cell, key, answer, ratings };
      });
  }, [found, assessment, source, process, isOwn, actor.id]);

  const queues = useRef(new Map<string, Promise<void>>());
  const answer = useCallback(
    (cell: Cell, fields: FieldValues) => {
      const type = isOwn ? 'rating' : 'agreed-rating';
      const id = isOwn ? ratingId(assessment.id, actor.id, cell) : agreedId(assessment.id, cell);
      const write = async () => {
        const edited = await run({ kind: 'edit', record: id, fields }, { quiet: true });
        if (edited.ok || !edited.error.some(({ code }) => code === 'OUT-VAL-022')) {
          setProblems(edited.ok ? [] : edited.error);
          return;
        }
        const made = await run(
          { kind: 'create', type, id, fields: cellFields(assessment.id, cell) },
          { quiet: true },
        );
        const filled = made.ok ? await run({ kind: 'edit', record: id, fields }, { quiet: true }) : made;
        setProblems(filled.ok ? [] : filled.error);
      };
      // Answers to one cell are written in the order in which they were given.
      const next = (queues.current.get(id) ?? Promise.resolve()).then(write);
      queues.current.set(id, next);
      return next;
    },
    [assessment.id, actor.id, isOwn, run],
  );
  const dismiss = useCallback(() => setProblems([]), []);
  return { rows, problems, dismiss, answer };
}
