import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import type { Vault } from '#shared/trust/vault.ts';
import { OutpostDatabase } from './database.ts';
import { reasonOf, storageProblem } from './storage-problem.ts';

interface OpenOptions {
  readonly name: string;
  readonly vault: Vault;
  readonly onBlocked: (notice: Problem) => void;
  readonly onFault: (fault: Problem) => void;
}

/** @throws ProblemError OUT-STO-… */
export async function openDatabase({
  name,
  vault,
  onBlocked,
  onFault,
}: OpenOptions): Promise<OutpostDatabase> {
  const database = new OutpostDatabase(name, vault);
  database.on('blocked', () => onBlocked(problem('OUT-STO-002')));
  database.on('versionchange', () => {
    // A newer window upgrades: let go at once, so that it is not held up, and say what happened here.
    database.close();
    onFault(problem('OUT-STO-007'));
  });
  try {
    await database.open();
  } catch (error) {
    const found = storageProblem(error);
    const isPlain = found.code === 'OUT-STO-006' || found.code === 'OUT-STO-007';
    throw new ProblemError(isPlain ? problem('OUT-STO-004', { reason: reasonOf(error) }) : found);
  }
  return database;
}
