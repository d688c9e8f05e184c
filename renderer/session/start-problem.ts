import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';

/** Any fault of the start as a problem that can be shown. */
export function startProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const fault = error instanceof Error ? error.message : String(error);
  return problem('OUT-APP-001', { place: 'the start of Outpost', fault });
}
