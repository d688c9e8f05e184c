import type { Entry } from '../changelog/entry.ts';
import { findReplica, type Directory } from './directory.ts';

/** The first ruling in the log of a replica that is no hub in any of the directories: only hubs rule. @param entries of one replica. */
export function foreignRuling(
  directories: readonly Directory[],
  entries: readonly Entry[],
): Entry | undefined {
  const found = entries.find(({ body }) => body.kind === 'rule');
  const isHubs =
    found && directories.some((directory) => findReplica(directory, found.replica)?.kind === 'hub');
  return isHubs ? undefined : found;
}
