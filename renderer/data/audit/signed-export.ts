import { hashEntry } from '#shared/changelog/codec.ts';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { writeAuditFile, type AuditFileEntry, type AuditFileHead } from '#shared/sync/audit-file.ts';
import { findReplica } from '#shared/sync/directory.ts';
import type { DataParts } from '../data-parts.ts';
import type { LogRow, OutpostDatabase } from '../database.ts';
import { readIdentity } from '../identity.ts';
import { ensureKeys } from '../sync/device-keys.ts';
import { readHubs } from '../sync/hub-rows.ts';
import type { AuditSource } from './audit-entry.ts';

/** What a file says of itself, in words. */
export interface ExportTerms {
  readonly unit: string;
  readonly madeBy: string;
  readonly device: string;
  readonly filter: readonly string[];
}

/** A file of entries with their hashes, the ends of the logs that they stand in, and this device's signature over all of it. */
export async function signedExport(
  { database, clock }: Pick<DataParts, 'database' | 'clock'>,
  batches: AsyncIterable<readonly AuditSource[]>,
  { unit, madeBy, device, filter }: ExportTerms,
): Promise<Uint8Array> {
  const identity = await readIdentity(database);
  if (!identity) throw new Error('The database has no identity.');
  const keys = await ensureKeys(database, identity.replica);
  const entries: AuditFileEntry[] = [];
  for await (const batch of batches) entries.push(...batch.map(fileEntry));
  const replicas = [...new Set(entries.map(({ replica }) => replica))];
  return writeAuditFile(keys.sign.secret, {
    format: 'outpost-audit/1',
    unit,
    madeAt: clock.now(),
    madeBy,
    device: { replica: identity.replica, name: device, signKey: toBase64Url(keys.sign.public) },
    filter,
    entries,
    heads: await headsOf(database, replicas),
  });
}

function fileEntry({ entry, isOpen, shown: { receivedAt } }: AuditSource): AuditFileEntry {
  const { replica, seq } = entry;
  const received = receivedAt === undefined ? {} : { receivedAt };
  return { replica, seq, hash: hashEntry(entry), ...received, ...(isOpen ? { entry } : {}) };
}

async function headsOf(
  database: OutpostDatabase,
  replicas: readonly string[],
): Promise<readonly AuditFileHead[]> {
  const directories = (await readHubs(database)).map(({ directory }) => directory);
  const heads: AuditFileHead[] = [];
  for (const replica of replicas) {
    const row = await newestHead(database, replica);
    if (!row) continue;
    const directory = directories.find((one) => findReplica(one, replica));
    const author = directory && findReplica(directory, replica);
    const signed =
      row.signature && author
        ? {
            workspace: directory.workspace,
            signKey: toBase64Url(author.signKey),
            signature: toBase64Url(row.signature),
          }
        : undefined;
    heads.push({ replica, seq: row.to, hash: row.hash, ...(signed ? { signed } : {}) });
  }
  return heads;
}

/** The newest row under a signature, or the newest of all. */
async function newestHead(database: OutpostDatabase, replica: string): Promise<LogRow | undefined> {
  const rows = () =>
    database.log.where('[replica+from]').between([replica, 0], [replica, Infinity]).reverse();
  return (
    (await rows()
      .filter(({ signature }) => signature !== undefined)
      .first()) ?? rows().first()
  );
}
