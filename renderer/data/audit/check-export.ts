import { areBytesEqual, fromBase64Url } from '#shared/kernel/canonical.ts';
import { readAuditFile, type AuditFile } from '#shared/sync/audit-file.ts';
import { fingerprint } from '#shared/sync/keys.ts';
import type { OutpostDatabase } from '../database.ts';
import { readIdentity } from '../identity.ts';
import { ensureKeys } from '../sync/device-keys.ts';
import { readHubs } from '../sync/hub-rows.ts';

/** A signed export that is as it was signed. */
export interface CheckedExport {
  readonly file: AuditFile;
  /** Of the key that signed it. */
  readonly fingerprint: string;
  /** Name of the device in this unit that has that key; absent where none is known to. */
  readonly knownAs?: string;
}

/** @throws ProblemError OUT-VER-020 where it is none, OUT-VER-021 where it was altered. */
export async function checkExport(
  database: OutpostDatabase,
  name: string,
  bytes: Uint8Array,
): Promise<CheckedExport> {
  const file = readAuditFile(name, bytes);
  const key = fromBase64Url(file.device.signKey) ?? new Uint8Array();
  const knownAs = await nameOf(database, key);
  return { file, fingerprint: fingerprint(key), ...(knownAs === undefined ? {} : { knownAs }) };
}

async function nameOf(database: OutpostDatabase, key: Uint8Array): Promise<string | undefined> {
  const identity = await readIdentity(database);
  const own = identity && (await ensureKeys(database, identity.replica));
  if (own && areBytesEqual(own.sign.public, key)) return 'this device';
  const hubs = await readHubs(database);
  const known = hubs.flatMap(({ directory }) => directory.replicas);
  return known.find(({ signKey }) => areBytesEqual(signKey, key))?.name;
}
