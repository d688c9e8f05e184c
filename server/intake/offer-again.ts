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
  const { refused, dead } = await takeIn(storage, {
    workspace,
    sender: via,
    runs: [packed],
    isTold: false,
    now: clock.now(),
    deadLetters: limits.deadLetters,
  });
  // A branch that lost its name is held all the same.
  const isHeld = dead === 0 && refused.every((run) => run.code === 'OUT-SYN-020');
  if (!isHeld) return refused;
  await storage.deadLetters.remove(id);
  return [];
}
