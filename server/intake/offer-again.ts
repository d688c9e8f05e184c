import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { RefusedRun } from '#shared/sync/message.ts';
import type { Hub } from '../hub/hub.ts';
import type { DeadLetterRow } from '../storage/tables.ts';
import { takeIn } from './take-in.ts';

/** Takes a dead letter in after all, where its reason has gone. @returns why it still cannot be; empty when it was. @throws ProblemError OUT-SYN-049. */
export async function offerAgain(
  { storage, clock, limits }: Hub,
  letter: DeadLetterRow,
): Promise<readonly RefusedRun[]> {
  const { id, workspace, replica, first, last, via, bytes, signature, letGoAt } = letter;
  if (letGoAt !== null) throw new ProblemError(problem('OUT-SYN-049'));
  const packed = { replica, from: first, to: last, bytes, ...(signature === null ? {} : { signature }) };
  const { refused } = await takeIn(storage, {
    workspace,
    sender: via,
    runs: [packed],
    now: clock.now(),
    deadLetters: limits.deadLetters,
  });
  if (refused.length === 0) await storage.deadLetters.remove(id);
  return refused;
}
