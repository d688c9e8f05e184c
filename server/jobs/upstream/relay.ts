import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { verifyDirectory, type Directory } from '#shared/sync/directory.ts';
import { agreedAfter, findFork, type Taken } from '#shared/sync/agreement.ts';
import type { ExchangeRequest, ExchangeResponse, RefusedRun } from '#shared/sync/message.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { heldOf, loweredVector, type Vector } from '#shared/sync/vector.ts';
import { readDirectory } from '../../hub/directory.ts';
import type { Hub } from '../../hub/hub.ts';
import { readEpoch } from '../../hub/identity.ts';
import { mergeDirectory } from '../../hub/merge-directory.ts';
import { takeIn } from '../../intake/take-in.ts';
import { readPage, type Page } from '../../pages/page.ts';
import type { UpstreamRow } from '../../storage/tables.ts';
import { comparisonsWith, readAgreement, singleEntry } from './agreement.ts';
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
  const { storage, clock } = hub;
  const { workspace } = upstream;
  const above = new HubAbove(upstream.address, workspace, hub);
  await tellDirectory(hub, upstream, above);
  const refused = new Map<string, RefusedRun>();
  let known = upstream.directoryTaken;
  let agreement = await readAgreement(storage, upstream);
  let ownEpoch = await readEpoch(storage.settings);
  let runs: readonly PackedRun[] = [];
  for (;;) {
    const have = await storage.logs.vector(workspace);
    const directory = known;
    const ask = (changed: Partial<ExchangeRequest>) =>
      above.exchange({
        version: 1,
        have,
        runs: [],
        want: messageBytes,
        directory,
        wall: clock.now(),
        ...changed,
      });
    const answer = await ask({ runs });
    if (answer.directory !== undefined) known = await takeDirectory(hub, upstream, answer.directory);
    const taken = await takeAnswer(hub, upstream, answer);
    for (const run of [...answer.refused, ...taken.refused]) refused.set(run.replica, run);
    agreement = agreedAfter(agreement, runs, { ...answer, epoch: `${answer.epoch}/${ownEpoch}` }, taken);
    const settled = await settleForks(hub, upstream, answer.refused, ask);
    for (const [replica, { code }] of refused) {
      // A log that forked off waits for the one that it left.
      const mayFit = settled.length > 0 && code === 'OUT-SYN-005';
      if (mayFit || settled.includes(replica)) refused.delete(replica);
    }
    ownEpoch = await readEpoch(storage.settings);
    if (!agreement.epoch?.endsWith(`/${ownEpoch}`)) agreement = { agreed: {}, epoch: undefined };
    const theirs = loweredVector(answer.have, taken.outdone);
    const page = await nextPage(hub, upstream, theirs, refused);
    runs = [...page.runs, ...(await comparisonsWith(storage, workspace, theirs, agreement, refused))];
    if (runs.length === 0 && settled.length === 0 && (!answer.more || taken.entries === 0)) {
      // A bundle for the hub above brings what it lacks beyond this.
      await storage.replicas.holds(workspace, upstream.hub, JSON.stringify(answer.have));
      break;
    }
  }
  if (agreement.epoch !== undefined) {
    await storage.upstreams.agree(upstream.id, JSON.stringify(agreement.agreed), agreement.epoch);
  }
  await storage.upstreams.contact(upstream.id, clock.now());
  return { refused: [...refused.values()] };
}

interface TakenAnswer extends Taken {
  readonly refused: readonly RefusedRun[];
  readonly entries: number;
  /** Logs that the hub above has to move: number of the last entry that both hold. */
  readonly outdone: Vector;
}

async function takeAnswer(
  { storage, clock, limits }: Hub,
  { workspace, hub: sender }: UpstreamRow,
  { runs }: Pick<ExchangeResponse, 'runs'>,
): Promise<TakenAnswer> {
  const taken = await takeIn(storage, {
    workspace,
    sender,
    runs,
    isTold: true,
    now: clock.now(),
    deadLetters: limits.deadLetters,
  });
  const forks = taken.refused.filter(({ code }) => code === 'OUT-SYN-020');
  const failed = new Set(taken.refused.map(({ replica }) => replica));
  return {
    entries: taken.entries,
    refused: taken.refused.filter(({ code }) => code !== 'OUT-SYN-020'),
    reached: Object.fromEntries(
      runs.filter(({ replica }) => !failed.has(replica)).map(({ replica, to }) => [replica, to]),
    ),
    strange: forks.filter(({ seq }) => seq === undefined).map(({ replica }) => replica),
    outdone: Object.fromEntries(
      forks.flatMap(({ replica, seq }) => (seq === undefined ? [] : [[replica, seq - 1]])),
    ),
    // Where a log was shortened this hub has another epoch, and compares anew.
    shortened: {},
  };
}

/** As devices do: where the branch of the hub above wins it is fetched. @returns replicas whose branches are told apart now, here or there. */
async function settleForks(
  hub: Hub,
  upstream: UpstreamRow,
  refused: readonly RefusedRun[],
  ask: (changed: Partial<ExchangeRequest>) => Promise<ExchangeResponse>,
): Promise<readonly string[]> {
  const { storage } = hub;
  const { workspace } = upstream;
  const settled: string[] = [];
  for (const { replica, seq } of refused.filter(({ code }) => code === 'OUT-SYN-020')) {
    const held = await storage.logs.vector(workspace);
    const from =
      seq ??
      (await findFork(heldOf(held, replica), async (middle) => {
        const run = await singleEntry(storage, workspace, replica, middle);
        if (!run) return false;
        return (await ask({ runs: [run], want: 0 })).refused.find((one) => one.replica === replica);
      }));
    if (from === 'settled') settled.push(replica);
    if (typeof from === 'string') continue;
    const answer = await ask({ have: loweredVector(held, { [replica]: from - 1 }) });
    const taken = await takeAnswer(hub, upstream, answer);
    if (heldOf(taken.reached, replica) >= from) settled.push(replica);
  }
  return settled;
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
