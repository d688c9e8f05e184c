import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { OutpostBridge } from '#shared/contracts/bridge.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { OutpostDatabase } from './database.ts';
import { reconcileJournal } from './reconcile-journal.ts';
import { sealedJournal } from './vault/sealed-journal.ts';

/** The journal of this device, brought in line with the database; none where the shell keeps none. */
export async function openJournal(
  bridge: OutpostBridge,
  database: OutpostDatabase,
  catalogue: Catalogue,
): Promise<{ readonly journal: OutpostBridge['journal'] | undefined; readonly notices: readonly Problem[] }> {
  const { capabilities } = await bridge.platform.info();
  if (!capabilities.journal.available) return { journal: undefined, notices: [] };
  const journal = sealedJournal(bridge.journal, database.vault);
  return { journal, notices: await reconcileJournal(database, catalogue, journal) };
}
