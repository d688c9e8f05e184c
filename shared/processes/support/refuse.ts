import { problem, type Problem } from '../../kernel/errors.ts';

/** A guard's refusal: the action as its button says it, and why not, as a sentence. */
export function refuse(action: string, reason: string): Problem {
  return problem('OUT-LIF-003', { action, reason });
}
