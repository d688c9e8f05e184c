import { unsureLogs, type Agreement } from '#shared/sync/agreement.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { heldOf, isVector, type Vector } from '#shared/sync/vector.ts';
import { toPackedRun } from '#shared/sync/wire.ts';
import { readEpoch } from '../../hub/identity.ts';
import { entriesOf } from '../../intake/held-branches.ts';
import type { Shelves } from '../../storage/storage.ts';
import type { UpstreamRow } from '../../storage/tables.ts';

/** Logs that are compared in one message. */
const mostCompared = 2000;

/** What was found to be the same at earlier exchanges; nothing, once entries were moved here since. */
export async function readAgreement(
  { settings }: Shelves,
  { agreed, epoch }: UpstreamRow,
): Promise<Agreement> {
  const known: unknown = agreed === null ? {} : JSON.parse(agreed);
  const isNow = epoch !== null && epoch.endsWith(`/${await readEpoch(settings)}`);
  return isNow && isVector(known) ? { agreed: known, epoch } : { agreed: {}, epoch: undefined };
}

/** The newest entries of logs of which it is not known whether the hub above holds the same. */
export async function comparisonsWith(
  shelves: Shelves,
  workspace: string,
  above: Vector,
  agreement: Agreement,
  without: ReadonlyMap<string, unknown>,
): Promise<readonly PackedRun[]> {
  const held = await shelves.logs.vector(workspace);
  const unsure = unsureLogs(above, agreement, held).filter((replica) => !without.has(replica));
  const runs: PackedRun[] = [];
  for (const replica of unsure.slice(0, mostCompared)) {
    const run = await singleEntry(shelves, workspace, replica, heldOf(held, replica));
    if (run) runs.push(run);
  }
  return runs;
}

/** One entry as a run that brings the hash before it. Undefined where it cannot be read here. */
export async function singleEntry(
  { logs }: Shelves,
  workspace: string,
  replica: string,
  seq: number,
): Promise<PackedRun | undefined> {
  const segment = await logs.covering(workspace, replica, seq);
  if (segment === undefined || segment.head === '') return undefined;
  const entry = entriesOf(segment)[seq - segment.first];
  if (!entry) return undefined;
  const { last, signature } = segment;
  return toPackedRun({ replica, entries: [entry], ...(last === seq && signature ? { signature } : {}) });
}
