import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { OutpostDatabase } from './database.ts';
import { ensureIdentity, type Identity } from './identity.ts';
import { reconcileJournal } from './reconcile-journal.ts';
import { sealedJournal } from './vault/sealed-journal.ts';

interface OwnLog {
  readonly journal: OutpostBridge['journal'] | undefined;
  /** What people must be told: own entries that came back. */
  readonly notices: readonly Problem[];
  readonly identity: Identity;
}

/** Whom this device writes as, and its journal, brought in line with the database; none where the shell keeps none. */
export async function openOwnLog(
  bridge: OutpostBridge,
  database: OutpostDatabase,
  catalogue: Catalogue,
  clock: Clock,
): Promise<OwnLog> {
  const { capabilities } = await bridge.platform.info();
  const journal = capabilities.journal.available ? sealedJournal(bridge.journal, database.vault) : undefined;
  const notices = journal ? await reconcileJournal(database, catalogue, journal) : [];
  return { journal, notices, identity: await ensureIdentity(database, clock.now()) };
}
