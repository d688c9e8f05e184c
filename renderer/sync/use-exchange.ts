import { useCallback, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { syncProblem } from './sync-problem.ts';

interface Exchange {
  readonly isRunning: boolean;
  /** Why the last one that was asked for here did not come through. */
  readonly problem: Problem | undefined;
  readonly run: () => void;
  /** Shows another fault in the same place. */
  readonly fail: (error: unknown) => void;
}

/** An exchange with a hub at somebody's wish. */
export function useExchange(hub: string): Exchange {
  const { sync } = useData();
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const fail = useCallback((error: unknown) => setProblem(syncProblem(error)), []);
  const run = useCallback(() => {
    setProblem(undefined);
    setRunning(true);
    sync
      .exchange(hub)
      .then(() => announce('Exchange complete'), fail)
      .finally(() => setRunning(false));
  }, [sync, hub, fail]);
  return { isRunning, problem, run, fail };
}
