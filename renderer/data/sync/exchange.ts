import type { HubSender } from '#shared/contracts/hub-request.ts';
import { apiPrefix, exchangeType, hubPaths } from '#shared/contracts/hub.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { agreedAfter } from '#shared/sync/agreement.ts';
import { verifyDirectory } from '#shared/sync/directory.ts';
import type { ReplicaKeys } from '#shared/sync/keys.ts';
import { decodeResponse, encodeRequest, type ExchangeResponse } from '#shared/sync/message.ts';
import type { PackedRun } from '#shared/sync/run.ts';
import { covers, heldOf, loweredVector, missingFrom, type Vector } from '#shared/sync/vector.ts';
import type { OutpostDatabase } from '../database.ts';
import { comparisons } from './comparisons.ts';
import { changeHub, type HubRow } from './hub-rows.ts';
import { localVector } from './local-vector.ts';
import { makeOffer } from './offer.ts';
import { takeIn, type TakingParts } from './take-in.ts';
import { askHubSigned, type Transport } from './transport.ts';

export interface ExchangeParts extends TakingParts {
  readonly clock: Clock;
  readonly transport: Transport;
}

/** Who exchanges. */
export interface OwnReplica {
  readonly replica: string;
  readonly keys: ReplicaKeys;
}

/** Bytes of runs in one message each way. */
export interface MessageBudget {
  readonly send: number;
  readonly want: number;
}

/** One message there and back. */
export interface Round {
  readonly hub: HubRow;
  readonly sent: number;
  readonly received: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly milliseconds: number;
  /** Arrival number of the newest entry here. */
  readonly n: number;
  /** Either side has more for the other. */
  readonly isMore: boolean;
  /** Logs of which the hub holds other entries: the number of the first of them, where it could tell. */
  readonly forks: ReadonlyMap<string, number | undefined>;
  /** Replicas whose runs one of the two did not take. */
  readonly refused: Map<string, Problem>;
}

/**
 * Exchanges one message with a hub: what it lacks, as far as the budget goes, against what is lacking here. Safe to repeat at any point:
 * both sides tell what they hold, and take nothing twice.
 * @param without replicas that are left out of the offer, because they were refused a moment ago.
 * @throws ProblemError as `askHub`, OUT-SYN-002 … 004 unreadable answer, OUT-SYN-055 another hub answers.
 */
export async function exchangeOnce(
  parts: ExchangeParts,
  hub: HubRow,
  own: OwnReplica,
  budget: MessageBudget,
  without: ReadonlySet<string> = new Set(),
): Promise<Round> {
  const { database, clock } = parts;
  const sender = { replica: own.replica, workspace: hub.workspace.id, secret: own.keys.sign.secret };
  // Before the hub has said what it holds, nothing is offered: it may hold all of it.
  const runs = hub.have ? await offered(database, sender, hub, budget.send, without) : [];
  const { response, bytesOut, bytesIn, milliseconds } = await ask(parts, hub, sender, runs, budget.want);
  const directory = newerDirectory(hub, response);
  const taken = await takeIn(parts, { directory, isHub: true }, response.runs, clock.now());
  const before = { agreed: hub.agreed ?? {}, epoch: hub.epoch };
  const strange = [...taken.refused].flatMap(([replica, { code }]) =>
    otherHistory.has(code) ? [replica] : [],
  );
  const changed = await changeHub(database, hub.id, {
    // A branch that lost its name here has to hear of the other one.
    have: loweredVector(response.have, taken.outdone),
    ...agreedAfter(before, runs, response, { ...taken, strange }),
    age: ageOf(hub, response),
    directory,
    lastContact: clock.now(),
    ahead: response.wall - clock.now(),
    ...speedOf(bytesOut + bytesIn, milliseconds),
  });
  const refused = new Map(taken.refused);
  for (const { replica, code, message } of response.refused) refused.set(replica, { code, message });
  const forks = new Map<string, number | undefined>(strange.map((replica) => [replica, undefined]));
  for (const { replica, code, seq } of response.refused) if (code === 'OUT-SYN-020') forks.set(replica, seq);
  return {
    hub: changed ?? hub,
    sent: acknowledged(runs, hub.have ?? {}, response.have),
    received: taken.entries,
    bytesOut,
    bytesIn,
    milliseconds,
    n: taken.n,
    isMore: response.more || (await isLacking(database, response.have, refused)),
    refused,
    forks,
  };
}

