import { problem } from '#shared/kernel/errors.ts';
import { noHead } from '#shared/changelog/chain.ts';
import { planFork, standsOn } from '#shared/sync/fork-plan.ts';
import type { Shelves } from '../storage/storage.ts';
import { applyChanges, type Bringing } from './apply-changes.ts';
import { heldBranchesIn } from './held-branches.ts';
import { heldLogIn } from './held-log.ts';
import type { ForkedRun, Refusal } from './plan.ts';

/**
 * Takes in a run that parts from the log that is held, or begins a log that forked off another. Both branches are held afterwards, under
 * the names that everybody gives them. @returns why the run does not stand under its own name, where it does not.
 */
export async function settleFork(
  shelves: Shelves,
  { run, seq }: ForkedRun,
  bringing: Omit<Bringing, 'signed'>,
): Promise<Refusal | undefined> {
  const { workspace } = bringing;
  const { packed, entries, head } = run;
  const { replica, from, to, signature } = packed;
  const held = heldLogIn(shelves.logs, workspace);
  const logs = heldBranchesIn(shelves.logs, workspace);
  const end = (await shelves.logs.heads(workspace, [replica])).get(replica) ?? noHead;
  const waits = { fault: problem('OUT-SYN-005', { replica, seq: from }), seq: end.seq + 1 };
  if (from > end.seq + 1) return waits;
  const fault = problem('OUT-SYN-020', { replica });
  const before = await held.hashAt(replica, from - 1);
  if (before !== entries[0].prev) return { fault, isStuck: before === '' };
  if (end.seq === 0 && !(await standsOn(entries[0], logs))) return waits;
  const changes = await planFork({ entries, hash: head }, logs);
  const where = seq === undefined ? {} : { seq };
  if (!changes) return { fault, ...where, isStuck: true };
  const signed = signature ? { signed: { hash: head, signature } } : {};
  await applyChanges(shelves, changes, { ...bringing, ...signed });
  const now = (await shelves.logs.heads(workspace, [replica])).get(replica) ?? noHead;
  const isThere = now.seq >= to && (await held.hashAt(replica, to)) === head;
  return isThere ? undefined : { fault, ...where, isSettled: true };
}
