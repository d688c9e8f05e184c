import { fingerprint, type ReplicaKeys } from '#shared/sync/keys.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { countEntries, heldOf } from '#shared/sync/vector.ts';
import { identityKey, readIdentity, ensureIdentity, renewIdentity, type Identity } from '../identity.ts';
import { mustHoldUnit } from './bundle-marking.ts';
import { ensureKeys } from './device-keys.ts';
import { enrolAt, hubAddress, type Joined } from './enrol.ts';
import { exchangeOnce, type ExchangeParts } from './exchange.ts';
import { putHub, readHubs, removeHub, type HubRow } from './hub-rows.ts';
import { localVector } from './local-vector.ts';
import type { Enrolment, HubInfo } from './protocol.ts';

/**
 * Enrols this database at a hub. A database that holds records joins only the workspace they belong to, or one that is still empty.
 * @throws ProblemError OUT-SYN-024 code not valid, OUT-SYN-050 not reached, OUT-SYN-051 address, OUT-SYN-053 another unit, OUT-MRK-003 a workspace marked lower than the unit.
 */
export async function joinHub(parts: ExchangeParts, enrolment: Enrolment): Promise<HubRow> {
  const { database, clock } = parts;
  const address = hubAddress(enrolment.address);
  const { identity, keys, joined } = await apply(parts, address, enrolment);
  const { hub, shortCode } = joined;
  const row: HubRow = {
    ...hub,
    replica: identity.replica,
    profile: enrolment.profile ?? 'lan',
    enrolledAt: clock.now(),
  };
  await mustBeTheirs(parts, row);
  await mustHoldUnit(parts, row);
  await putHub(database, row);
  try {
    const own = { replica: identity.replica, keys };
    const { hub: answered } = await exchangeOnce(parts, row, own, { send: 0, want: 0 });
    await mustShareLogs(parts, answered);
    if (shortCode !== identity.shortCode) await takeShortCode(parts, shortCode);
    return answered;
  } catch (error) {
    await removeHub(database, row.id);
    throw error;
  }
}

interface Application {
  readonly identity: Identity;
  readonly keys: ReplicaKeys;
  readonly joined: Joined;
}

/** A copy of a database that enrolled before this one has its replica id: this one begins anew under another. */
async function apply(
  { database, clock, transport }: ExchangeParts,
  address: string,
  { code, name }: Enrolment,
): Promise<Application> {
  const ask = async ({ replica, shortCode }: Identity) => {
    const keys = await ensureKeys(database, replica);
    return { keys, joined: await enrolAt(transport, address, code, { replica, shortCode, name, keys }) };
  };
  const identity = await ensureIdentity(database, clock.now());
  try {
    return { identity, ...(await ask(identity)) };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'OUT-SYN-025') throw error;
    const renewed = (await renewIdentity(database)) ?? identity;
    return { identity: renewed, ...(await ask(renewed)) };
  }
}

/** All hubs of a database are of one workspace: records belong to one. */
async function mustBeTheirs({ database }: ExchangeParts, { workspace }: HubRow): Promise<void> {
  const other = (await readHubs(database)).find((known) => known.workspace.id !== workspace.id);
  if (other) throw anotherUnit(workspace.name, other.workspace.name);
}

/** Where both hold entries, some must be of the same replicas; else two units would be thrown together. */
async function mustShareLogs({ database }: ExchangeParts, { have = {}, workspace }: HubRow): Promise<void> {
  const local = await localVector(database);
  const bothHold = countEntries(local) > 0 && countEntries(have) > 0;
  const isShared = Object.keys(local).some((replica) => heldOf(have, replica) > 0);
  if (bothHold && !isShared) throw anotherUnit(workspace.name, 'a unit set up on this device');
}

function anotherUnit(theirs: string, ours: string): ProblemError {
  return new ProblemError(problem('OUT-SYN-053', { theirs, ours }));
}

async function takeShortCode({ database }: ExchangeParts, shortCode: string): Promise<void> {
  const identity = await readIdentity(database);
  if (identity) await database.meta.put({ key: identityKey, value: { ...identity, shortCode } });
}

/** A hub as people see it. */
export function hubInfo({ id, name, address, workspace, signKey, profile, enrolledAt }: HubRow): HubInfo {
  return { id, name, address, workspace, fingerprint: fingerprint(signKey), profile, enrolledAt };
}
