import type { HubSender } from '#shared/contracts/hub-request.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { OutpostDatabase } from '../database.ts';
import { makeOffer } from './offer.ts';

/** All that a vector lacks, run by run. */
export async function* allRuns(
  database: OutpostDatabase,
  sender: HubSender,
  theirs: Vector,
  runBytes: number,
): AsyncGenerator<PackedRun> {
  let held = theirs;
  for (;;) {
    const { runs, more } = await makeOffer(database, sender, held, runBytes);
    yield* runs;
    if (!more || runs.length === 0) return;
    held = { ...held, ...Object.fromEntries(runs.map(({ replica, to }) => [replica, to])) };
  }
}
