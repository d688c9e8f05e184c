import { useState, type SubmitEvent } from 'react';
import type { Problem } from '#shared/kernel/errors.ts';
import { startProblem } from '#renderer/session/start-problem.ts';

/** A form that does one thing, which may be refused. */
export function useAccessForm(work: () => Promise<void>): {
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly onSubmit: (event: SubmitEvent) => void;
} {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(startProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    problem,
    isBusy,
    onSubmit: (event) => {
      event.preventDefault();
      void run();
    },
  };
}
