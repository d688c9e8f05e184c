import { useCallback, useRef, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { runBulk, type BulkOutcome, type BulkProgress } from './run-bulk.ts';
import type { Command } from '#shared/engine/commands.ts';
import type { Problem } from '#shared/kernel/errors.ts';

export interface Bulk {
  readonly progress: BulkProgress | undefined;
  readonly outcomes: readonly BulkOutcome[] | undefined;
  readonly run: (records: readonly string[], commandFor: (record: string) => Command) => void;
  readonly cancel: () => void;
  /** Takes back what was done, newest first. */
  readonly undo: () => void;
  readonly isUndone: boolean;
  /** Why it could not be taken back. */
  readonly problems: readonly Problem[];
}

/** Runs a bulk action, says how far it is, and can be stopped and taken back. */
export function useBulk(): Bulk {
  const data = useData();
  const running = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<BulkProgress>();
  const [outcomes, setOutcomes] = useState<readonly BulkOutcome[]>();
  const [isUndone, setUndone] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const run = useCallback(
    (records: readonly string[], commandFor: (record: string) => Command) => {
      const controller = new AbortController();
      running.current = controller;
      setOutcomes(undefined);
      setUndone(false);
      setProgress({ done: 0, total: records.length, failed: 0 });
      void runBulk(records, commandFor, (command) => data.execute(command), {
        signal: controller.signal,
        onProgress: setProgress,
      }).then(setOutcomes);
    },
    [data],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const undo = useCallback(() => {
    const entries = (outcomes ?? []).flatMap((outcome) => outcome.entries).toReversed();
    void data.undo(entries).then((result) => {
      setUndone(result.ok);
      setProblems(result.ok ? [] : result.error);
    });
  }, [data, outcomes]);

  return { progress, outcomes, run, cancel, undo, isUndone, problems };
}
