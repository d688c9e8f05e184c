import { useState } from 'react';
import type { Problem } from '#shared/kernel/errors.ts';
import { startProblem } from '#renderer/session/start-problem.ts';

interface FirstRun {
  /** Share that is done, 0 to 1; undefined while nothing runs. */
  readonly progress: number | undefined;
  readonly problem: Problem | undefined;
  readonly run: (work: (onProgress: (share: number) => void) => Promise<void>) => Promise<void>;
}

/** Runs the making of a unit. */
export function useFirstRun(): FirstRun {
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  return {
    progress,
    problem,
    run: async (work) => {
      setProblem(undefined);
      setProgress(0);
      try {
        await work(setProgress);
      } catch (error) {
        setProblem(startProblem(error));
      } finally {
        setProgress(undefined);
      }
    },
  };
}
