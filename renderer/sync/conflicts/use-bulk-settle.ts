import { useCallback, useRef, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { runBulk, type BulkProgress } from '#renderer/record/bulk/run-bulk.ts';
import { toast } from '#renderer/session/toasts.ts';
import { rememberDone, useUndo } from '#renderer/session/undo.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { planBulk, type BulkRule, type OpenConflict } from './conflicts.ts';

interface BulkSettle {
  /** Present while it runs. */
  readonly progress: BulkProgress | undefined;
  readonly problems: readonly Problem[];
  readonly settle: (conflicts: readonly OpenConflict[], rule: BulkRule) => void;
  readonly cancel: () => void;
}

const none: readonly Problem[] = [];

export function countConflicts(count: number): string {
  return count === 1 ? '1 conflict' : `${count.toLocaleString('en-GB')} conflicts`;
}

/** Settles many conflicts by one rule; all of them are taken back by one Undo. */
export function useBulkSettle(): BulkSettle {
  const data = useData();
  const undo = useUndo();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<BulkProgress>();
  const [problems, setProblems] = useState(none);

  const settle = useCallback(
    (conflicts: readonly OpenConflict[], rule: BulkRule) => {
      const plan = planBulk(conflicts, rule);
      const records = [...plan.edits.keys()];
      const [first] = records;
      setProblems(none);
      if (first === undefined) {
        toast({ text: 'None of the selected conflicts can be settled that way.' });
        return;
      }
      const controller = new AbortController();
      running.current = controller;
      setProgress({ done: 0, total: records.length, failed: 0 });
      void runBulk(
        records,
        (record) => ({ kind: 'edit', record, fields: plan.edits.get(record) ?? {} }),
        (command) => data.execute(command),
        { signal: controller.signal, onProgress: setProgress },
      ).then((outcomes) => {
        setProgress(undefined);
        setProblems(outcomes.flatMap((outcome) => outcome.problems));
        const done = outcomes.filter(({ entries }) => entries.length > 0);
        if (done.length === 0) return;
        const records = done.length === 1 ? '1 record' : `${done.length.toLocaleString('en-GB')} records`;
        const label = `Conflicts of ${records} settled`;
        const entries = done.flatMap((outcome) => outcome.entries).toReversed();
        const undoable = { label, done: { record: first, number: records, entries } };
        rememberDone(undoable);
        const left = plan.left === 0 ? '' : `; ${countConflicts(plan.left)} left as they were`;
        toast({
          text: label + left,
          tone: 'success',
          action: { label: 'Undo', onSelect: () => void undo(undoable) },
        });
      });
    },
    [data, undo],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { progress, problems, settle, cancel };
}
