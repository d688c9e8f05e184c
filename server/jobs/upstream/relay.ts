import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { verifyDirectory, type Directory } from '#shared/sync/directory.ts';
import type { ExchangeResponse, RefusedRun } from '#shared/sync/message.ts';
import { heldOf, type Vector } from '#shared/sync/vector.ts';
import { readDirectory } from '../../hub/directory.ts';
import type { Hub } from '../../hub/hub.ts';
import { mergeDirectory } from '../../hub/merge-directory.ts';
import { takeIn } from '../../intake/take-in.ts';
import { readPage, type Page } from '../../pages/page.ts';
import type { UpstreamRow } from '../../storage/tables.ts';
import { HubAbove } from './hub-above.ts';

/** Bytes of runs in one message, either way. */
const messageBytes = 1024 * 1024;

export interface RelayOutcome {
  /** What the hub above does not take, of either side's refusals. */
  readonly refused: readonly RefusedRun[];
}

/**
 * Exchanges with the hub above until neither side lacks what the other can give.
 * @throws ProblemError OUT-SYN-042 when it is not reached, OUT-SYN-008 when its directory is not its own.
 */
export async function relay(hub: Hub, upstream: UpstreamRow): Promise<RelayOutcome> {
  const above = new HubAbove(upstream.address, upstream.workspace, hub.identity);
  await tellDirectory(hub, upstream, above);
  const refused = new Map<string, RefusedRun>();
  let known = upstream.directoryTaken;
  let runs: Page['runs'] = [];
  for (;;) {
    const have = await hub.storage.logs.vector(upstream.workspace);
    const answer = await above.exchange({
      version: 1,
      have,
      runs,
      want: messageBytes,
      directory: known,
      wall: hub.clock.now(),
    });
    for (const run of answer.refused) refused.set(run.replica, run);
    if (answer.directory !== undefined) known = await takeDirectory(hub, upstream, answer.directory);
    await takeAnswer(hub, upstream, answer, refused);
    const page = await nextPage(hub, upstream, answer.have, refused);
    ({ runs } = page);
    if (runs.length === 0 && (!answer.more || answer.runs.length === 0)) {
      // A bundle for the hub above brings what it lacks beyond this.
      await hub.storage.replicas.holds(upstream.workspace, upstream.hub, JSON.stringify(answer.have));
      break;
    }
  }
  await hub.storage.upstreams.contact(upstream.id, hub.clock.now());
  return { refused: [...refused.values()] };
}

async function takeAnswer(
  { storage, clock }: Hub,
  { workspace, hub: sender }: UpstreamRow,
  { runs }: ExchangeResponse,
  refused: Map<string, RefusedRun>,
): Promise<void> {
  const taken = await takeIn(storage, { workspace, sender, runs, isTold: true, now: clock.now() });
  for (const run of taken.refused) refused.set(run.replica, run);
}

/** What the hub above lacks, but for replicas of which it refused something: those wait, the others go on. */
async function nextPage(
  { storage }: Hub,
  { workspace, hub: asker }: UpstreamRow,
  above: Vector,
  refused: ReadonlyMap<string, RefusedRun>,
): Promise<Page> {
  const held = await storage.logs.vector(workspace);
  const offered = Object.entries(held).filter(([replica]) => !refused.has(replica));
  const have = Object.fromEntries(
    offered.map(([replica]) => [replica, heldOf(above, replica)] as const).filter(([, seq]) => seq > 0),
  );
  const page = { workspace, asker, held: Object.fromEntries(offered), have, want: messageBytes };
  return readPage(storage.logs, page);
}

async function tellDirectory(
  { storage, identity }: Hub,
  { id, workspace, directoryTold }: UpstreamRow,
  above: HubAbove,
): Promise<void> {
  const row = await storage.workspaces.find(workspace);
  if (row === undefined || row.directoryVersion === directoryTold) return;
  const directory = await readDirectory(storage, identity, workspace);
  await above.tellDirectory(directory);
  await storage.upstreams.directories(id, { told: directory.version });
}

/** @returns its version. */
async function takeDirectory(
  { storage, clock }: Hub,
  { id, workspace, hub, hubKey }: UpstreamRow,
  directory: Directory,
): Promise<number> {
  const isItsOwn =
    directory.hub === hub && directory.workspace === workspace && verifyDirectory(hubKey, directory);
  if (!isItsOwn) {
    throw new ProblemError(problem('OUT-SYN-008', { fault: 'its signature is not that of the hub above' }));
  }
  const source = { workspace, hub, isAbove: true, now: clock.now() };
  await storage.inWorkspace(workspace, (shelves) => mergeDirectory(shelves, directory, source));
  await storage.upstreams.directories(id, { taken: directory.version });
  return directory.version;
}
