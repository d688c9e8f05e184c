import { encodeEntries } from '#shared/changelog/codec.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { findReplica, type Directory } from '#shared/sync/directory.ts';
import { foreignRuling } from '#shared/sync/foreign-ruling.ts';
import { verifyHead } from '#shared/sync/keys.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { openRun } from '#shared/sync/wire.ts';
import type { ReceivedRun } from '../receive.ts';

/** @throws ProblemError OUT-SYN-001 … 009 where it is not what it says it is, OUT-RUL-010 where a device rules. */
export function openPacked(directory: Directory, packed: PackedRun, prev: string | undefined): ReceivedRun {
  const { replica, from, to, bytes, signature } = packed;
  const { entries, head } = openRun(bytes, prev === undefined ? {} : { prev });
  const [first] = entries;
  if (first?.replica !== replica || first.seq !== from || head.seq !== to) {
    throw new ProblemError(
      problem('OUT-SYN-001', { fault: 'its numbers are others than those it is named by' }),
    );
  }
  const author = findReplica(directory, replica);
  const signed = { workspace: directory.workspace, replica, ...head };
  if (signature && author && !verifyHead(author.signKey, signed, signature)) {
    throw new ProblemError(problem('OUT-SYN-006', { replica, seq: to }));
  }
  const ruling = foreignRuling([directory], entries);
  if (ruling) throw new ProblemError(problem('OUT-RUL-010', { replica, seq: ruling.seq }));
  const encoded = encodeEntries(entries);
  return { entries, hash: head.hash, encoded, ...(signature && author ? { signature } : {}) };
}

/** Why a run cannot be taken in, whatever was thrown. */
export function faultOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem('OUT-SYN-001', { fault: error instanceof Error ? error.message : String(error) });
}
