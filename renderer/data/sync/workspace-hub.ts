import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { OutpostDatabase } from '../database.ts';
import { readIdentity } from '../identity.ts';
import { readHubs, type HubRow } from './hub-rows.ts';

/** The hub whose directory counts here. @throws ProblemError OUT-SYN-056 where this database is enrolled nowhere. */
export async function workspaceHub(database: OutpostDatabase): Promise<HubRow> {
  const [hub] = await readHubs(database);
  const identity = await readIdentity(database);
  if (!hub || identity?.replica !== hub.replica) throw new ProblemError(problem('OUT-SYN-056'));
  return hub;
}