const otherHistory: ReadonlySet<string> = new Set(['OUT-SYN-009', 'OUT-LOG-001']);

async function offered(
  database: OutpostDatabase,
  sender: HubSender,
  hub: HubRow,
  budget: number,
  without: ReadonlySet<string>,
): Promise<readonly PackedRun[]> {
  const { runs } = await makeOffer(database, sender, hub.have ?? {}, budget, without);
  const local = await localVector(database);
  const unsure = Object.fromEntries(Object.entries(local).filter(([replica]) => !without.has(replica)));
  return [...runs, ...(await comparisons(database, sender, hub, unsure, budget))];
}

interface Asked {
  readonly response: ExchangeResponse;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly milliseconds: number;
}

/** One message there and back, and nothing else. @param have what is held here where it is not to be said as it is. @throws ProblemError as `exchangeOnce`. */
export async function ask(
  parts: ExchangeParts,
  hub: HubRow,
  sender: HubSender,
  runs: readonly PackedRun[],
  want: number,
  have?: Vector,
): Promise<Asked> {
  const body = encodeRequest({
    version: 1,
    have: have ?? (await localVector(parts.database)),
    runs,
    want,
    directory: hub.directory.version,
    wall: parts.clock.now(),
  });
  const start = performance.now();
  const path = apiPrefix + hubPaths.exchange;
  const headers = { 'content-type': exchangeType };
  const { bytes } = await askHubSigned(parts, hub, sender, { method: 'POST', path, headers, body });
  const milliseconds = performance.now() - start;
  const response = decodeResponse(bytes);
  if (response.hub !== hub.id) throw new ProblemError(problem('OUT-SYN-055', { address: hub.address }));
  return { response, bytesOut: body.length, bytesIn: bytes.length, milliseconds };
}

/** A hub that holds less than it did was restored, also where somebody put an old database in place by hand. */
function ageOf({ have = {}, age }: HubRow, response: ExchangeResponse): string {
  const [epoch = '', restores = '0'] = age?.split('/') ?? [];
  if (age === undefined || epoch !== response.epoch) return `${response.epoch}/0`;
  return covers(response.have, have) ? age : `${epoch}/${Number(restores) + 1}`;
}

/** @throws ProblemError OUT-SYN-008 where the hub's key did not sign it. */
function newerDirectory(hub: HubRow, { directory }: ExchangeResponse): HubRow['directory'] {
  if (!directory || directory.version <= hub.directory.version) return hub.directory;
  const isTheirs = directory.workspace === hub.workspace.id && verifyDirectory(hub.signKey, directory);
  if (!isTheirs)
    throw new ProblemError(problem('OUT-SYN-008', { fault: 'it is not signed with the key of the hub' }));
  return directory;
}

async function isLacking(
  database: OutpostDatabase,
  theirs: Vector,
  refused: ReadonlyMap<string, Problem>,
): Promise<boolean> {
  return missingFrom(theirs, await localVector(database)).some(({ replica }) => !refused.has(replica));
}

/** Entries that the hub did not hold before and holds now. */
function acknowledged(runs: readonly PackedRun[], before: Vector, after: Vector): number {
  return runs.reduce((sum, { replica, from, to }) => {
    const first = Math.max(from, heldOf(before, replica) + 1);
    return sum + Math.max(0, Math.min(to, heldOf(after, replica)) - first + 1);
  }, 0);
}

/** A message that is over at once says nothing of the link. */
const tellingBytes = 2_000;

function speedOf(bytes: number, milliseconds: number): { readonly speed?: number } {
  return bytes < tellingBytes || milliseconds < 1 ? {} : { speed: (bytes * 1000) / milliseconds };
}
