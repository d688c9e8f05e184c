import type { RefusedRun } from '#shared/sync/message.ts';
import type { Storage } from '../storage/storage.ts';
import type { DeadLetterRow } from '../storage/tables.ts';
import { takeIn } from './take-in.ts';

/** Takes a dead letter in after all, where its reason has gone. @returns why it still cannot be; empty when it was. */
export async function offerAgain(
  storage: Storage,
  letter: DeadLetterRow,
  now: number,
): Promise<readonly RefusedRun[]> {
  const { id, workspace, replica, first, last, via, bytes, signature } = letter;
  const packed = { replica, from: first, to: last, bytes, ...(signature === null ? {} : { signature }) };
  const { refused, dead } = await takeIn(storage, {
    workspace,
    sender: via,
    runs: [packed],
    isTold: false,
    now,
  });
  // A branch that lost its name is held all the same.
  const isHeld = dead === 0 && refused.every((run) => run.code === 'OUT-SYN-020');
  if (!isHeld) return refused;
  await storage.deadLetters.remove(id);
  return [];
}
