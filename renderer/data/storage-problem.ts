import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';

/** Names in a chain of errors: Dexie wraps the browser's error in its own. */
function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  for (let next: unknown = error; next instanceof Error || next instanceof DOMException;) {
    names.push(next.name);
    next = 'inner' in next ? next.inner : next.cause;
  }
  return names;
}

/** Tells in plain words why a save failed; the input is kept by whoever asked. */
export function storageProblem(error: unknown): Problem {
  return knownProblem(error) ?? problem('OUT-STO-006', { reason: reasonOf(error) });
}

/** Tells in plain words why something could not be read. */
export function readProblem(error: unknown): Problem {
  return knownProblem(error) ?? problem('OUT-STO-015', { reason: reasonOf(error) });
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function knownProblem(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return problem('OUT-STO-001');
  if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError'))
    return problem('OUT-STO-007');
  if (names.includes('VersionError')) return problem('OUT-STO-005');
  return undefined;
}

/** True where another window appended to the log first: look again and repeat. */
export function isOvertaken(error: unknown): boolean {
  return namesOf(error).includes('ConstraintError');
}
