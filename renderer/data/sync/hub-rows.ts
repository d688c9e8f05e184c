import type { Problem } from '#shared/kernel/errors.ts';
import type { Directory } from '#shared/sync/directory.ts';
import type { Vector } from '#shared/sync/vector.ts';
import type { OutpostDatabase } from '../database.ts';
import type { LinkProfile } from './protocol.ts';

/** What this database knows of a hub it is enrolled at. */
export interface HubRow {
  readonly id: string;
  readonly name: string;
  /** Origin, such as `https://hub.example:4790`. */
  readonly address: string;
  readonly workspace: { readonly id: string; readonly name: string; readonly marking: string };
  /** Ed25519 and X25519 public keys, 32 bytes each. */
  readonly signKey: Uint8Array;
  readonly boxKey: Uint8Array;
  /** The replica that was enrolled: after a fork this database has another, and has to enrol again. */
  readonly replica: string;
  readonly profile: LinkProfile;
  /** Epoch ms. */
  readonly enrolledAt: number;
  /** What it held when it last answered, all of it durable; undefined before the first answer. */
  readonly have?: Vector;
  /**
   * What it holds exactly as it stands here: entries that went from one to the other, or that it compared. Numbers alone would not
   * tell that a copy of a device wrote others.
   */
  readonly agreed?: Vector;
  /** Another one after the hub was restored from a backup. */
  readonly epoch?: string;
  readonly directory: Directory;
  /** Names what the hub holds since it was set up or restored from a backup: files that it held before may be gone. */
  readonly age?: string;
  /** Epoch ms. */
  readonly lastContact?: number;
  /** Milliseconds that its clock was ahead of this device's when it last answered. */
  readonly ahead?: number;
  /** Bytes a second over the last exchange that was long enough to tell. */
  readonly speed?: number;
  /** No try before a person acts: the device was revoked, the key changed … */
  readonly stopped?: Problem | undefined;
}

const prefix = 'hub:';

export async function readHubs(database: OutpostDatabase): Promise<readonly HubRow[]> {
  const rows = await database.meta.where('key').startsWith(prefix).toArray();
  return rows.map(({ value }) => value as HubRow).sort((a, b) => a.enrolledAt - b.enrolledAt);
}

export async function putHub(database: OutpostDatabase, hub: HubRow): Promise<void> {
  await database.meta.put({ key: prefix + hub.id, value: hub });
}

/** Changes a hub that is still there: a person may have left it meanwhile. Returns what stands now. */
export async function changeHub(
  database: OutpostDatabase,
  id: string,
  change: Partial<HubRow>,
): Promise<HubRow | undefined> {
  return database.transaction('rw', database.meta, async () => {
    const known = (await database.meta.get(prefix + id))?.value as HubRow | undefined;
    if (!known) return undefined;
    const changed = { ...known, ...change };
    await database.meta.put({ key: prefix + id, value: changed });
    return changed;
  });
}

export async function removeHub(database: OutpostDatabase, id: string): Promise<void> {
  await database.meta.delete(prefix + id);
}
