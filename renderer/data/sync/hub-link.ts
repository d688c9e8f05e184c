import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { unsureLogs } from '#shared/sync/agreement.ts';
import { countEntries, missingFrom } from '#shared/sync/vector.ts';
import { readIdentity } from '../identity.ts';
import { ensureKeys } from './device-keys.ts';
import {
  exchangeOnce,
  type ExchangeParts,
  type MessageBudget,
  type OwnReplica,
  type Round,
} from './exchange.ts';
import { changeHub, readHubs, type HubRow } from './hub-rows.ts';
import { links, smaller } from './link-profiles.ts';
import { localVector } from './local-vector.ts';
import { settleForks } from './settle-forks.ts';
import type { ExchangeRow } from './protocol.ts';
import { HubRefusal } from './transport.ts';

export interface LinkEvents {
  readonly onRound: (hub: HubRow) => Promise<void> | void;
  /** The hub asks to be left alone for so many milliseconds. */
  readonly onAskedToWait?: (wait: number) => void;
}

/** Refusals after which no further try makes sense before a person acts. */
const final: ReadonlySet<string> = new Set([
  'OUT-SYN-007',
  'OUT-SYN-008',
  'OUT-SYN-022',
  'OUT-SYN-023',
  'OUT-SYN-033',
  'OUT-SYN-054',
  'OUT-SYN-055',
]);

export function isFinal({ code }: Problem): boolean {
  return final.has(code);
}

/** A round without progress is repeated so often before it is a fault. */
const mostIdleRounds = 3;

/**
 * Exchanges with one hub until both hold the same, message by message. Returns what it came to, for the history; a fault is
 * part of it, and what came through before stays.
 */
export async function exchangeAll(
  parts: ExchangeParts,
  hubId: string,
  events: LinkEvents,
): Promise<ExchangeRow> {
  const { clock } = parts;
  const total = { sent: 0, received: 0, bytesOut: 0, bytesIn: 0, milliseconds: 0 };
  const row = (fault?: Problem): ExchangeRow => ({
    at: clock.now(),
    hub: hubId,
    carrier: 'hub',
    ...total,
    ...(fault ? { fault } : {}),
  });
  const refused = new Map<string, Problem>();
  /** What continues entries that are not there yet goes along once more, as long as others come through. */
  const waiting = new Map<string, Problem>();
  let compared = 0;
  let budget: MessageBudget | undefined;
  let idle = 0;
  try {
    for (;;) {
      const hub = await findHub(parts, hubId);
      const own = await ownReplica(parts, hub);
      budget ??= links[hub.profile].budget;
      const round = await tryRound(parts, hub, own, budget, refused);
      if (round === 'too large') {
        const less = smaller(budget);
        if (less.send === budget.send) throw new ProblemError(problem('OUT-SYN-027', { limit: budget.send }));
        budget = less;
        continue;
      }
      total.sent += round.sent;
      total.received += round.received;
      total.bytesOut += round.bytesOut;
      total.bytesIn += round.bytesIn;
      total.milliseconds += round.milliseconds;
      mustGoOn(round.hub.stopped);
      const { settled, stopped } = await settleForks(parts, own, round, budget.want);
      mustGoOn(stopped);
      for (const replica of settled) round.refused.delete(replica);
      waiting.clear();
      for (const [replica, found] of round.refused) {
        (found.code === 'OUT-SYN-005' ? waiting : refused).set(replica, found);
      }
      await events.onRound(round.hub);
      const unsure = await unsureWith(parts, hubId, refused);
      const isMoving = round.sent + round.received + settled.length > 0 || unsure < compared;
      compared = unsure;
      const isOpen = settled.length + unsure > 0 || (isMoving && waiting.size > 0);
      if (!isOpen && !(await isUnfinished(parts, round, new Map([...refused, ...waiting])))) break;
      idle = isMoving ? 0 : idle + 1;
      if (idle > mostIdleRounds) break;
    }
  } catch (error) {
    if (error instanceof HubRefusal && error.retryAfter !== undefined)
      events.onAskedToWait?.(error.retryAfter);
    return row(await faultOf(parts, hubId, error));
  }
  const [first] = [...refused.values(), ...waiting.values()];
  return row(first);
}

/** @throws ProblemError OUT-SYN-054 where the log that this database wrote was moved: it has another identity now. */
function mustGoOn(stopped: Problem | undefined): void {
  if (stopped?.code === 'OUT-SYN-054') throw new ProblemError(stopped);
}

async function findHub({ database }: ExchangeParts, id: string): Promise<HubRow> {
  const hub = (await readHubs(database)).find((known) => known.id === id);
  if (!hub) throw new ProblemError(problem('OUT-SYN-056'));
  return hub;
}

async function ownReplica({ database }: ExchangeParts, hub: HubRow): Promise<OwnReplica> {
  const identity = await readIdentity(database);
  // After a fork the database has another identity, which no hub knows yet.
  if (identity?.replica !== hub.replica) throw new ProblemError(problem('OUT-SYN-056'));
  return { replica: hub.replica, keys: await ensureKeys(database, hub.replica) };
}

async function tryRound(
  parts: ExchangeParts,
  hub: HubRow,
  own: OwnReplica,
  budget: MessageBudget,
  refused: ReadonlyMap<string, Problem>,
): Promise<Round | 'too large'> {
  try {
    return await exchangeOnce(parts, hub, own, budget, new Set(refused.keys()));
  } catch (error) {
    if (error instanceof HubRefusal && error.status === 413) return 'too large';
    throw error;
  }
}

/** Logs of which it is not known whether the hub holds the same. */
async function unsureWith(
  { database }: ExchangeParts,
  hubId: string,
  refused: ReadonlyMap<string, Problem>,
): Promise<number> {
  const { have = {}, agreed = {}, epoch } = (await readHubs(database)).find(({ id }) => id === hubId) ?? {};
  const unsure = unsureLogs(have, { agreed, epoch }, await localVector(database));
  return unsure.filter((replica) => !refused.has(replica)).length;
}

async function isUnfinished(
  { database }: ExchangeParts,
  { hub, isMore }: Round,
  refused: ReadonlyMap<string, Problem>,
): Promise<boolean> {
  if (isMore) return true;
  const missing = missingFrom(hub.have ?? {}, await localVector(database));
  return missing.some(({ replica }) => !refused.has(replica));
}

async function faultOf({ database }: ExchangeParts, hubId: string, error: unknown): Promise<Problem> {
  if (!(error instanceof ProblemError)) throw error;
  const { problem: found } = error;
  if (isFinal(found)) await changeHub(database, hubId, { stopped: found });
  return found;
}

/** Entries that a hub is known to hold and this database does not. */
export async function lackingFrom(parts: Pick<ExchangeParts, 'database'>, hub: HubRow): Promise<number> {
  const missing = missingFrom(await localVector(parts.database), hub.have ?? {});
  return countEntries(Object.fromEntries(missing.map(({ replica, from, to }) => [replica, to - from + 1])));
}
