import { sha256Hex, toBase64Url } from '#shared/kernel/canonical.ts';
import { platformRandom } from '#shared/kernel/platform.ts';
import type { AdminSession } from '../storage/shelves/admin-sessions.ts';
import type { Hub } from './hub.ts';

const minute = 60_000;
/** A session that nobody uses ends after so long, and every one so long after its beginning; ms. */
export const longestIdle = 30 * minute;
export const longestSession = 12 * 60 * minute;
/** Its use is written so often at most. */
const notedEvery = minute;

/** What the browser keeps: 256 bits that stand for a session. The hub keeps their hash. */
export function newSessionId(): string {
  return toBase64Url(platformRandom(32));
}

/** Goes with every request of a session that changes something. A page of another origin cannot read it. */
export function sessionProof(id: string): string {
  return sha256Hex(`outpost-admin-proof/1 ${id}`);
}

export function hashOfSession(id: string): string {
  return sha256Hex(id);
}

/** Begins a session under a new id; the one that the browser came with ends. @param token hash of the token. @returns the id. */
export async function beginSession(
  { storage, clock }: Hub,
  { token, address, earlier }: { token: string; address: string; earlier: string | undefined },
): Promise<string> {
  const id = newSessionId();
  const now = clock.now();
  const { adminSessions } = storage;
  if (earlier !== undefined) await adminSessions.end(hashOfSession(earlier));
  await adminSessions.endOld({ madeAt: now - longestSession, usedAt: now - longestIdle });
  await adminSessions.add({ hash: hashOfSession(id), token, address, madeAt: now, usedAt: now });
  return id;
}

/** The session, where it is good. @param isByHand somebody did something; what the page asks by itself keeps no session alive. */
export async function findSession(
  { storage: { adminSessions }, clock }: Hub,
  id: string,
  isByHand: boolean,
): Promise<AdminSession | undefined> {
  const now = clock.now();
  const found = await adminSessions.find(hashOfSession(id));
  if (found === undefined || !isGood(found, now)) return undefined;
  if (isByHand && now - found.usedAt >= notedEvery) await adminSessions.used(found.hash, now);
  return found;
}

export async function listSessions({
  storage,
  clock,
}: Pick<Hub, 'storage' | 'clock'>): Promise<readonly AdminSession[]> {
  const now = clock.now();
  return (await storage.adminSessions.list()).filter((session) => isGood(session, now));
}

/** When it ends if nobody does anything, epoch ms. */
export function endOf({ madeAt, usedAt }: Pick<AdminSession, 'madeAt' | 'usedAt'>): number {
  return Math.min(madeAt + longestSession, usedAt + longestIdle);
}

/** A clock that was set back makes none last longer. */
function isGood(session: AdminSession, now: number): boolean {
  return now < endOf(session) && session.madeAt <= now + notedEvery;
}
