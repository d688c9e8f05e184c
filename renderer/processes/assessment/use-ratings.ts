import { useCallback, useMemo, useRef, useState } from 'react';
import { useRecords } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { cellKey, type Cell } from '#shared/assessment/workbook.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { endedStates, openedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';
import { agreedId, cellFields, ratingId } from '#shared/processes/improvement/plan.ts';
import { isInTeam } from '#shared/processes/improvement/rating-faults.ts';
import { labelOfAnswer } from './answer-label.ts';
import { useShownAnswers } from './use-shown-answers.ts';
import { LineMaker, type WorkbookRow } from './workbook-rows.ts';

/** Ratings of one process that are read at once: 60 outcomes, 5 instances, 10 assessors. */
const most = 3000;

/** Assessors rate on their own · the team agrees · it has ended, or the reader has no part in it. */
export type WorkbookMode = 'rate' | 'agree' | 'look';

export interface WorkbookRows {
  /** Undefined while they are read. */
  readonly rows: readonly WorkbookRow[] | undefined;
  readonly problems: readonly Problem[];
  readonly dismiss: () => void;
  /** Changes the answer of a cell; makes it where there is none. It stands on the page at once. */
  readonly answer: (cell: Cell, fields: FieldValues) => Promise<void>;
}

export function modeOf(assessment: RecordView, actor: string): WorkbookMode {
  if (endedStates.includes(assessment.state) || !isInTeam(assessment, actor)) return 'look';
  return openedStates.includes(assessment.state) ? 'agree' : 'rate';
}

/** The lines of one process of an assessment, live. @param cells of this process. */
export function useRatings(
  assessment: RecordView,
  process: string,
  cells: readonly Cell[],
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
  const [lines] = useState(() => new LineMaker());
  const own = isOwn ? actor.id : undefined;
  const stored = useMemo(() => found && lines.rows(cells, found, own), [lines, found, cells, own]);
  const { rows, show, settle } = useShownAnswers(stored, isOwn ? 'rating' : 'agreed-rating');

  const queues = useRef(new Map<string, Promise<void>>());
  const answer = useCallback(
    (cell: Cell, fields: FieldValues) => {
      const type = isOwn ? 'rating' : 'agreed-rating';
      const id = isOwn ? ratingId(assessment.id, actor.id, cell) : agreedId(assessment.id, cell);
      const options = { quiet: true, label: labelOfAnswer(cell, fields) };
      const shown = show(cellKey(cell), fields);
      const write = async () => {
        const edit = { kind: 'edit', record: id, fields } as const;
        let result = await run(edit, options);
        if (!result.ok && result.error.some(({ code }) => code === 'OUT-VAL-022')) {
          const made = await run({ kind: 'create', type, fields: cellFields(assessment.id, cell) }, options);
          result = made.ok ? await run(edit, options) : made;
        }
        settle(shown, result.ok);
        setProblems(result.ok ? [] : result.error);
      };
      // Answers to one cell are written in the order in which they were given.
      const next = (queues.current.get(id) ?? Promise.resolve()).then(write);
      queues.current.set(id, next);
      return next;
    },
    [assessment.id, actor.id, isOwn, run, show, settle],
  );
  const dismiss = useCallback(() => setProblems([]), []);
  return { rows, problems, dismiss, answer };
}
