import type { Entry } from '#shared/changelog/entry.ts';
import { isEntry } from '#shared/changelog/is-entry.ts';
import { isOfOrder } from '#shared/sync/stub-gate.ts';
import type { Settings } from '../../storage/shelves/settings.ts';

const filesFor = (workspace: string) => `redacted-files.${workspace}`;
const nameFor = (workspace: string) => `redaction.${workspace}`;

/** The `redact` and `confirm` entries of a workspace, as the job found them: few, and intake asks for them. */
export async function readOrders(settings: Settings, workspace: string): Promise<readonly Entry[]> {
  const text = await settings.read(nameFor(workspace));
  const found: unknown = text === undefined ? [] : JSON.parse(text);
  return Array.isArray(found) ? found.filter(isEntry).filter(isOfOrder) : [];
}

export async function writeOrders(
  settings: Settings,
  workspace: string,
  orders: readonly Entry[],
): Promise<void> {
  await settings.write(nameFor(workspace), JSON.stringify(orders));
}

/** Hashes of the contents of files that were removed: a device that was away may send one again. */
export async function readRemovedFiles(settings: Settings, workspace: string): Promise<readonly string[]> {
  const text = await settings.read(filesFor(workspace));
  const found: unknown = text === undefined ? [] : JSON.parse(text);
  return Array.isArray(found) ? found.filter((hash) => typeof hash === 'string') : [];
}

export async function addRemovedFile(settings: Settings, workspace: string, hash: string): Promise<void> {
  const known = await readRemovedFiles(settings, workspace);
  await settings.write(filesFor(workspace), JSON.stringify([...new Set([...known, hash])]));
}
