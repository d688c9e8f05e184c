import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '#shared/kernel/canonical.ts';
import { newReplicaId, newShortCode, type ReplicaId } from '#shared/kernel/ids.ts';
import { newKeys, type ReplicaKeys } from '#shared/sync/keys.ts';
import type { Settings } from '../storage/shelves/settings.ts';

export interface HubIdentity {
  readonly id: ReplicaId;
  readonly keys: ReplicaKeys;
  /** Short code that the hub wishes for itself in a workspace. */
  readonly shortCode: string;
}

const storedSchema = z.object({
  id: z.string(),
  shortCode: z.string(),
  sign: z.object({ secret: z.string(), public: z.string() }),
  box: z.object({ secret: z.string(), public: z.string() }),
});
const epochSetting = 'epoch';

/** The hub's own id and keys, made at its first start; several processes on one database are one hub. */
export async function readIdentity(settings: Settings): Promise<HubIdentity> {
  const stored = await settings.keep('identity', newIdentity());
  const { id, shortCode, sign, box } = storedSchema.parse(JSON.parse(stored));
  const pair = (texts: { secret: string; public: string }) => ({
    secret: bytesOf(texts.secret),
    public: bytesOf(texts.public),
  });
  return { id, shortCode, keys: { sign: pair(sign), box: pair(box) } };
}

/** Another one after a restore, and after entries were moved because of a fork. Read anew each time: several processes are one hub. */
export async function readEpoch(settings: Settings): Promise<string> {
  return (await settings.read(epochSetting)) ?? settings.keep(epochSetting, newReplicaId());
}

/** What clients see by: the hub may hold less, or something else, than it acknowledged before. */
export async function beginEpoch(settings: Settings): Promise<void> {
  await settings.write(epochSetting, newReplicaId());
}

function newIdentity(): string {
  const { sign, box } = newKeys();
  const texts = (pair: { secret: Uint8Array; public: Uint8Array }) => ({
    secret: toBase64Url(pair.secret),
    public: toBase64Url(pair.public),
  });
  return JSON.stringify({
    id: newReplicaId(),
    shortCode: newShortCode(),
    sign: texts(sign),
    box: texts(box),
  });
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (bytes === undefined) throw new Error('A key of the hub is damaged in its database.');
  return bytes;
}
